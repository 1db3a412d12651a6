import type { Field } from './field';
import type { KubernetesObject } from './kubernetes-object';
import type { ObjectSet } from './object-set';

/** Who may make things once a set runs: operators by their own resources, and accounts by their roles. */
export class RunTimeMakers {
  private readonly granted = new Set<string>();

  constructor(private readonly set: ObjectSet) {
    const roles = new Map(
      ['Role', 'ClusterRole'].flatMap((kind) => rbac(kind, set).map((role) => [roleKey(role), created(role)] as const)),
    );
    for (const kind of ['RoleBinding', 'ClusterRoleBinding'])
      for (const binding of rbac(kind, set))
        for (const resource of roles.get(boundRole(binding)) ?? [])
          for (const namespace of reached(binding)) this.granted.add(`${namespace}\n${resource}`);
  }

  /** Whether something may make objects of a resource, such as `secrets`, in a Namespace. */
  public mayMake(resource: string, namespace: string | undefined): boolean {
    return this.set.mayBeMadeAtRunTime(namespace) || this.granted.has(`${namespace}\n${resource}`);
  }
}

function rbac(kind: string, set: ObjectSet): readonly KubernetesObject[] {
  return set.of(kind, 'rbac.authorization.k8s.io');
}

function roleKey({ kind, namespace, name }: Pick<KubernetesObject, 'kind' | 'namespace' | 'name'>): string {
  return `${kind}\n${namespace ?? ''}\n${name}`;
}

// What a role says word by word: one that may do everything is nobody who makes this or that.
function created(role: KubernetesObject): Set<string> {
  const texts = (field: Field) => field.items().flatMap(({ text }) => text ?? []);
  const rules = role.field('rules').items();
  const making = rules.filter((rule) => texts(rule.get('verbs')).some((verb) => verb === 'create' || verb === '*'));
  return new Set(making.flatMap((rule) => texts(rule.get('resources'))));
}

function boundRole(binding: KubernetesObject): string {
  const kind = binding.field('roleRef', 'kind').text ?? '';
  const namespace = kind === 'Role' ? binding.namespace : undefined;
  return roleKey({ kind, namespace, name: binding.field('roleRef', 'name').text ?? '' });
}

// An operator of the whole cluster makes things for itself where it runs; elsewhere one of its resources asks for them.
function reached(binding: KubernetesObject): (string | undefined)[] {
  if (binding.kind === 'RoleBinding') return [binding.namespace];
  const subjects = binding.field('subjects').items();
  return subjects.map((subject) => subject.get('namespace').text);
}
