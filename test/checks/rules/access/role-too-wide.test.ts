import { roleTooWide } from '../../../../checks/rules/access/role-too-wide';
import { describeRule, findingsIn } from '../../rule-cases';

const role = (rules: string, kind = 'ClusterRole') => `
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata:
  name: wide
rules:
${rules}`;

const rule = (groups: string, resources: string, verbs: string, mark = '') => `  - apiGroups: [${groups}]${mark}
    resources: [${resources}]
    verbs: [${verbs}]`;

const binding = (subject: string, kind = 'ClusterRoleBinding', mark = '') => `
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata:
  name: wide
roleRef:
  kind: ClusterRole
  name: cluster-admin${mark}
subjects:
  - ${subject}`;

describeRule(roleTooWide, {
  found: {
    'everything of every group': role(
      rule("'*'", "'*'", "'*'", " # ! ClusterRole 'wide' allows everything in the whole cluster"),
    ),
    'everything of the core group': role(
      rule("'', apps", "'*'", "get, '*'", " # ! ClusterRole 'wide' allows everything in the whole cluster"),
    ),
    'everything in a Namespace': role(
      rule("'*'", "'*'", "'*'", " # ! Role 'wide' allows everything in namespace 'default'"),
      'Role',
    ),
    'an account that becomes administrator': binding(
      'kind: ServiceAccount\n    name: web\n    namespace: shop',
      'ClusterRoleBinding',
      " # ! ClusterRoleBinding 'wide' makes ServiceAccount 'web' an administrator of the whole cluster",
    ),
    'all accounts that become administrators': binding(
      'kind: Group\n    name: system:serviceaccounts',
      'ClusterRoleBinding',
      " # ! ClusterRoleBinding 'wide' makes group 'system:serviceaccounts' an administrator of the whole cluster",
    ),
  },
  right: {
    'everything of a group that is its own': role(rule('example.com', "'*'", "'*'")),
    'reading everything': role(rule("'*'", "'*'", 'get, list, watch')),
    'every verb on one resource': role(rule("''", 'configmaps', "'*'")),
    'people who are administrators': binding('kind: Group\n    name: operators'),
    'an administrator of one Namespace': binding('kind: ServiceAccount\n    name: web', 'RoleBinding'),
  },
});

test('two rules of one role are one finding', () => {
  const all = rule("'*'", "'*'", "'*'");
  const findings = findingsIn(roleTooWide, role(`${all}\n${all}`));
  expect(findings.map(({ related }) => related.length)).toEqual([1]);
});
