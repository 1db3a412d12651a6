import { roleGrantsNothing } from '../../../../checks/rules/access/role-grants-nothing';
import { describeRule, findingsIn } from '../../rule-cases';

const role = (rules: string, kind = 'Role') => `
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata:
  name: web
rules:
${rules}`;

const rule = (groups: string, resources: string, verbs = 'get', rest = '') => `
  - apiGroups: [${groups}]
    resources: [${resources}]
    verbs: [${verbs}]${rest}`;

const mark = (message: string) => ` # ! Role 'web' ${message}\n      `;

describeRule(roleGrantsNothing, {
  found: {
    'a resource of another group': role(
      rule("''", `\n      deployments${mark("names 'deployments' of the core group; it is of group 'apps'")}`),
    ),
    'one of two resources of another group': role(
      rule('apps', `deployments,\n      pods${mark("names 'pods' of group 'apps'; it is of the core group")}`),
    ),
    'a kind in place of a resource': role(
      rule("''", `\n      Pod${mark("names 'Pod', which is no resource of the core group; did you mean 'pods'?")}`),
    ),
    'one in place of many': role(
      rule(
        "'networking.k8s.io'",
        `\n      networkpolicy${mark("names 'networkpolicy', which is no resource of group 'networking.k8s.io'; did you mean 'networkpolicies'?")}`,
      ),
    ),
    'a slip': role(
      rule(
        "'', apps",
        `\n      deploymnets${mark("names 'deploymnets', which is no resource of the core group and group 'apps'; did you mean 'deployments'?")}`,
      ),
    ),
    'a resource of nobody': role(
      rule("''", `\n      applications${mark("names 'applications', which is no resource of the core group")}`),
    ),
    'a part with a slip': role(
      rule("''", `\n      pods/logs${mark("names 'pods/logs', which there is not; did you mean 'pods/log'?")}`),
    ),
    'a group with a version': role(
      rule(
        `\n      apps/v1${mark("names group 'apps/v1', which is no group of the API; did you mean 'apps'?")}`,
        'deployments',
      ),
    ),
    'a version in place of the core group': role(
      rule(`\n      v1${mark("names group 'v1', which is no group of the API; did you mean ''?")}`, "'*'"),
    ),
    'a group with a slip': role(
      rule(
        `\n      networking.k8.io${mark("names group 'networking.k8.io', which is no group of the API; did you mean 'networking.k8s.io'?")}`,
        "'*'",
      ),
    ),
    'a group without a dot': role(
      rule(`\n      other${mark("names group 'other', which is no group of the API")}`, "'*'"),
    ),
    'the group that everything has left': role(
      rule(`\n      extensions${mark("names group 'extensions', which serves nothing any more")}`, 'ingresses'),
    ),
    'resources of the whole cluster in a Role': role(
      rule(
        "''",
        `pods,\n      nodes,${mark("names 'nodes', 'persistentvolumes' of the whole cluster; a Role grants what is in its Namespace")}persistentvolumes`,
      ),
    ),
    'all Namespaces in a Role': role(
      rule(
        "''",
        `\n      namespaces${mark("names 'namespaces' of the whole cluster; a Role grants what is in its Namespace")}`,
        'list, watch',
      ),
    ),
    'a word that is no verb': role(
      rule(
        "''",
        'pods',
        `get,\n      read${mark("allows 'read', which no request asks for; did you mean 'get, list, watch'?")}`,
      ),
    ),
    'a verb with a slip': role(
      rule("''", 'pods', `\n      lists${mark("allows 'lists', which no request asks for; did you mean 'list'?")}`),
    ),
    'a verb in capitals': role(
      rule("''", 'pods', `\n      GET${mark("allows 'GET', which no request asks for; did you mean 'get'?")}`),
    ),
    'verbs in one text': role(
      rule(
        "''",
        'pods',
        `\n      'get,list'${mark("allows 'get,list', which no request asks for; did you mean 'get, list'?")}`,
      ),
    ),
    'reading what can only be created': role(
      rule(
        'authorization.k8s.io',
        `\n      localsubjectaccessreviews${mark("names 'localsubjectaccessreviews', which can only be created")}`,
      ),
    ),
    'creating by name': role(
      rule(
        "''",
        'configmaps',
        'create',
        "\n    resourceNames: [web] # ! Role 'web' allows create for names alone, and such requests have none",
      ),
    ),
    'a rule without groups': role(
      "  - resources: [pods] # ! Role 'web' has a rule without apiGroups\n    verbs: [get]",
    ),
    'a rule with an empty list of verbs': role(rule("''", 'pods', " # ! Role 'web' has a rule without verbs\n     ")),
    'a rule without resources': role(
      "  - apiGroups: [''] # ! Role 'web' has a rule without resources\n    verbs: [get]",
    ),
    'URLs in a Role': role(
      "  - nonResourceURLs: [/metrics] # ! Role 'web' names URLs; in a Namespace there are none\n    verbs: [get]",
    ),
    'URLs beside resources': role(
      rule(
        "''",
        'pods',
        'get',
        "\n    nonResourceURLs: [/metrics] # ! ClusterRole 'web' names URLs and resources in one rule",
      ),
      'ClusterRole',
    ),
  },
  right: {
    'resources of several groups in one rule': role(rule("'', apps, batch", 'pods, pods/log, deployments/scale, jobs')),
    'the old group beside the new one': role(rule('extensions, networking.k8s.io', 'ingresses, ingresses/status')),
    'the old group in a rule of its own, beside the new one': role(
      `${rule('extensions', 'ingresses')}${rule('networking.k8s.io', 'ingresses')}`,
    ),
    'policies for pods, which are gone': role(
      `${rule('policy', 'podsecuritypolicies', 'use')}${rule('extensions', 'podsecuritypolicies', 'use')}`,
      'ClusterRole',
    ),
    'a group of somebody else, with verbs of its own': role(
      rule('metrics.k8s.io, argoproj.io', 'pods, rollouts', 'get, sync'),
    ),
    'any group': role(rule("'*'", 'anything, nodes', 'lists')),
    'a group of the cluster that may have grown': role(rule('resource.k8s.io', 'poolreports')),
    'the own Namespace by name': role(rule("''", 'namespaces', 'get, list')),
    'resources of the whole cluster in a ClusterRole': role(
      rule("''", 'nodes, nodes/proxy, namespaces'),
      'ClusterRole',
    ),
    'finalizers of a resource': role(rule('apps', 'deployments/finalizers', 'update')),
    'verbs that only roles know': role(
      `${rule('rbac.authorization.k8s.io', 'clusterroles', 'bind, escalate')}${rule("''", 'users, groups', 'impersonate')}${rule('certificates.k8s.io', 'signers', 'approve, sign')}`,
      'ClusterRole',
    ),
    'a custom verb': role(rule("''", 'services', 'impersonate:user-info')),
    'some verbs by name, and create': role(
      rule("''", 'configmaps', 'create, get, update', '\n    resourceNames: [web]'),
    ),
    'creating a part by name': role(rule("''", 'serviceaccounts/token', 'create', '\n    resourceNames: [web]')),
    'asking whether one may': role(rule('authorization.k8s.io', 'subjectaccessreviews', 'create'), 'ClusterRole'),
    'URLs in a ClusterRole': role('  - nonResourceURLs: [/metrics]\n    verbs: [get]', 'ClusterRole'),
    'a resource of the whole cluster that a ClusterRole grants as well': `${role(rule('networking.k8s.io', 'ingresses, ingressclasses'))}
---${role(rule('networking.k8s.io', 'ingressclasses'), 'ClusterRole')}`,
    'what one may use in a Namespace': role(rule('policy', 'podsecuritypolicies', 'use')),
    'a group that is none beside one of somebody else': role(rule('v1, example.com', 'widgets')),
    'a group that is not needed beside the right one': role(rule("'', v1", 'pods')),
    'a role that others fill': `${role('  []', 'ClusterRole')}\naggregationRule: {}`,
  },
});

test('what the API server refuses is an error', () => {
  const [finding] = findingsIn(roleGrantsNothing, role('  - resources: [pods]\n    verbs: [get]'));
  expect(finding).toMatchObject({
    level: 'error',
    remedy: 'Write apiGroups: [""] for the core group, or the group of the resources',
  });
});

test('says what to write', () => {
  const remedy = (rules: string) => findingsIn(roleGrantsNothing, role(rules))[0]?.remedy;
  expect(remedy(rule("''", 'deployments'))).toBe('Write apiGroups: ["apps"]');
  expect(remedy(rule('extensions', 'ingresses'))).toBe('Write networking.k8s.io');
  expect(remedy(rule('v1', 'pods'))).toBe('Write "", the core group');
  expect(remedy(rule("''", 'pod/log'))).toBe('Write pods/log');
  expect(remedy(rule("''", 'pods/logs'))).toBe('Write pods/log');
  expect(remedy(rule("''", 'nodes'))).toBe('Move them into a ClusterRole with a ClusterRoleBinding');
});
