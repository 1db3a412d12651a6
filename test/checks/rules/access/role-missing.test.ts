import { roleMissing } from '../../../../checks/rules/access/role-missing';
import { describeRule, findingsIn } from '../../rule-cases';

const binding = (roleRef: string, kind = 'RoleBinding', rest = '') => `
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata:
  name: web${rest}
roleRef:
  ${roleRef}
subjects:
  - kind: User
    name: jane`;

const role = (kind: string, rest = '') => `
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata:
  name: reader${rest}
rules: []`;

describeRule(roleMissing, {
  found: {
    'a Role that is not there': binding(
      "kind: Role\n  name: reader # ! RoleBinding 'web' names Role 'reader', which is not there in namespace 'default'",
    ),
    'a ClusterRole that is not there': binding(
      "kind: ClusterRole\n  name: veiw # ! ClusterRoleBinding 'web' names ClusterRole 'veiw', which is not there",
      'ClusterRoleBinding',
    ),
    'a Role in another Namespace': `${binding(
      "kind: Role\n  name: reader # ! RoleBinding 'web' names Role 'reader', which is in namespace 'b' and serves only bindings there",
      'RoleBinding',
      '\n  namespace: a',
    )}${role('Role', '\n  namespace: b')}`,
    'a Role that goes where -n says': `${binding(
      "kind: Role\n  name: reader # ! RoleBinding 'web' names Role 'reader'; it is not in namespace 'a', and there is one in 'default'",
      'RoleBinding',
      '\n  namespace: a',
    )}${role('Role')}`,
    'a ClusterRole that is called a Role': `${binding(
      "kind: Role # ! RoleBinding 'web' names Role 'reader', which is not there; there is a ClusterRole of that name\n  name: reader",
    )}${role('ClusterRole')}`,
    'a Role that is called a ClusterRole': `${binding(
      "kind: ClusterRole # ! RoleBinding 'web' names ClusterRole 'reader', which is not there; there is a Role of that name\n  name: reader",
    )}${role('Role')}`,
    'a Role for the whole cluster': `${binding(
      "kind: Role # ! ClusterRoleBinding 'web' names Role 'reader'; for the whole cluster there are only ClusterRoles\n  name: reader",
      'ClusterRoleBinding',
    )}${role('Role')}`,
    'a group with a version': `${binding(
      "apiGroup: rbac.authorization.k8s.io/v1 # ! RoleBinding 'web' names a role of group 'rbac.authorization.k8s.io/v1'; roles are of 'rbac.authorization.k8s.io'\n  kind: Role\n  name: reader",
    )}${role('Role')}`,
    'a kind that is none': binding(
      "kind: role # ! RoleBinding 'web' names a role; a role is a Role or a ClusterRole\n  name: reader",
    ),
  },
  right: {
    'a ClusterRole of the cluster itself': binding('kind: ClusterRole\n  name: view'),
    'a Role of the cluster itself': binding(
      'kind: Role\n  name: extension-apiserver-authentication-reader',
      'RoleBinding',
      '\n  namespace: kube-system',
    ),
    'a ClusterRole that a RoleBinding uses in its Namespace': `${binding('apiGroup: ""\n  kind: ClusterRole\n  name: reader')}${role('ClusterRole')}`,
    'a binding that is broken in other ways': binding('kind: Role'),
    'a binding without a kind of role': binding('name: reader'),
  },
});

test('a role that may be made elsewhere is a warning', () => {
  const [finding] = findingsIn(roleMissing, binding('kind: ClusterRole\n  name: other'), { complete: false });
  expect(finding?.level).toBe('warning');
});

test('says where both could go', () => {
  const [finding] = findingsIn(
    roleMissing,
    `${binding('kind: Role\n  name: reader', 'RoleBinding', '\n  namespace: a')}${role('Role', '\n  namespace: b')}`,
  );
  expect(finding?.remedy).toBe("Put both into one Namespace: the Role into 'a', or the binding into 'b'");
  expect(finding?.related).toHaveLength(1);
});
