import type { Field } from '../model/field';
import type { KubernetesObject } from '../model/kubernetes-object';
import type { ObjectSet } from '../model/object-set';

/** API group of roles and bindings. */
export const RBAC = 'rbac.authorization.k8s.io';

/** Every RoleBinding and ClusterRoleBinding. */
export function bindingsOf(set: ObjectSet): readonly KubernetesObject[] {
  return [...set.of('RoleBinding', RBAC), ...set.of('ClusterRoleBinding', RBAC)];
}

/** A ServiceAccount that a binding gives rights to. */
export interface AccountSubject {
  readonly field: Field;
  /** The field that says the name. */
  readonly at: Field;
  readonly name: string;
  readonly namespace: string;
  /** Whether the subject itself says the Namespace. */
  readonly saysNamespace: boolean;
}

const USER = /^system:serviceaccount:([^:]+):([^:]+)$/;

/** The ServiceAccounts among the subjects of a binding, those in the form of a user as well. */
export function accountsOf(binding: KubernetesObject): AccountSubject[] {
  return binding
    .field('subjects')
    .items()
    .flatMap((field) => accountOf(field, binding.namespace) ?? []);
}

function accountOf(field: Field, own: string | undefined): AccountSubject | undefined {
  const at = field.get('name');
  const name = at.text;
  if (name === undefined || name === '') return undefined;
  const kind = field.get('kind').text;
  if (kind === 'User') {
    const [, namespace, account] = USER.exec(name) ?? [];
    if (namespace === undefined || account === undefined) return undefined;
    return { field, at, name: account, namespace, saysNamespace: true };
  }
  if (kind !== 'ServiceAccount') return undefined;
  const said = field.get('namespace').text;
  const namespace = said || own;
  // Without one it names nobody; that is for another rule.
  return namespace === undefined ? undefined : { field, at, name, namespace, saysNamespace: Boolean(said) };
}
