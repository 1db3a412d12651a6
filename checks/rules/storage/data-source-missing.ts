import { isGroupOfKubernetes } from '../../facts/api-versions';
import type { Field } from '../../model/field';
import type { KubernetesObject } from '../../model/kubernetes-object';
import type { ObjectSet } from '../../model/object-set';
import { missing, type Reference } from '../../model/reference';
import type { Rule } from '../../rule';
import { type Claim, claimsOf } from '../../views/claims';

const SNAPSHOTS = 'snapshot.storage.k8s.io';

const example = (name: string) => `
apiVersion: snapshot.storage.k8s.io/v1
kind: VolumeSnapshot
metadata:
  name: monday
spec:
  volumeSnapshotClassName: csi-hostpath-snapclass
  source:
    volumeSnapshotContentName: monday
---
apiVersion: snapshot.storage.k8s.io/v1
kind: VolumeSnapshotContent
metadata:
  name: monday
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: restored
spec:
  dataSource:
    apiGroup: snapshot.storage.k8s.io
    kind: VolumeSnapshot
    name: ${name}
  accessModes: [ReadWriteOnce]
  resources:
    requests:
      storage: 1Gi
`;

/** A claim or a snapshot of data that nobody has. */
export const dataSourceMissing: Rule = {
  id: 'data-source-missing',
  subject: 'storage',
  level: 'error',
  reason: 'A volume that is to be filled from a snapshot or another claim is only made once that is there.',
  remedy: 'Name a snapshot or a claim of the same namespace',
  bad: example('mondey'),
  good: example('monday'),
  *check(set) {
    const claims = claimsOf(set);
    const made = madeByPods(claims);
    const operated = namespacesOfOperators(set);
    const references = [
      ...claims.flatMap((claim) => sourcesOf(claim).map((reference) => [reference, String(claim)] as const)),
      ...set
        .of('VolumeSnapshot', SNAPSHOTS)
        .flatMap((one) => sourcesOfSnapshot(one).map((to) => [to, String(one)] as const)),
    ];
    for (const [reference, who] of references) {
      const stem = reference.name.replace(/-\d+$/, '');
      const isMade = reference.kind === 'PersistentVolumeClaim' && made.has(`${reference.namespace}\n${stem}`);
      const problem = isMade || operated.has(reference.namespace) ? undefined : missing(reference, who, set);
      if (problem !== undefined) yield problem;
    }
  },
};

const KINDS: Readonly<Record<string, string>> = { PersistentVolumeClaim: '', VolumeSnapshot: SNAPSHOTS };

// Of the two fields the newer one may also name another Namespace; other kinds are for those who fill from them.
function sourcesOf({ object, spec }: Claim): Reference[] {
  const source = ['dataSourceRef', 'dataSource'].map((name) => spec.get(name)).find(({ exists }) => exists);
  if (source === undefined) return [];
  const [kind, name] = [source.get('kind').text ?? '', source.get('name')];
  const group = KINDS[kind];
  if (group === undefined || group !== (source.get('apiGroup').text ?? '')) return [];
  return referenceTo(name, group, kind, source.get('namespace').text ?? object.namespace);
}

function sourcesOfSnapshot(snapshot: KubernetesObject): Reference[] {
  const source = snapshot.field('spec', 'source');
  return [
    ...referenceTo(source.get('persistentVolumeClaimName'), '', 'PersistentVolumeClaim', snapshot.namespace),
    ...referenceTo(source.get('volumeSnapshotContentName'), SNAPSHOTS, 'VolumeSnapshotContent', undefined),
  ];
}

function referenceTo(at: Field, group: string, kind: string, namespace: string | undefined): Reference[] {
  return at.text ? [{ at, group, kind, namespace, name: at.text }] : [];
}

// Claims of a StatefulSet are called after it and numbered, those of a pod after the pod.
function madeByPods(claims: readonly Claim[]): Set<string> {
  const names = claims.map(({ object, name }) => {
    const stem = object.kind === 'StatefulSet' ? `${name}-${object.name}` : `${object.name}-${name}`;
    return `${object.namespace}\n${stem}`;
  });
  return new Set(names);
}

// Snapshots themselves are resources of their own, made by people.
function namespacesOfOperators({ objects }: ObjectSet): Set<string | undefined> {
  const custom = objects.filter(
    ({ group, namespace }) => namespace !== undefined && !isGroupOfKubernetes(group) && group !== SNAPSHOTS,
  );
  return new Set(custom.map(({ namespace }) => namespace));
}
