import type { ClusterNode } from '../../platform/kind';
import type { Field } from './field';
import type { KubernetesObject } from './kubernetes-object';
import type { ObjectSet } from './object-set';
import type { PodTemplate } from './pod-template';
import { Selector } from './selector';

/** A taint of a node. */
export type Taint = ClusterNode['taints'][number];

const HOST = 'kubernetes.io/hostname';
const OS = 'kubernetes.io/os';
// The kubelet writes it, and no declaration says it.
const UNDECLARED = new Set(['kubernetes.io/arch', 'beta.kubernetes.io/arch']);

/** The nodes that pods may run on: those that are declared, and those of the set; none where nothing is known of them. */
export function nodesOf(set: ObjectSet): readonly ClusterNode[] {
  const nodes = new Map(set.surroundings.nodes.map((node) => [node.name, node]));
  for (const object of set.of('Node')) nodes.set(object.name, nodeOf(object));
  return [...nodes.values()].map((node) => {
    const labels = { [HOST]: node.name, [OS]: 'linux', ...node.labels };
    return { ...node, labels: { 'beta.kubernetes.io/os': labels[OS] as string, ...labels } };
  });
}

/** Whether a toleration lets a pod onto nodes with a taint. */
export function tolerates(toleration: Field, taint: Taint): boolean {
  const said = (name: string) => toleration.get(name).text || undefined;
  const key = said('key');
  const operator = said('operator') ?? 'Equal';
  if ((said('effect') ?? taint.effect) !== taint.effect) return false;
  if (key === undefined) return operator === 'Exists';
  if (key !== taint.key) return false;
  return operator !== 'Equal' || (said('value') ?? '') === (taint.value ?? '');
}

/** Whether a node has the labels that a pod asks for. */
export function isAskedFor(node: ClusterNode, { spec }: PodTemplate): boolean {
  const labels = Object.entries(spec.get('nodeSelector').texts());
  if (!labels.every(([key, value]) => UNDECLARED.has(key) || node.labels[key] === value)) return false;
  const terms = termsOf(spec).items();
  return terms.length === 0 || terms.some((term) => isMeant(node, term));
}

/** Where a pod says which nodes it must have, any one of these. */
export function termsOf(spec: Field): Field {
  return spec.get('affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms');
}

/** Whether a pod may be placed on a node, by its labels and taints. */
export function admits(node: ClusterNode, pod: PodTemplate): boolean {
  const tolerations = pod.spec.get('tolerations').items();
  return (
    isAskedFor(node, pod) &&
    node.taints.every(
      (taint) => taint.effect === 'PreferNoSchedule' || tolerations.some((toleration) => tolerates(toleration, taint)),
    )
  );
}

// Fields are compared by name alone, the only one there is.
function isMeant(node: ClusterNode, term: Field): boolean {
  const selector = Selector.of(term, 'nothing');
  const undeclared = term
    .get('matchExpressions')
    .items()
    .some((expression) => UNDECLARED.has(expression.get('key').text ?? ''));
  const names = term
    .get('matchFields')
    .items()
    .flatMap((field) => field.get('values').items());
  if (names.length > 0 && !names.some(({ text }) => text === node.name)) return false;
  return undeclared || (selector.isEmpty ? names.length > 0 : selector.matches(node.labels));
}

function nodeOf(object: KubernetesObject): ClusterNode {
  const amounts = object.field('status', 'allocatable').exists ? 'allocatable' : 'capacity';
  const amount = (name: string) => object.field('status', amounts, name).value;
  const [cpu, memory] = [amount('cpu'), amount('memory')];
  return {
    name: object.name,
    labels: object.field('metadata', 'labels').texts(),
    taints: object
      .field('spec', 'taints')
      .items()
      .map((taint) => ({
        key: taint.get('key').text ?? '',
        value: taint.get('value').text,
        effect: taint.get('effect').text ?? '',
      })),
    mappedPorts: [],
    ...(cpu !== undefined && memory !== undefined && { allocatable: { cpu: `${cpu}`, memory: `${memory}` } }),
  };
}
