import type { KubernetesObject } from '../../model/kubernetes-object';
import type { ObjectSet } from '../../model/object-set';
import { missing } from '../../model/reference';
import type { Problem, Rule } from '../../rule';

const GROUP = 'snapshot.storage.k8s.io';
const DEFAULT = 'snapshot.storage.kubernetes.io/is-default-class';

const example = (name: string) => `
apiVersion: snapshot.storage.k8s.io/v1
kind: VolumeSnapshotClass
metadata:
  name: csi-hostpath-snapclass
driver: hostpath.csi.k8s.io
deletionPolicy: Delete
---
apiVersion: snapshot.storage.k8s.io/v1
kind: VolumeSnapshot
metadata:
  name: data
spec:
  volumeSnapshotClassName: ${name}
  source:
    persistentVolumeClaimName: data
`;

/** A snapshot of a class that nobody has. */
export const snapshotClassMissing: Rule = {
  id: 'snapshot-class-missing',
  subject: 'storage',
  level: 'error',
  reason: 'A snapshot is taken by the driver of its class; without the class nothing is taken.',
  remedy: 'Name a VolumeSnapshotClass that is there',
  bad: example('csi-hostpath-snapshotclass'),
  good: example('csi-hostpath-snapclass'),
  *check(set) {
    const classes = set.of('VolumeSnapshotClass', GROUP);
    const hasDefault = classes.some((one) => one.field('metadata', 'annotations', DEFAULT).text === 'true');
    for (const kind of ['VolumeSnapshot', 'VolumeSnapshotContent'])
      for (const snapshot of set.of(kind, GROUP)) {
        const problem = named(snapshot, set) ?? (hasDefault ? undefined : unnamed(snapshot, classes));
        if (problem !== undefined) yield problem;
      }
  },
};

function named(snapshot: KubernetesObject, set: ObjectSet): Problem | undefined {
  const at = snapshot.field('spec', 'volumeSnapshotClassName');
  if (!at.text) return undefined;
  const reference = { at, group: GROUP, kind: 'VolumeSnapshotClass', namespace: undefined, name: at.text };
  return missing(reference, String(snapshot), set);
}

// One that is taken already needs no class.
function unnamed(snapshot: KubernetesObject, classes: readonly KubernetesObject[]): Problem | undefined {
  const [first] = classes;
  const name = snapshot.field('spec', 'volumeSnapshotClassName');
  const source = snapshot.field('spec', 'source', 'persistentVolumeClaimName');
  if (name.text || first === undefined || source.text === undefined) return undefined;
  return {
    at: name,
    level: 'warning',
    message: `${snapshot} names no class, and none is the default one; there is '${first.name}'`,
    fix: `Write volumeSnapshotClassName: ${first.name}`,
    related: [first.field('metadata', 'name')],
  };
}
