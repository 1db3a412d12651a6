import type { Field } from '../../model/field';
import type { KubernetesObject } from '../../model/kubernetes-object';
import { nearest } from '../../model/nearest';
import type { ObjectSet } from '../../model/object-set';
import { RunTimeMakers } from '../../model/run-time-makers';
import { Selector } from '../../model/selector';
import type { Problem, Rule } from '../../rule';
import { KnownNamespaces, NAME_LABEL } from '../../views/known-namespaces';
import { labelsInWords, noPodSelected } from '../../views/no-pod-selected';

const policy = (app: string) => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector:
    matchLabels:
      app: ${app}
  ingress: []
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app: web
spec:
  containers:
    - name: web
      image: nginx:1.29
`;

/** A NetworkPolicy whose pods, peers or Namespaces are none. */
export const networkPolicySelectsNothing: Rule = {
  id: 'network-policy-selects-nothing',
  subject: 'references',
  level: 'warning',
  reason: 'A policy that means no pod protects none, and a peer that means nothing lets nobody through.',
  remedy: 'Write the labels of what is meant into the selector',
  bad: policy('wbe'),
  good: policy('web'),
  *check(set) {
    const known = { set, makers: new RunTimeMakers(set), namespaces: new KnownNamespaces(set) };
    for (const group of ['networking.k8s.io', 'extensions'])
      for (const object of set.of('NetworkPolicy', group)) yield* problemsOf(object, known);
  },
};

interface Known {
  readonly set: ObjectSet;
  readonly makers: RunTimeMakers;
  readonly namespaces: KnownNamespaces;
}

function* problemsOf(object: KubernetesObject, known: Known): Iterable<Problem> {
  const own = object.field('spec', 'podSelector');
  const problems = [
    noPodSelected(own, Selector.of(own, 'all'), `${object} is for pods with`, known.set, known.makers),
    ...peersOf(object).map((peer) => problemOfPeer(peer, known)),
  ];
  for (const problem of problems) if (problem !== undefined) yield problem;
}

function peersOf(object: KubernetesObject): Field[] {
  return [['ingress', 'from'] as const, ['egress', 'to'] as const].flatMap(([direction, peers]) =>
    object
      .field('spec', direction)
      .items()
      .flatMap((rule) => rule.get(peers).items()),
  );
}

function problemOfPeer(peer: Field, known: Known): Problem | undefined {
  const [pods, spaces] = [peer.get('podSelector'), peer.get('namespaceSelector')];
  const selector = Selector.of(pods, 'all');
  const does = `a peer of ${peer.object} is pods with`;
  if (!spaces.exists) return noPodSelected(pods, selector, does, known.set, known.makers);
  const matched = known.namespaces.matching(Selector.of(spaces, 'all'), namesIn(spaces));
  if (matched.length === 0) return noNamespace(spaces, known);
  return selector.isEmpty ? undefined : noPodIn(matched, pods, selector, known);
}

// Pods of a Namespace in which the set puts none are somebody else's.
function noPodIn(matched: readonly string[], at: Field, selector: Selector, known: Known): Problem | undefined {
  const { set, makers } = known;
  const namespaces = new Set<string | undefined>(matched);
  if (set.selectedAnywhere(selector).some(({ namespace }) => namespaces.has(namespace))) return undefined;
  const isOpen = (name: string) =>
    set.podsIn(name).length === 0 || makers.mayMake('pods', name) || set.surroundings.hasPods(selector, name);
  if (matched.some(isOpen)) return undefined;
  const where = matched.map((name) => `'${name}'`).join(', ');
  return {
    at,
    message: `a peer of ${at.object} is pods with ${selector} in namespace ${where}; no pod there has it`,
    unlessElsewhere: `pods with ${selector}`,
  };
}

// Namespaces and their labels are often made by hand: without all of them, only what looks like a slip is reported.
function noNamespace(at: Field, { set, namespaces }: Known): Problem | undefined {
  const selector = Selector.of(at, 'all');
  const words = [...namespaces.made].flatMap(([name, { [NAME_LABEL]: _, ...labels }]) => [
    labelsInWords(labels),
    `${NAME_LABEL}=${name}`,
  ]);
  const [, name] = /^name=(.*)$/.exec(String(selector)) ?? [];
  const meant = name !== undefined && namespaces.has(name) ? `${NAME_LABEL}=${name}` : nearest(String(selector), words);
  if (meant === undefined && !set.surroundings.complete) return undefined;
  return {
    at,
    message: `a peer of ${at.object} is namespaces with ${selector}; none that is known has it`,
    ...(meant !== undefined && { fix: `Write ${meant.replaceAll('=', ': ')}, which is there` }),
    unlessElsewhere: `a Namespace with ${selector}`,
  };
}

function namesIn(selector: Field): string[] {
  const values = selector
    .get('matchExpressions')
    .items()
    .filter((expression) => expression.get('key').text === NAME_LABEL)
    .flatMap((expression) => expression.get('values').items());
  return [selector.get('matchLabels', NAME_LABEL), ...values].flatMap(({ text }) => text ?? []);
}
