import type { Field } from '../../model/field';
import { didYouMean } from '../../model/nearest';
import type { PodTemplate } from '../../model/pod-template';
import { Selector } from '../../model/selector';
import type { Problem, Rule } from '../../rule';

/** A workload that would not find the pods that it makes. */
export const selectorNotInTemplate: Rule = {
  id: 'selector-not-in-template',
  subject: 'rollout',
  level: 'error',
  reason: 'A workload counts its pods by their labels; the API server refuses one that would not find its own.',
  remedy: 'Write the labels of the selector into the pod template',
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: wbe
    spec:
      containers:
        - name: web
          image: nginx:1.29
`,
  good: `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
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
`,
  *check(set) {
    for (const pod of set.pods) {
      const field = selectorOf(pod);
      if (field === undefined) continue;
      const problem = pod.owner.kind === 'ReplicationController' ? unmet(pod, field) : problemOf(pod, field);
      if (problem !== undefined) yield problem;
    }
  },
};

const KINDS = new Set(['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet']);
const GROUPS = new Set(['apps', 'extensions']);

// The selector of a Job is made by the cluster, unless somebody wants to do it by hand.
function selectorOf({ owner }: PodTemplate): Field | undefined {
  const field = owner.field('spec', 'selector');
  const byHand = owner.kind === 'Job' && owner.field('spec', 'manualSelector').value === true;
  const counts =
    (KINDS.has(owner.kind) && GROUPS.has(owner.group)) ||
    (owner.kind === 'ReplicationController' && owner.group === '') ||
    (byHand && owner.group === 'batch');
  return counts && field.exists ? field : undefined;
}

function problemOf(pod: PodTemplate, field: Field): Problem | undefined {
  const selector = Selector.of(field, 'all');
  // Labels without matchLabels are for the rules of the schema.
  const isPlain = field.entries().every(([key]) => key === 'matchLabels' || key === 'matchExpressions');
  if (selector.isEmpty && isPlain && pod.owner.apiVersion === 'apps/v1')
    return {
      at: field,
      message: `${pod.owner} selects nothing; its pods have ${inWords(pod)}`,
      fix: `Write the labels of its pods below matchLabels`,
    };
  if (selector.matches(pod.labels)) return undefined;
  return (
    unmet(pod, field.get('matchLabels')) ?? {
      at: field.get('matchExpressions'),
      message: `${pod.owner} selects ${selector}; its own pods have ${inWords(pod)}`,
      related: [pod.template.get('metadata', 'labels')],
    }
  );
}

function unmet(pod: PodTemplate, labels: Field): Problem | undefined {
  const [wrong] = labels.entries().filter(([key, { text }]) => text !== undefined && text !== pod.labels[key]);
  if (wrong === undefined) return undefined;
  const [key, { text = '' }] = wrong;
  const there = pod.labels[key];
  return {
    at: wrong[1],
    message: `${pod.owner} selects ${key}=${text}; its own pods have ${inWords(pod)}${there === undefined ? didYouMean(key, Object.keys(pod.labels)) : ''}`,
    fix: `Write ${key}: ${text} into the labels of the pod template, or ${there === undefined ? 'leave it out of the selector' : `${key}: ${there} into the selector`}`,
    related: [pod.template.get('metadata', 'labels')],
  };
}

function inWords({ labels }: PodTemplate): string {
  const words = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  return words.length === 0 ? 'no labels' : words.join(', ');
}
