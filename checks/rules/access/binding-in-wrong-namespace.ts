import type { KubernetesObject } from '../../model/kubernetes-object';
import type { ObjectSet } from '../../model/object-set';
import { isThere } from '../../model/reference';
import type { Problem, Rule } from '../../rule';
import { type AccountSubject, accountsOf, RBAC } from '../../views/bindings';

const example = (namespace: string) => `
apiVersion: v1
kind: ServiceAccount
metadata:
  name: reporter
  namespace: shop
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: reporter${namespace}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
subjects:
  - kind: ServiceAccount
    name: reporter
    namespace: shop
`;

/**
 * A RoleBinding that goes to another Namespace than all that it serves. To grant rights elsewhere is a good use of
 * bindings, so it counts only where the binding does not say its Namespace and everything around it does.
 */
export const bindingInWrongNamespace: Rule = {
  id: 'binding-in-wrong-namespace',
  subject: 'access',
  level: 'warning',
  reason: 'A RoleBinding grants rights in its own Namespace, wherever the accounts are that it names.',
  remedy: 'Write the Namespace in which the rights are needed into the RoleBinding',
  bad: example(''),
  good: example('\n  namespace: shop'),
  *check(set) {
    const inhabited = namespacesSaid(set);
    for (const binding of set.of('RoleBinding', RBAC)) {
      if (binding.saysNamespace || inhabited.has(binding.namespace ?? '')) continue;
      if (set.podsIn(binding.namespace).length > 0) continue;
      const problem = problemOf(binding, set);
      if (problem !== undefined) yield problem;
    }
  },
};

// Namespaces that some object names as its own.
function namespacesSaid(set: ObjectSet): ReadonlySet<string> {
  return new Set(
    set.objects.flatMap(({ namespace, saysNamespace }) =>
      saysNamespace && namespace !== undefined ? [namespace] : [],
    ),
  );
}

function problemOf(binding: KubernetesObject, set: ObjectSet): Problem | undefined {
  const subjects = binding.field('subjects').items();
  const accounts = accountsOf(binding);
  const [first] = accounts;
  if (first === undefined || accounts.length < subjects.length) return undefined;
  if (accounts.some((account) => account.namespace !== first.namespace || !livesThere(account, set))) return undefined;
  if (first.namespace === binding.namespace || !roleFits(binding, set)) return undefined;
  return {
    at: binding.field('metadata'),
    message: `${binding} says no namespace, so it grants rights in '${binding.namespace}'; ServiceAccount '${first.name}' is in '${first.namespace}'`,
    fix: `Write namespace: ${first.namespace}, if the rights are needed there`,
    related: [first.at],
  };
}

function livesThere({ name, namespace, saysNamespace }: AccountSubject, set: ObjectSet): boolean {
  return saysNamespace && set.find({ group: '', kind: 'ServiceAccount', namespace, name })?.saysNamespace === true;
}

// Where the role is missing as well, that is the finding.
function roleFits(binding: KubernetesObject, set: ObjectSet): boolean {
  const kind = binding.field('roleRef', 'kind').text ?? '';
  const at = binding.field('roleRef', 'name');
  const namespace = kind === 'Role' ? binding.namespace : undefined;
  return kind === 'ClusterRole' || isThere({ at, group: RBAC, kind, namespace, name: at.text ?? '' }, set);
}
