import { defaultClass, modesOf } from '../../facts/storage-classes';
import type { ObjectSet } from '../../model/object-set';
import type { PodTemplate } from '../../model/pod-template';
import { Selector } from '../../model/selector';
import type { Problem, Rule } from '../../rule';
import { Claim, claimsOf } from '../../views/claims';
import { isDeployment, rollingUpdateOf } from '../../views/rolling-update';
import { Volumes } from '../../views/volumes';

const example = (strategy: string) => `
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
spec:
  accessModes: [ReadWriteOnce]
  resources:
    requests:
      storage: 1Gi
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: db
spec:
  strategy:
    type: ${strategy}
  selector:
    matchLabels:
      app: db
  template:
    metadata:
      labels:
        app: db
    spec:
      containers:
        - name: db
          image: postgres:18
          volumeMounts:
            - name: data
              mountPath: /var/lib/postgresql
      volumes:
        - name: data
          persistentVolumeClaim:
            claimName: data
`;

/** Pods that wait for a volume which other pods of the same workload have. */
export const rolloutWaitsForVolume: Rule = {
  id: 'rollout-waits-for-volume',
  subject: 'rollout',
  level: 'warning',
  reason: 'A ReadWriteOnce volume is on one node at a time: a pod on another one waits until nobody else has it.',
  remedy: 'Write strategy.type: Recreate, or use a StatefulSet',
  bad: example('RollingUpdate'),
  good: example('Recreate'),
  *check(set) {
    const volumes = new Volumes(set, claimsOf(set));
    for (const pod of set.pods) {
      if (!REPLICATED.has(pod.owner.kind)) continue;
      const claim = claimsOfPod(pod, set).find((one) => isOfOneNode(one, volumes, set));
      const problem = claim && (pod.replicas > 1 ? shared(pod, claim, set) : handedOver(pod, claim));
      if (problem !== undefined) yield problem;
    }
  },
};

const REPLICATED = new Set(['Deployment', 'ReplicaSet', 'StatefulSet', 'ReplicationController']);
const OF_ONE = new Set(['ReadWriteOnce', 'ReadWriteOncePod']);
// Volumes that are on their way to a node belong to it; these are everywhere at once, or never move.
const NOT_ATTACHED = ['nfs', 'hostPath', 'local', 'cephfs', 'glusterfs', 'azureFile'];

function claimsOfPod({ spec, namespace }: PodTemplate, set: ObjectSet): Claim[] {
  const names = spec
    .get('volumes')
    .items()
    .flatMap((volume) => volume.get('persistentVolumeClaim', 'claimName').text ?? []);
  return names.flatMap((name) => {
    const object = set.find({ group: '', kind: 'PersistentVolumeClaim', namespace, name });
    return object === undefined ? [] : [new Claim(object, object.field(), name)];
  });
}

function isOfOneNode(claim: Claim, volumes: Volumes, set: ObjectSet): boolean {
  if (claim.modes.length === 0 || !claim.modes.every((mode) => OF_ONE.has(mode))) return false;
  if (isOfOnePod(claim)) return true;
  const volume = volumes.fitting(claim, claim.className ?? defaultClass(set) ?? '');
  return volume === undefined || !NOT_ATTACHED.some((kind) => volume.field('spec', kind).exists);
}

function isOfOnePod({ modes }: Claim): boolean {
  return modes.includes('ReadWriteOncePod');
}

function shared({ owner, replicas, spec, labels }: PodTemplate, claim: Claim, set: ObjectSet): Problem | undefined {
  // The rule `access-mode-unsupported` speaks of it.
  if (isOfOnePod(claim)) return undefined;
  const apart = spec
    .get('affinity', 'podAntiAffinity', 'requiredDuringSchedulingIgnoredDuringExecution')
    .items()
    .some(
      (term) =>
        term.get('topologyKey').text === 'kubernetes.io/hostname' &&
        Selector.of(term.get('labelSelector'), 'all').matches(labels),
    );
  return {
    at: owner.field('spec', 'replicas'),
    message: `${owner} has ${replicas} pods for one claim '${claim.name}' with ReadWriteOnce, which is on one node at a time${apart ? ', and keeps its pods on different nodes' : ''}`,
    fix: 'Have one pod, a claim with ReadWriteMany, or a StatefulSet with a claim for each pod',
    related: [claim.spec.get('accessModes')],
    // Certain where volumes of this class are known to be on one node.
    ...(apart &&
      modesOf(claim.className ?? defaultClass(set) ?? '', set) !== undefined && {
        level: 'error',
        unlessElsewhere: 'a StorageClass with volumes for several nodes',
      }),
  };
}

function handedOver({ owner, replicas }: PodTemplate, claim: Claim): Problem | undefined {
  const update = isDeployment(owner) ? rollingUpdateOf(owner, replicas) : undefined;
  if (update === undefined || update.unavailable > 0) return undefined;
  const always = isOfOnePod(claim);
  return {
    at: owner.field('spec', 'strategy'),
    message: `${owner} starts a new pod before the old one may go, and both need the claim '${claim.name}' with ${always ? 'ReadWriteOncePod: the new one waits for ever' : 'ReadWriteOnce: on another node the new one waits for ever'}`,
    related: [claim.spec.get('accessModes')],
    ...(always && { level: 'error' }),
  };
}
