import type { Field } from '../../model/field';
import type { ObjectSet } from '../../model/object-set';
import type { PodTemplate } from '../../model/pod-template';
import { Quantity } from '../../model/quantity';
import type { Problem, Rule } from '../../rule';
import { LimitRanges } from '../../views/limit-ranges';
import { type Quota, quotasOf } from '../../views/quotas';
import { largestField } from '../../views/requests';

const example = (memory: string) => `
apiVersion: v1
kind: ResourceQuota
metadata:
  name: team
spec:
  hard:
    requests.memory: 1Gi
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29
          resources:
            requests:
              memory: ${memory}
`;

/** Pods that the ResourceQuota or the LimitRange of their own Namespace refuses. */
export const requestsExceedQuota: Rule = {
  id: 'requests-exceed-quota',
  subject: 'rollout',
  level: 'error',
  reason: 'A Namespace with a quota or limits makes no pod beyond them; the workload stays without its pods.',
  remedy: 'Ask for less, or allow more',
  bad: example('512Mi'),
  good: example('256Mi'),
  *check(set) {
    const limits = LimitRanges.of(set);
    const quotas = quotasOf(set);
    for (const quota of quotas) {
      const { namespace } = quota.quota;
      const problem = beyond(quota, set.podsIn(namespace), limits.get(namespace));
      if (problem !== undefined) yield problem;
    }
    yield* unsaid(quotas, limits, set);
    for (const [namespace, ranges] of limits)
      for (const pod of set.podsIn(namespace))
        for (const container of pod.allContainers) yield* ranges.refusals(container);
  },
};

const NO_LIMITS = new LimitRanges();
const STAYING = new Set(['Deployment', 'ReplicaSet', 'StatefulSet', 'ReplicationController', 'Pod']);

function beyond(quota: Quota, pods: readonly PodTemplate[], limits = NO_LIMITS): Problem | undefined {
  const { counts, field, allowed } = quota;
  const asked = pods
    .filter(({ owner }) => STAYING.has(owner.kind))
    .map((pod) => ({ pod, amount: ofOne(pod, counts, limits).times(pod.replicas) }));
  const all = asked.reduce((sum, { amount }) => sum.plus(amount), Quantity.zero);
  const [first, ...others] = asked;
  if (first === undefined || !all.exceeds(allowed)) return undefined;
  const { pod } = others.reduce((largest, one) => (one.amount.exceeds(largest.amount) ? one : largest), first);
  const what = counts === 'pods' ? 'pods' : counts.join('.');
  return {
    at: field,
    message: `${quota.quota} allows ${allowed} of ${what}; the workloads of namespace '${quota.quota.namespace}' have ${all}, ${pod.owner} the most of it`,
    related: [counts === 'pods' ? pod.owner.field('spec', 'replicas') : largestField(pod, ...counts)],
  };
}

function ofOne(pod: PodTemplate, counts: Quota['counts'], limits: LimitRanges): Quantity {
  if (counts === 'pods') return Quantity.parse(1) ?? Quantity.zero;
  const amount = (container: Field) => limits.amountOf(container, ...counts)?.amount ?? Quantity.zero;
  if (pod.spec.get('resources').exists) return amount(pod.spec);
  const together = pod.containers.map(amount).reduce((sum, one) => sum.plus(one), Quantity.zero);
  return pod.initContainers.map(amount).reduce((most, one) => most.max(one), together);
}

// One for each workload: what one quota counts the other one mostly counts too.
function* unsaid(
  quotas: readonly Quota[],
  limits: ReadonlyMap<string | undefined, LimitRanges>,
  set: ObjectSet,
): Iterable<Problem> {
  const met = new Set<PodTemplate>();
  for (const quota of quotas)
    for (const pod of set.podsIn(quota.quota.namespace)) {
      const problem = met.has(pod) ? undefined : unsaidIn(pod, quota, limits.get(pod.namespace));
      if (problem === undefined) continue;
      met.add(pod);
      yield problem;
    }
}

// What is counted has to be said by every container.
function unsaidIn(pod: PodTemplate, { counts, field, quota }: Quota, limits = NO_LIMITS): Problem | undefined {
  if (counts === 'pods' || pod.spec.get('resources').exists || !isBuiltIn(pod)) return undefined;
  const container = pod.allContainers.find((one) => limits.amountOf(one, ...counts) === undefined);
  if (container === undefined || container.get('resources', ...counts).exists) return undefined;
  return {
    at: container.get('resources'),
    message: `Container '${container.get('name').text}' of ${pod.owner} says no ${counts.join('.')}, which ${quota} counts: its pods are refused`,
    fix: `Write resources.${counts.join('.')}`,
    related: [field],
    unlessElsewhere: 'a LimitRange that writes it',
  };
}

function isBuiltIn({ owner }: PodTemplate): boolean {
  return owner.kind !== 'PodTemplate' && ['', 'apps', 'batch'].includes(owner.group);
}
