import type { ClusterNode } from '../../../platform/kind';
import type { Field } from '../../model/field';
import { nearest } from '../../model/nearest';
import { isAskedFor, nodesOf, termsOf } from '../../model/nodes';
import type { PodTemplate } from '../../model/pod-template';
import { Selector } from '../../model/selector';
import type { Problem, Rule } from '../../rule';

const example = (size: string) => `
apiVersion: v1
kind: Node
metadata:
  name: node01
  labels:
    size: large
---
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  nodeSelector:
    size: ${size}
  containers:
    - name: web
      image: nginx:1.29
`;

/** Pods that ask for a node that is not there. */
export const nodeSelectorMatchesNoNode: Rule = {
  id: 'node-selector-matches-no-node',
  subject: 'rollout',
  level: 'warning',
  reason: 'A pod waits for a node with the labels that it asks for, for ever if none has them.',
  remedy: 'Write labels that a node has, or label a node: kubectl label node <name> <key>=<value>',
  bad: example('lrage'),
  good: example('large'),
  *check(set) {
    const nodes = nodesOf(set);
    if (nodes.length === 0) return;
    const labels = valuesByKey(nodes);
    for (const pod of set.pods) {
      const problem = byName(pod, nodes) ?? byLabels(pod, nodes, labels);
      // On other nodes a DaemonSet has nothing to do: only a slip says that it should.
      if (problem !== undefined && (pod.owner.kind !== 'DaemonSet' || problem.fix !== undefined)) yield problem;
    }
  },
};

function byName({ owner, spec }: PodTemplate, nodes: readonly ClusterNode[]): Problem | undefined {
  const at = spec.get('nodeName');
  const names = nodes.map(({ name }) => name);
  // A pod that was written down from a cluster has the node that it was on.
  if (!at.text || names.includes(at.text) || owner.field('status').exists) return undefined;
  const meant = nearest(at.text, names);
  return {
    at,
    message: `${owner} wants the node '${at.text}'; there ${are(names)}`,
    ...(meant !== undefined && { fix: `Write '${meant}', which is there` }),
  };
}

function byLabels(pod: PodTemplate, nodes: readonly ClusterNode[], labels: Values): Problem | undefined {
  if (nodes.some((node) => isAskedFor(node, pod))) return undefined;
  const { owner, spec } = pod;
  const names = nodes.map(({ name }) => name);
  const selector = spec.get('nodeSelector');
  const wanted = Object.entries(selector.texts());
  const unmet = wanted.find(([key, value]) => !labels.get(key)?.has(value));
  if (unmet !== undefined) {
    const [key, value] = unmet;
    const meant = slipIn(key, value, labels);
    return {
      at: selector.get(key),
      message: `${owner} wants a node with ${key}=${value}; there ${are(names)} without it`,
      ...(meant !== undefined && { fix: `Write ${meant}, which a node has` }),
    };
  }
  const terms = termsOf(spec);
  const asked = [...wanted.map((label) => label.join('=')), terms.items().map(inWords).join(' or ')];
  return {
    at: terms.items().length > 0 ? terms : selector,
    message: `${owner} wants a node with ${asked.filter((word) => word !== '').join(', ')}; there ${are(names)} without all of it`,
  };
}

type Values = ReadonlyMap<string, ReadonlySet<string>>;

function valuesByKey(nodes: readonly ClusterNode[]): Values {
  const values = new Map<string, Set<string>>();
  for (const [key, value] of nodes.flatMap(({ labels }) => Object.entries(labels)))
    values.set(key, (values.get(key) ?? new Set()).add(value));
  return values;
}

function slipIn(key: string, value: string, labels: Values): string | undefined {
  const there = labels.get(key);
  const keys = [...labels].filter(([, values]) => values.has(value)).map(([other]) => other);
  const meant = there === undefined ? nearest(key, keys) : nearest(value, there);
  if (meant === undefined) return undefined;
  return there === undefined ? `${meant}=${value}` : `${key}=${meant}`;
}

function inWords(term: Field): string {
  const names = term
    .get('matchFields')
    .items()
    .flatMap((field) => field.get('values').items())
    .map(({ value }) => `the name '${value}'`);
  return [String(Selector.of(term, 'nothing')), ...names].filter((word) => word !== '').join(', ');
}

function are(names: readonly string[]): string {
  const shown = names.slice(0, 6).map((name) => `'${name}'`);
  if (names.length > shown.length) shown.push(`${names.length - shown.length} more`);
  return `${names.length === 1 ? 'is' : 'are'} ${shown.join(', ')}`;
}
