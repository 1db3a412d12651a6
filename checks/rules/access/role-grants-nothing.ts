import { isCreatedOnly, isOfCluster } from '../../facts/built-in-resources';
import { groupProblem } from '../../facts/role-groups';
import { resourceProblem } from '../../facts/role-resources';
import { verbProblem } from '../../facts/role-verbs';
import type { ObjectSet } from '../../model/object-set';
import type { Problem, Rule } from '../../rule';
import { RBAC } from '../../views/bindings';
import { isForeign, isIn, type PolicyRule, policyRulesOf } from '../../views/policy-rule';

const example = (group: string) => `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: deployer
rules:
  - apiGroups: [${group}]
    resources: [deployments]
    verbs: [get, patch]
`;

/** A rule of a role that no request ever meets. */
export const roleGrantsNothing: Rule = {
  id: 'role-grants-nothing',
  subject: 'access',
  level: 'warning',
  reason: 'Rules take any group, resource and verb; one that the API does not have grants nothing and says so nowhere.',
  remedy: 'Write group, resource and verb as kubectl api-resources -o wide lists them',
  bad: example('""'),
  good: example('apps'),
  *check(set) {
    const inCluster = grantedInCluster(set);
    for (const role of rolesOf(set)) {
      const rules = policyRulesOf(role);
      for (const rule of rules) {
        const problem = problemOf(rule, rules, inCluster);
        if (problem !== undefined) yield problem;
      }
    }
  },
};

function rolesOf(set: ObjectSet) {
  return [...set.of('ClusterRole', RBAC), ...set.of('Role', RBAC)];
}

// Where a ClusterRole grants the same, nobody misses what a Role cannot give.
function grantedInCluster(set: ObjectSet): ReadonlySet<string> {
  const rules = set.of('ClusterRole', RBAC).flatMap(policyRulesOf);
  return new Set(rules.flatMap(({ resources }) => resources.map(({ resource }) => resource)));
}

// The first cause of a rule; what follows from it is not said again.
function problemOf(rule: PolicyRule, all: readonly PolicyRule[], inCluster: ReadonlySet<string>): Problem | undefined {
  return (
    refusalOf(rule) ??
    groupProblem(rule, all) ??
    resourceProblem(rule) ??
    scopeProblem(rule, inCluster) ??
    verbProblem(rule) ??
    uselessVerbs(rule) ??
    namesProblem(rule)
  );
}

// What the API server would not take at all.
function refusalOf({ role, field, groups, resources, verbs }: PolicyRule): Problem | undefined {
  const urls = field.get('nonResourceURLs');
  if (urls.items().length > 0 && role.kind === 'Role')
    return {
      at: urls,
      level: 'error',
      message: `${role} names URLs; in a Namespace there are none`,
      fix: 'Move the rule into a ClusterRole with a ClusterRoleBinding',
    };
  if (urls.items().length > 0 && (resources.length > 0 || groups.length > 0))
    return {
      at: urls,
      level: 'error',
      message: `${role} names URLs and resources in one rule`,
      fix: 'Make two rules of it',
    };
  if (urls.items().length > 0) return undefined;
  const [lacking] = [
    ...(verbs.length === 0 ? ['verbs'] : []),
    ...(groups.length === 0 ? ['apiGroups'] : []),
    ...(resources.length === 0 ? ['resources'] : []),
  ];
  if (lacking === undefined) return undefined;
  const list = field.get(lacking);
  const fix =
    lacking === 'apiGroups' ? 'Write apiGroups: [""] for the core group, or the group of the resources' : undefined;
  return {
    at: list.exists ? list : field,
    level: 'error',
    message: `${role} has a rule without ${lacking}`,
    ...(fix !== undefined && { fix }),
  };
}

// A Role grants nothing of the whole cluster. Its own Namespace is the exception: it can be read and changed by name.
const ON_ALL = ['list', 'watch', 'create', 'deletecollection'];

function scopeProblem(
  { role, groups, resources, verbs }: PolicyRule,
  inCluster: ReadonlySet<string>,
): Problem | undefined {
  // What one may use is granted in a Namespace, wherever it is itself.
  if (role.kind !== 'Role' || verbs.some(({ text }) => text === 'use')) return undefined;
  const names = groups.map(({ text }) => text);
  if (names.some(isForeign)) return undefined;
  const wide = resources.filter(
    ({ resource }) =>
      isIn(names, resource) &&
      !inCluster.has(resource) &&
      names.every((group) => !isIn([group], resource) || isOfCluster(group, resource)) &&
      (resource !== 'namespaces' || verbs.every(({ text }) => ON_ALL.includes(text))),
  );
  const [first, ...others] = wide;
  if (first === undefined) return undefined;
  return {
    at: first.field,
    message: `${role} names ${wide.map(({ text }) => `'${text}'`).join(', ')} of the whole cluster; a Role grants what is in its Namespace`,
    fix: 'Move them into a ClusterRole with a ClusterRoleBinding',
    related: others.map(({ field }) => field),
  };
}

function uselessVerbs({ role, groups, resources, verbs }: PolicyRule): Problem | undefined {
  const useless = resources.find(({ resource, part }) => part === undefined && isCreatedOnly(resource));
  if (useless === undefined || groups.some(({ text }) => isForeign(text))) return undefined;
  if (verbs.some(({ text }) => text === 'create' || text === '*')) return undefined;
  return {
    at: useless.field,
    message: `${role} names '${useless.text}', which can only be created`,
    fix: 'Write verbs: [create]',
  };
}

// A request that creates something has no name yet.
function namesProblem({ role, field, resources, verbs }: PolicyRule): Problem | undefined {
  const names = field.get('resourceNames');
  if (names.items().length === 0 || verbs.length === 0 || resources.some(({ part }) => part !== undefined))
    return undefined;
  if (verbs.some(({ text }) => text !== 'create' && text !== 'deletecollection')) return undefined;
  return {
    at: names,
    message: `${role} allows ${verbs.map(({ text }) => text).join(', ')} for names alone, and such requests have none`,
    fix: 'Take the resourceNames away',
  };
}
