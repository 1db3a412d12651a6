import type { KubernetesObject } from '../../model/kubernetes-object';
import type { ObjectSet } from '../../model/object-set';
import { isThere, missing, type Reference } from '../../model/reference';
import type { Problem, Rule } from '../../rule';
import { bindingsOf, RBAC } from '../../views/bindings';

const example = (role: string) => `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: web
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: ${role}
subjects:
  - kind: ServiceAccount
    name: default
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
rules:
  - apiGroups: [""]
    resources: [pods]
    verbs: [get]
`;

/** A binding to a role that is not there. */
export const roleMissing: Rule = {
  id: 'role-missing',
  subject: 'access',
  level: 'error',
  reason: 'A binding gives the rights of the role that it names; of one that is not there, it gives none.',
  remedy: 'Name a role that is there, in the Namespace of the binding or of the whole cluster',
  bad: example('raeder'),
  good: example('reader'),
  *check(set) {
    for (const binding of bindingsOf(set)) {
      const problem = refusalOf(binding) ?? problemOf(binding, set);
      if (problem !== undefined) yield problem;
    }
  },
};

// What the API server would not take at all.
function refusalOf(binding: KubernetesObject): Problem | undefined {
  const role = binding.field('roleRef');
  const group = role.get('apiGroup');
  if (group.text !== undefined && group.text !== '' && group.text !== RBAC)
    return {
      at: group,
      message: `${binding} names a role of group '${group.text}'; roles are of '${RBAC}'`,
      fix: `Write apiGroup: ${RBAC}`,
    };
  const kind = role.get('kind');
  if (binding.kind === 'ClusterRoleBinding' && kind.text === 'Role')
    return {
      at: kind,
      message: `${binding} names Role '${role.get('name').text}'; for the whole cluster there are only ClusterRoles`,
      fix: 'Name a ClusterRole, or make a RoleBinding in the Namespace of the Role',
    };
  if (kind.text === undefined || kind.text === 'Role' || kind.text === 'ClusterRole') return undefined;
  return { at: kind, message: `${binding} names a ${kind.text}; a role is a Role or a ClusterRole` };
}

function problemOf(binding: KubernetesObject, set: ObjectSet): Problem | undefined {
  const at = binding.field('roleRef', 'name');
  const kind = binding.field('roleRef', 'kind').text;
  if (at.text === undefined || kind === undefined) return undefined;
  const name = at.text;
  const namespace = kind === 'Role' ? binding.namespace : undefined;
  const reference: Reference = { at, group: RBAC, kind, namespace, name };
  const problem = missing(reference, String(binding), set);
  if (problem === undefined) return undefined;
  const other = kind === 'Role' ? 'ClusterRole' : 'Role';
  const otherNamespace = other === 'Role' ? binding.namespace : undefined;
  if (isThere({ ...reference, kind: other, namespace: otherNamespace }, set))
    return {
      at: binding.field('roleRef', 'kind'),
      message: `${binding} names ${kind} '${name}', which is not there; there is a ${other} of that name`,
      fix: `Write kind: ${other}`,
      unlessElsewhere: `${kind} '${name}'`,
    };
  return problem.level === undefined ? { ...problem, ...elsewhere(reference, set) } : problem;
}

// A Role serves the bindings of its own Namespace alone, whatever -n says.
function elsewhere(reference: Reference, set: ObjectSet): Partial<Problem> {
  const [role] = reference.namespace === undefined ? [] : set.anywhere(reference);
  if (role === undefined) return {};
  return {
    message: `${reference.at.object} names Role '${reference.name}', which is in namespace '${role.namespace}' and serves only bindings there`,
    fix: `Put both into one Namespace: the Role into '${reference.namespace}', or the binding into '${role.namespace}'`,
    related: [role.field('metadata', 'namespace')],
  };
}
