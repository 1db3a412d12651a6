import type { ClusterNode } from '../../../platform/kind';
import type { Field } from '../../model/field';
import type { KubernetesObject } from '../../model/kubernetes-object';
import { nearest } from '../../model/nearest';
import { nodesOf, type Taint, tolerates } from '../../model/nodes';
import type { Problem, Rule } from '../../rule';

const example = (value: string) => `
apiVersion: v1
kind: Node
metadata:
  name: node01
spec:
  taints:
    - key: spray
      value: mortein
      effect: NoSchedule
---
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  tolerations:
    - key: spray
      value: ${value}
      effect: NoSchedule
  containers:
    - name: web
      image: nginx:1.29
`;

/** A toleration that misses the taint that it was written for. */
export const tolerationMatchesNoTaint: Rule = {
  id: 'toleration-matches-no-taint',
  subject: 'rollout',
  level: 'warning',
  reason: 'A toleration has to name the key, the value and the effect of a taint; otherwise the node stays closed.',
  remedy: 'Write the taint as the node has it',
  bad: example('mortain'),
  good: example('mortein'),
  *check(set) {
    const taints = taintsOf(nodesOf(set));
    if (taints.size === 0) return;
    for (const { owner, spec } of set.pods)
      for (const [key, tolerations] of byKey(spec.get('tolerations').items())) {
        // A key of other clusters does no harm; one close to a key of these nodes is a slip.
        const meant = taints.has(key) ? key : nearest(key, taints.keys());
        const there = taints.get(meant ?? '');
        if (there !== undefined && !anyTolerated(there, tolerations)) yield problemOf(owner, tolerations, there);
      }
  },
};

function anyTolerated(taints: readonly Taint[], tolerations: readonly Field[]): boolean {
  return taints.some((taint) => tolerations.some((toleration) => tolerates(toleration, taint)));
}

function problemOf(owner: KubernetesObject, tolerations: readonly Field[], taints: readonly Taint[]): Problem {
  const [first] = tolerations as [Field];
  const there = taints.map(inWords);
  return {
    at: first.get('key'),
    message: `${owner} tolerates ${tolerations.map(written).join(' and ')}; the nodes have ${there.join(' and ')}`,
    fix: `Write ${there.join(' or ')}`,
  };
}

// The rule `control-plane-skipped` speaks of it.
const OLD_ROLE = 'node-role.kubernetes.io/master';

function taintsOf(nodes: readonly ClusterNode[]): Map<string, Taint[]> {
  const taints = new Map<string, Map<string, Taint>>();
  for (const taint of nodes.flatMap((node) => node.taints)) {
    const same = taints.get(taint.key) ?? new Map<string, Taint>();
    taints.set(taint.key, same.set(inWords(taint), taint));
  }
  return new Map([...taints].map(([key, same]) => [key, [...same.values()]]));
}

function byKey(tolerations: readonly Field[]): Map<string, Field[]> {
  const groups = new Map<string, Field[]>();
  for (const toleration of tolerations) {
    const key = toleration.get('key').text ?? '';
    if (key === '' || key === OLD_ROLE) continue;
    groups.set(key, [...(groups.get(key) ?? []), toleration]);
  }
  return groups;
}

function written(toleration: Field): string {
  const [key = '', value, effect = 'any effect'] = ['key', 'value', 'effect'].map((name) => toleration.get(name).text);
  return inWords({ key, value, effect });
}

function inWords({ key, value, effect }: Taint): string {
  return `${key}${value ? `=${value}` : ''}:${effect}`;
}
