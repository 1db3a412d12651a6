import { grouped } from '../../model/grouped';
import { keyOf } from '../../model/kubernetes-object';
import type { ObjectSet } from '../../model/object-set';
import type { PodTemplate } from '../../model/pod-template';
import { isThere, missing, type Reference } from '../../model/reference';
import { RunTimeMakers } from '../../model/run-time-makers';
import type { Problem, Rule } from '../../rule';

const pod = (account: string) => `
apiVersion: v1
kind: ServiceAccount
metadata:
  name: reporter
---
apiVersion: v1
kind: Pod
metadata:
  name: report
spec:
  serviceAccountName: ${account}
  containers:
    - name: report
      image: busybox:1.37.0
`;

/** A pod whose account, or whose Secret for pulling images, is not there. */
export const serviceAccountMissing: Rule = {
  id: 'service-account-missing',
  subject: 'references',
  level: 'error',
  reason: 'A pod is refused before its ServiceAccount is there, and a private image is not pulled without its Secret.',
  remedy: 'Name what is there, or make it',
  bad: pod('reporters'),
  good: pod('reporter'),
  *check(set) {
    const makers = new RunTimeMakers(set);
    yield* problemsOf(set.pods.flatMap(accountOf), 'serviceaccounts', set, makers);
    const secrets = set.pods.flatMap(pullSecretsOf);
    for (const problem of problemsOf(secrets, 'secrets', set, makers)) yield { ...problem, level: 'warning' };
  },
};

function* problemsOf(
  references: readonly Reference[],
  resource: string,
  set: ObjectSet,
  makers: RunTimeMakers,
): Iterable<Problem> {
  const absent = references.filter(
    (reference) => !isHere(reference, set) && !makers.mayMake(resource, reference.namespace),
  );
  for (const [first, ...others] of grouped(absent, keyOf).values()) {
    const problem = missing(first, String(first.at.object), set);
    if (problem !== undefined)
      yield { ...problem, related: [...others.map(({ at }) => at), ...(problem.related ?? [])] };
  }
}

function isHere(reference: Reference, set: ObjectSet): boolean {
  const { kind, namespace, name } = reference;
  return isThere(reference, set) || (kind === 'Secret' && set.secrets.of(namespace, name).length > 0);
}

function accountOf({ spec, namespace }: PodTemplate): Reference[] {
  const fields = [spec.get('serviceAccountName'), spec.get('serviceAccount')];
  const at = fields.find(({ text }) => text !== undefined && text !== '');
  return at?.text === undefined ? [] : [{ at, group: '', kind: 'ServiceAccount', namespace, name: at.text }];
}

function pullSecretsOf({ spec, namespace }: PodTemplate): Reference[] {
  return spec
    .get('imagePullSecrets')
    .items()
    .map((secret) => secret.get('name'))
    .flatMap((at) => (at.text ? [{ at, group: '', kind: 'Secret', namespace, name: at.text }] : []));
}
