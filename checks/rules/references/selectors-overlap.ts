import type { Level } from '../../level';
import { type KubernetesObject, keyOf } from '../../model/kubernetes-object';
import type { ObjectSet } from '../../model/object-set';
import type { PodTemplate } from '../../model/pod-template';
import { Selector } from '../../model/selector';
import { levelTogether, orAlternatives } from '../../model/together';
import type { Problem, Rule } from '../../rule';

const beside = (app: string) => `
apiVersion: apps/v1
kind: ReplicaSet
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
---
apiVersion: v1
kind: Pod
metadata:
  name: debug
  labels:
    app: ${app}
spec:
  containers:
    - name: debug
      image: busybox:1.37.0
`;

/** Workloads of a Namespace whose selectors mean the pods of another one. */
export const selectorsOverlap: Rule = {
  id: 'selectors-overlap',
  subject: 'references',
  level: 'error',
  reason:
    'A workload counts every pod that its selector means as its own: it adopts those of nobody, and ends what is too much.',
  remedy: 'Give each workload a label of its own, in its selector and on its pods',
  bad: beside('web'),
  good: beside('debug'),
  *check(set) {
    const seen = new Set<string>();
    for (const pod of set.pods) {
      const found = overlapOf(pod.owner, set);
      if (found === undefined) continue;
      // Workloads with the same selector have it from one another.
      const id = `${pod.namespace}\n${found.selector}`;
      if (seen.has(id)) continue;
      seen.add(id);
      yield found.problem;
    }
  },
};

interface Overlap {
  readonly selector: Selector;
  readonly problem: Problem;
}

const WORKLOADS = new Set(['Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet', 'DaemonSet']);
// Kinds that take a pod without an owner; a StatefulSet takes only names of its own, a Deployment makes ReplicaSets.
const ADOPTERS = new Set(['ReplicaSet', 'ReplicationController', 'DaemonSet']);

function overlapOf(owner: KubernetesObject, set: ObjectSet): Overlap | undefined {
  if (!WORKLOADS.has(owner.kind)) return undefined;
  const at = owner.field('spec', 'selector');
  const selector = owner.kind === 'ReplicationController' ? Selector.ofLabels(at) : Selector.of(at, 'nothing');
  if (selector.isEmpty) return undefined;
  const others = set
    .selected(selector, owner.namespace)
    .filter(({ owner: other }) => keyOf(other) !== keyOf(owner) && (WORKLOADS.has(other.kind) || other.kind === 'Pod'));
  const graded = others.flatMap((pod) => {
    const level = levelOf(owner, selector, pod, set);
    return level === undefined ? [] : [{ pod, level }];
  });
  const worst = graded.find(({ level }) => level === 'error') ?? graded[0];
  if (worst === undefined) return undefined;
  const { level, pod } = worst;
  const more = graded.length > 1 ? ` and of ${graded.length - 1} more` : '';
  const kin = isTaken(owner, selector, pod) ? orAlternatives(level) : '';
  const problem = {
    at,
    level,
    message: `the selector ${selector} of ${owner} also means the pods of ${pod.owner}${more}${kin}`,
    related: graded.map((one) => one.pod.template.get('metadata', 'labels')),
  };
  return { selector, problem };
}

// Pods that have an owner are left to it, whatever their labels; only what looks at labels counts them twice.
function levelOf(owner: KubernetesObject, selector: Selector, pod: PodTemplate, set: ObjectSet): Level | undefined {
  if (isTaken(owner, selector, pod)) return levelTogether(owner, pod.owner, set);
  return pod.owner.kind === 'Pod' ? undefined : 'warning';
}

function isTaken(owner: KubernetesObject, selector: Selector, { owner: other }: PodTemplate): boolean {
  if (other.field('metadata', 'ownerReferences').items().length > 0) return false;
  if (other.kind === 'Pod') return ADOPTERS.has(owner.kind);
  return (
    owner.kind === 'Deployment' &&
    other.kind === 'ReplicaSet' &&
    selector.matches(other.field('metadata', 'labels').texts())
  );
}
