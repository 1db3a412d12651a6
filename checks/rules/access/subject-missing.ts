import type { KubernetesObject } from '../../model/kubernetes-object';
import { didYouMean, nearest } from '../../model/nearest';
import type { ObjectSet } from '../../model/object-set';
import { isThere, namesLike } from '../../model/reference';
import { RunTimeMakers } from '../../model/run-time-makers';
import type { Problem, Rule } from '../../rule';
import { type AccountSubject, accountsOf, bindingsOf } from '../../views/bindings';

const example = (account: string) => `
apiVersion: v1
kind: ServiceAccount
metadata:
  name: reporter
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: reporter
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
subjects:
  - kind: ServiceAccount
    name: ${account}
`;

/** A binding to a ServiceAccount that is not there. */
export const subjectMissing: Rule = {
  id: 'subject-missing',
  subject: 'access',
  level: 'error',
  reason: 'A binding takes any name; rights that an account of another name or Namespace has reach nobody.',
  remedy: 'Name a ServiceAccount that is there, with its Namespace',
  bad: example('reportr'),
  good: example('reporter'),
  *check(set) {
    const inhabited = new Set(set.objects.map(({ namespace }) => namespace));
    const makers = new RunTimeMakers(set);
    const unknown = bindingsOf(set)
      .flatMap(accountsOf)
      .filter((account) => !isKnown(account, inhabited, makers, set));
    // All that one -n would mend is one problem.
    const byN = new Map<string, Problem[]>();
    for (const account of unknown) {
      const stray = strayOf(account, set);
      if (stray === undefined) yield problemOf(account, set);
      else if (stray.saysNamespace) yield misplaced(account, stray);
      else {
        const key = `${stray.namespace}\n${account.namespace}`;
        byN.set(key, [...(byN.get(key) ?? []), withN(account, stray)]);
      }
    }
    for (const [first, ...others] of byN.values())
      if (first !== undefined) yield { ...first, related: [...(first.related ?? []), ...others.map(({ at }) => at)] };
  },
};

const GROUP = '';
const KIND = 'ServiceAccount';
// Accounts that the cluster makes for itself.
const OF_CLUSTER =
  /-controller$|^(coredns|kube-proxy|kindnet|kube-dns|bootstrap-signer|token-cleaner|generic-garbage-collector|horizontal-pod-autoscaler|persistent-volume-binder|root-ca-cert-publisher)$/;

function isKnown(
  account: AccountSubject,
  inhabited: ReadonlySet<string | undefined>,
  makers: RunTimeMakers,
  set: ObjectSet,
): boolean {
  const { at, name, namespace } = account;
  if (isThere({ at, group: GROUP, kind: KIND, namespace, name }, set)) return true;
  if (namespace === 'kube-system' && OF_CLUSTER.test(name)) return true;
  if (makers.mayMake('serviceaccounts', namespace)) return true;
  // A Namespace that somebody else fills.
  return (
    namespace !== 'default' &&
    !inhabited.has(namespace) &&
    set.surroundings.provides({ kind: 'Namespace', namespace: undefined, name: namespace })
  );
}

// An account of this name in another Namespace; rather one that -n could bring to where it is looked for.
function strayOf({ name }: AccountSubject, set: ObjectSet): KubernetesObject | undefined {
  const there = set.anywhere({ group: GROUP, kind: KIND, name });
  return there.find(({ saysNamespace }) => !saysNamespace) ?? there[0];
}

function words({ field, name, namespace }: AccountSubject): string {
  return `${field.object} names ServiceAccount '${name}' of namespace '${namespace}'`;
}

function withN(account: AccountSubject, stray: KubernetesObject): Problem {
  return {
    at: account.at,
    level: 'warning',
    message: `${words(account)}; it is not there, and there is one in '${stray.namespace}'`,
    fix: `Apply with -n ${account.namespace}, or write that Namespace into the ServiceAccount`,
    related: [stray.field('metadata', 'name')],
  };
}

function misplaced(account: AccountSubject, stray: KubernetesObject): Problem {
  const at = account.field.get('namespace');
  // A subject without a Namespace is looked for where -n puts the binding.
  const movable = !account.saysNamespace && !account.field.object.saysNamespace;
  return {
    at: at.exists ? at : account.at,
    ...(movable && { level: 'warning' as const }),
    message: `${words(account)}; it is not there, and there is one in '${stray.namespace}'`,
    fix: movable
      ? `Apply with -n ${stray.namespace}, or write namespace: ${stray.namespace} into the subject`
      : `Write namespace: ${stray.namespace}`,
    related: [stray.field('metadata', 'name')],
    unlessElsewhere: `ServiceAccount '${account.name}'`,
  };
}

function problemOf(account: AccountSubject, set: ObjectSet): Problem {
  const names = namesLike({ group: GROUP, kind: KIND, namespace: account.namespace }, set);
  const meant = nearest(account.name, names);
  return {
    at: account.at,
    message: `${words(account)}, which is not there${didYouMean(account.name, names)}`,
    ...(meant !== undefined && { fix: `Write '${meant}', which is there` }),
    unlessElsewhere: `ServiceAccount '${account.name}'`,
  };
}
