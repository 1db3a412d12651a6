import { subjectIncomplete } from '../../../../checks/rules/access/subject-incomplete';
import { describeRule, findingsIn } from '../../rule-cases';

const binding = (subject: string, kind = 'ClusterRoleBinding', version = 'v1') => `
apiVersion: rbac.authorization.k8s.io/${version}
kind: ${kind}
metadata:
  name: web
roleRef:
  kind: ClusterRole
  name: view
subjects:
  - ${subject}`;

describeRule(subjectIncomplete, {
  found: {
    'an account without a Namespace': binding(
      "kind: ServiceAccount # ! ClusterRoleBinding 'web' names ServiceAccount 'reporter' without its namespace\n    name: reporter",
    ),
    'an account with an empty Namespace': binding(
      "kind: ServiceAccount\n    name: reporter\n    namespace: '' # ! ClusterRoleBinding 'web' names ServiceAccount 'reporter' without its namespace",
    ),
    'an account of the group of roles': binding(
      "kind: ServiceAccount\n    name: reporter\n    namespace: shop\n    apiGroup: rbac.authorization.k8s.io # ! ClusterRoleBinding 'web' names ServiceAccount 'reporter' of group 'rbac.authorization.k8s.io'; accounts are of the core group",
    ),
    'a user of another group': binding(
      "kind: User\n    name: jane\n    apiGroup: rbac.authorization.k8s.io/v1 # ! RoleBinding 'web' names User 'jane' of group 'rbac.authorization.k8s.io/v1'; it is 'rbac.authorization.k8s.io'",
      'RoleBinding',
    ),
    'a kind with a slip': binding(
      "kind: Serviceaccount # ! RoleBinding 'web' has a subject of kind 'Serviceaccount'; there are ServiceAccount, User, Group; did you mean 'ServiceAccount'?\n    name: reporter",
      'RoleBinding',
    ),
    'a subject without a kind': binding(
      "name: reporter # ! RoleBinding 'web' has a subject without a kind",
      'RoleBinding',
    ),
    'a subject without a name': binding("kind: Group # ! RoleBinding 'web' has a Group without a name", 'RoleBinding'),
    'a subject with an empty name': binding(
      "kind: Group # ! RoleBinding 'web' has a Group without a name\n    name: ''",
      'RoleBinding',
    ),
  },
  right: {
    'an account without a Namespace in a RoleBinding': binding(
      'kind: ServiceAccount\n    name: reporter',
      'RoleBinding',
    ),
    'an account with an empty group': binding(
      'kind: ServiceAccount\n    name: reporter\n    namespace: shop\n    apiGroup: ""',
    ),
    'a user with and without the group': binding(
      'kind: User\n    name: jane\n  - kind: Group\n    name: team\n    apiGroup: rbac.authorization.k8s.io',
    ),
    'the oldest version, which has versions in place of groups': binding('name: reporter', 'RoleBinding', 'v1alpha1'),
  },
});

test('says what to write as the group', () => {
  const of = (subject: string) => findingsIn(subjectIncomplete, binding(subject))[0]?.remedy;
  expect(of('{kind: User, name: jane, apiGroup: v1}')).toBe('Write apiGroup: rbac.authorization.k8s.io');
  expect(of('{kind: ServiceAccount, name: a, namespace: b, apiGroup: v1}')).toBe('Write apiGroup: "", or leave it out');
});
