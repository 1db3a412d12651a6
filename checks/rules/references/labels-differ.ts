import type { Field } from '../../model/field';
import { nearest } from '../../model/nearest';
import type { ObjectSet } from '../../model/object-set';
import type { PodTemplate } from '../../model/pod-template';
import { type Labels, Selector } from '../../model/selector';
import type { Problem, Rule } from '../../rule';
import { expressedBy, type Wanted, wantedBy } from '../../views/wanted-labels';

const example = (label: string) => `
apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app: web
spec:
  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: kubernetes.io/hostname
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          ${label}
  containers:
    - name: web
      image: nginx:1.29
`;

/** A selector that means no pod, beside pods that have its label the other way round or with a slip in its key. */
export const labelsDiffer: Rule = {
  id: 'labels-differ',
  subject: 'references',
  level: 'warning',
  reason: 'A selector compares keys and values letter by letter: one that differs from the label means nothing.',
  remedy: 'Write the label as the pods have it',
  bad: example('web: app'),
  good: example('app: web'),
  *check(set) {
    const byWord = podsByWord(set);
    for (const { labels, selector, namespace, who } of selectorsOf(set)) {
      if (selector.isEmpty || set.selected(selector, namespace).length > 0) continue;
      if (set.surroundings.hasPods(selector, namespace)) continue;
      const problem = slipIn(labels, namespace, who, byWord);
      if (problem !== undefined) yield problem;
    }
  },
};

interface Selecting {
  readonly labels: readonly Wanted[];
  readonly selector: Selector;
  readonly namespace: string | undefined;
  readonly who: string;
}

function* selectorsOf(set: ObjectSet): Iterable<Selecting> {
  for (const pod of set.pods)
    for (const labelSelector of selectorsIn(pod)) {
      const labels = [...wantedBy(labelSelector.get('matchLabels')), ...expressedBy(labelSelector)];
      const selector = Selector.of(labelSelector, 'all');
      yield { labels, selector, namespace: pod.namespace, who: `${pod.owner} selects pods by` };
    }
  // Where operators may make pods, service-selects-nothing says nothing; a slip is one all the same.
  for (const service of set.of('Service')) {
    if (!set.mayBeMadeAtRunTime(service.namespace) || service.field('spec', 'type').text === 'ExternalName') continue;
    const selector = service.field('spec', 'selector');
    yield {
      labels: wantedBy(selector),
      selector: Selector.ofLabels(selector),
      namespace: service.namespace,
      who: `${service} selects pods by`,
    };
  }
}

// Of affinity in the Namespace of the pod itself, and of its spread.
function selectorsIn({ spec }: PodTemplate): Field[] {
  const terms = ['podAffinity', 'podAntiAffinity'].flatMap((kind) => {
    const affinity = spec.get('affinity', kind);
    const preferred = affinity.get('preferredDuringSchedulingIgnoredDuringExecution').items();
    return [
      ...affinity.get('requiredDuringSchedulingIgnoredDuringExecution').items(),
      ...preferred.map((term) => term.get('podAffinityTerm')),
    ].filter((term) => !term.get('namespaces').exists && !term.get('namespaceSelector').exists);
  });
  return [...terms, ...spec.get('topologySpreadConstraints').items()].map((term) => term.get('labelSelector'));
}

// Pods by every key and value of their labels.
function podsByWord(set: ObjectSet): Map<string, PodTemplate[]> {
  const words = new Map<string, PodTemplate[]>();
  for (const pod of set.pods)
    for (const word of new Set(Object.entries(pod.labels).flat())) {
      const key = `${pod.namespace}\n${word}`;
      const there = words.get(key);
      if (there === undefined) words.set(key, [pod]);
      else there.push(pod);
    }
  return words;
}

function slipIn(
  wanted: readonly Wanted[],
  namespace: string | undefined,
  who: string,
  byWord: Map<string, PodTemplate[]>,
): Problem | undefined {
  for (const one of wanted)
    for (const pod of byWord.get(`${namespace}\n${one.value}`) ?? []) {
      const { key, value } = one;
      const meant = labelMeant(key, value, pod.labels);
      if (meant === undefined || wanted.some((other) => other !== one && pod.labels[other.key] !== other.value))
        continue;
      return {
        at: one.field,
        message: `${who} ${key}=${value}; those of ${pod.owner} have ${meant}=${pod.labels[meant]}`,
        fix: `Write ${meant}: ${pod.labels[meant]}`,
        related: [pod.template.get('metadata', 'labels', meant)],
      };
    }
  return undefined;
}

// The key of the label that has the same words the other way round, or the same value under a name that is close.
function labelMeant(key: string, value: string, labels: Labels): string | undefined {
  if (Object.hasOwn(labels, key)) return undefined;
  if (labels[value] === key) return value;
  const same = Object.keys(labels).filter((other) => labels[other] === value);
  return nearest(key, same) ?? same.find((other) => other.split(/[./]/).includes(key));
}
