import type { Field } from '../../model/field';
import type { KubernetesObject } from '../../model/kubernetes-object';
import type { ObjectSet } from '../../model/object-set';
import type { PodTemplate } from '../../model/pod-template';
import { Selector } from '../../model/selector';
import type { Rule } from '../../rule';
import { Autoscalers } from '../../views/autoscalers';
import { podCount } from '../../views/pod-count';

const WEB = `
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
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
`;

/** A budget that never lets a pod go. */
export const budgetBlocksDrain: Rule = {
  id: 'budget-blocks-drain',
  subject: 'rollout',
  level: 'warning',
  reason: 'A node is drained pod by pod, as the budgets allow; one that never does stops every upgrade of the cluster.',
  remedy: 'Let one pod go: write maxUnavailable: 1, or run more pods than must be there',
  bad: `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  minAvailable: 2
  selector:
    matchLabels:
      app: web${WEB}`,
  good: `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  minAvailable: 1
  selector:
    matchLabels:
      app: web${WEB}`,
  *check(set) {
    const autoscalers = new Autoscalers(set);
    for (const budget of set.of('PodDisruptionBudget', 'policy')) {
      const [most, least] = [budget.field('spec', 'maxUnavailable'), budget.field('spec', 'minAvailable')];
      if (most.value === 0 || most.value === '0%')
        yield { at: most, message: `${budget} lets no pod go: maxUnavailable is 0` };
      else if (least.value === '100%') yield { at: least, message: `${budget} lets no pod go: minAvailable is 100%` };
      else if (least.exists) {
        const pods = podsOf(budget, set);
        const blocked = pods && blockedBy(least, pods, autoscalers);
        if (blocked !== undefined)
          yield {
            at: least,
            message: `${budget} wants ${least.value} of the pods of ${pods?.map(({ owner }) => owner).join(' and ')}, which are ${blocked}: none may go`,
            related: (pods ?? []).map(({ owner }) => owner.field('spec', 'replicas')),
          };
      }
    }
  },
};

const COUNTED = new Set(['Deployment', 'ReplicaSet', 'StatefulSet', 'ReplicationController', 'Pod']);

// Undefined where nobody can tell how many there are.
function podsOf(budget: KubernetesObject, set: ObjectSet): PodTemplate[] | undefined {
  if (set.mayBeMadeAtRunTime(budget.namespace)) return undefined;
  const selector = Selector.of(budget.field('spec', 'selector'), 'nothing');
  const pods = set.selected(selector, budget.namespace);
  return pods.length > 0 && pods.every(({ owner }) => COUNTED.has(owner.kind)) ? pods : undefined;
}

// How many there are at most, if the budget wants them all.
function blockedBy(least: Field, pods: readonly PodTemplate[], autoscalers: Autoscalers): number | undefined {
  let all = 0;
  for (const { owner, replicas } of pods) {
    const autoscaler = autoscalers.of(owner);
    if (autoscaler !== undefined && autoscaler.most === undefined) return undefined;
    all += autoscaler?.most ?? replicas;
  }
  const wanted = podCount(least, all, 'up');
  return all > 0 && wanted !== undefined && wanted >= all ? all : undefined;
}
