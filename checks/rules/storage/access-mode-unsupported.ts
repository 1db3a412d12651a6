import { defaultClass, modesOf, provisionerOf, storageClass } from '../../facts/storage-classes';
import type { Field } from '../../model/field';
import type { KubernetesObject } from '../../model/kubernetes-object';
import type { ObjectSet } from '../../model/object-set';
import type { PodTemplate } from '../../model/pod-template';
import type { Problem, Rule } from '../../rule';
import { Claim, claimsOf } from '../../views/claims';
import { missedVolume, Volumes } from '../../views/volumes';

const example = (mode: string) => `
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
spec:
  storageClassName: standard
  accessModes: [${mode}]
  resources:
    requests:
      storage: 1Gi
`;

/** A claim that more pods or nodes want to share than its volumes allow. */
export const accessModeUnsupported: Rule = {
  id: 'access-mode-unsupported',
  subject: 'storage',
  level: 'error',
  reason: 'Nobody makes a volume with a mode that its kind has not, and a volume for one pod is for one pod.',
  remedy: 'Write an access mode that the class has, or another class',
  bad: example('ReadWriteMany'),
  good: example('ReadWriteOnce'),
  *check(set) {
    const claims = claimsOf(set);
    const volumes = new Volumes(set, claims);
    const usual = defaultClass(set);
    for (const claim of claims) {
      // Such a claim has a volume that somebody made for it.
      if (missedVolume(claim, volumes, usual) !== undefined) continue;
      const name = claim.className ?? usual ?? '';
      if (volumes.fitting(claim, name) !== undefined || claim.spec.get('volumeName').text) continue;
      const problem = unsupported(claim, name, set);
      if (problem !== undefined) yield problem;
    }
    yield* sharedByPods(set);
  },
};

function unsupported(claim: Claim, name: string, set: ObjectSet): Problem | undefined {
  const provisioner = provisionerOf(name, set);
  const modes = modesOf(name, set);
  const mode = claim.modes.find((wanted) => modes?.includes(wanted) === false);
  // Disks without a file system can be on several nodes with some.
  if (modes === undefined || mode === undefined || claim.isBlock) return undefined;
  const own = storageClass(name, set);
  return {
    at: claim.spec.get('accessModes'),
    message: `${claim} wants ${mode}; the ${claim.className === undefined ? 'default ' : ''}class '${name}' (${provisioner}) makes volumes with ${modes.join(', ')}`,
    // Of a class of the set one knows who makes its volumes; others may be called the same elsewhere, or share a file system.
    ...(own === undefined || provisioner === LOCAL_PATH
      ? { unlessElsewhere: `a StorageClass '${name}' with ${mode}` }
      : { related: [own.field('provisioner')] }),
  };
}

const LOCAL_PATH = 'rancher.io/local-path';

// Jobs wait for each other, and end.
const STAYING = new Set(['Deployment', 'ReplicaSet', 'StatefulSet', 'ReplicationController', 'DaemonSet', 'Pod']);

function* sharedByPods(set: ObjectSet): Iterable<Problem> {
  const first = new Map<KubernetesObject, PodTemplate>();
  for (const pod of set.pods) {
    if (!STAYING.has(pod.owner.kind) || pod.replicas === 0) continue;
    for (const volume of pod.spec.get('volumes').items()) {
      const at = volume.get('persistentVolumeClaim', 'claimName');
      const claim = claimNamed(at.text, pod, set);
      if (claim === undefined) continue;
      const other = first.get(claim.object);
      if (other === undefined) first.set(claim.object, pod);
      const problem = shared(pod, other, claim, at);
      if (problem !== undefined) yield problem;
    }
  }
}

function shared(pod: PodTemplate, other: PodTemplate | undefined, claim: Claim, at: Field): Problem | undefined {
  const related = [claim.spec.get('accessModes')];
  const which = `the claim '${claim.name}' with ReadWriteOncePod`;
  if (other !== undefined && other !== pod)
    return { at, message: `${pod.owner} wants ${which}, which ${other.owner} has`, related };
  if (pod.replicas === 1) return undefined;
  return {
    at: pod.owner.field('spec', 'replicas'),
    message: `${pod.owner} has ${pod.replicas} pods for ${which}: only one of them can start`,
    related,
  };
}

// A claim that one pod alone may have.
function claimNamed(name: string | undefined, { namespace }: PodTemplate, set: ObjectSet): Claim | undefined {
  if (name === undefined) return undefined;
  const object = set.find({ group: '', kind: 'PersistentVolumeClaim', namespace, name });
  const claim = object && new Claim(object, object.field(), name);
  const isOfOnePod = claim?.modes.includes('ReadWriteOncePod') && claim.modes.length === 1;
  return isOfOnePod ? claim : undefined;
}
