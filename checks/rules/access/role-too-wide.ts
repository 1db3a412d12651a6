import type { Field } from '../../model/field';
import type { KubernetesObject } from '../../model/kubernetes-object';
import type { Problem, Rule } from '../../rule';
import { accountsOf, bindingsOf, RBAC } from '../../views/bindings';

const example = (resources: string, verbs: string) => `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: reporter
rules:
  - apiGroups: ["*"]
    resources: [${resources}]
    verbs: [${verbs}]
`;

/** Rights to everything. */
export const roleTooWide: Rule = {
  id: 'role-too-wide',
  subject: 'access',
  level: 'warning',
  reason: 'Whoever gets into a pod has the rights of its account: with all of them, the whole cluster.',
  remedy: 'Name the resources and verbs that the application uses',
  bad: example('"*"', '"*"'),
  good: example('pods', 'get, list, watch'),
  *check(set) {
    for (const role of [...set.of('ClusterRole', RBAC), ...set.of('Role', RBAC)]) {
      const [first, ...others] = role.field('rules').items().filter(isEverything);
      if (first !== undefined)
        yield { at: first, message: `${role} allows everything ${reach(role)}`, related: others };
    }
    for (const binding of bindingsOf(set)) {
      const problem = adminOf(binding);
      if (problem !== undefined) yield problem;
    }
  },
};

function reach({ kind, namespace }: KubernetesObject): string {
  return kind === 'Role' ? `in namespace '${namespace}'` : 'in the whole cluster';
}

// All of a group that somebody brings is its own; all of the core group has every Secret in it.
function isEverything(rule: Field): boolean {
  const groups = textsOf(rule.get('apiGroups'));
  return (
    (groups.includes('*') || groups.includes('')) &&
    textsOf(rule.get('resources')).includes('*') &&
    textsOf(rule.get('verbs')).includes('*')
  );
}

function textsOf(list: Field): string[] {
  return list.items().flatMap(({ text }) => text ?? []);
}

// The groups that every account or everybody belongs to.
const ANYBODY = /^system:(serviceaccounts(:.*)?|authenticated|unauthenticated)$/;

function adminOf(binding: KubernetesObject): Problem | undefined {
  const at = binding.field('roleRef', 'name');
  if (binding.kind !== 'ClusterRoleBinding' || at.text !== 'cluster-admin') return undefined;
  const [account] = accountsOf(binding);
  const crowd = binding
    .field('subjects')
    .items()
    .map((subject) => subject.get('name').text ?? '')
    .find((name) => ANYBODY.test(name));
  if (account === undefined && crowd === undefined) return undefined;
  const who = account === undefined ? `group '${crowd}'` : `ServiceAccount '${account.name}'`;
  return { at, message: `${binding} makes ${who} an administrator of the whole cluster` };
}
