import type { ClusterNode } from '../../../platform/kind';
import { admits, nodesOf } from '../../model/nodes';
import type { ObjectSet } from '../../model/object-set';
import type { PodTemplate } from '../../model/pod-template';
import { Quantity } from '../../model/quantity';
import type { Problem, Rule } from '../../rule';
import { amountOf, largestField, type Resource } from '../../views/requests';

const example = (cpu: string) => `
apiVersion: v1
kind: Node
metadata:
  name: node01
  labels:
    size: large
status:
  allocatable:
    cpu: "4"
    memory: 8Gi
---
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  nodeSelector:
    size: large
  containers:
    - name: web
      image: nginx:1.29
      resources:
        requests:
          cpu: ${cpu}
`;

/** Pods that ask for more than a node has, or all nodes together. */
export const requestsExceedNodes: Rule = {
  id: 'requests-exceed-nodes',
  subject: 'rollout',
  level: 'error',
  reason: 'A pod is placed where what it asks for is free; with more than any node has it waits for ever.',
  remedy: 'Ask for less, or have larger nodes',
  bad: example('4500m'),
  good: example('3500m'),
  *check(set) {
    const nodes = nodesOf(set);
    if (!nodes.some(({ allocatable }) => allocatable !== undefined)) return;
    for (const resource of ['cpu', 'memory'] as const) {
      const fitting: PodTemplate[] = [];
      for (const pod of set.pods) {
        const problem = problemOf(pod, resource, nodes);
        if (problem === undefined) fitting.push(pod);
        else yield problem;
      }
      const problem = togetherOf(fitting, resource, nodes, set);
      if (problem !== undefined) yield problem;
    }
  },
};

function problemOf(pod: PodTemplate, resource: Resource, nodes: readonly ClusterNode[]): Problem | undefined {
  const asked = amountOf(pod, 'requests', resource);
  const possible = asked.exceeds(Quantity.zero) ? nodes.filter((node) => admits(node, pod)) : [];
  const amounts = possible.map((node) => amountOn(node, resource));
  // Of a node of which nobody knows the size it may be the place.
  if (amounts.length === 0 || amounts.some((amount) => amount === undefined || !asked.exceeds(amount)))
    return undefined;
  const most = amounts.reduce<Quantity>((largest, amount) => largest.max(amount ?? Quantity.zero), Quantity.zero);
  return {
    at: largestField(pod, 'requests', resource),
    message: `A pod of ${pod.owner} asks for ${asked} of ${resource}, and the largest node that it may have has ${most}`,
  };
}

const STAYING = new Set(['Deployment', 'ReplicaSet', 'StatefulSet', 'ReplicationController', 'DaemonSet', 'Pod']);

// What stays: a Job ends, and makes room.
function togetherOf(
  pods: readonly PodTemplate[],
  resource: Resource,
  nodes: readonly ClusterNode[],
  { surroundings }: ObjectSet,
): Problem | undefined {
  let there = Quantity.zero;
  for (const node of nodes) {
    const amount = amountOn(node, resource);
    if (amount === undefined) return undefined;
    there = there.plus(amount);
  }
  const asked = pods
    .filter(({ owner }) => STAYING.has(owner.kind))
    .map((pod) => {
      const count = pod.owner.kind === 'DaemonSet' ? nodes.filter((node) => admits(node, pod)).length : pod.replicas;
      return { pod, amount: amountOf(pod, 'requests', resource).times(count) };
    });
  const all = asked.reduce((sum, { amount }) => sum.plus(amount), Quantity.zero);
  const [first, ...others] = asked;
  if (first === undefined || !all.exceeds(there)) return undefined;
  const { pod } = others.reduce((largest, one) => (one.amount.exceeds(largest.amount) ? one : largest), first);
  return {
    at: largestField(pod, 'requests', resource),
    message: `All pods together ask for ${all} of ${resource}, ${pod.owner} for the most; the ${nodes.length} node${nodes.length === 1 ? ' has' : 's have'} ${there}`,
    // In a set that may hold alternatives, not all of them run.
    ...(!surroundings.complete && { level: 'warning' }),
  };
}

function amountOn({ allocatable }: ClusterNode, resource: Resource): Quantity | undefined {
  return Quantity.parse(allocatable?.[resource]);
}
