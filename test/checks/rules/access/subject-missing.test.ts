import { subjectMissing } from '../../../../checks/rules/access/subject-missing';
import { describeRule, findingsIn } from '../../rule-cases';

const account = (rest = '', name = 'reporter') => `
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}${rest}`;

const binding = (subject: string, rest = '', kind = 'RoleBinding') => `
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata:
  name: web${rest}
roleRef:
  kind: ClusterRole
  name: view
subjects:
  - ${subject}`;

const inShop = '\n  namespace: shop';
const named = 'kind: ServiceAccount\n    name: reporter';

describeRule(subjectMissing, {
  found: {
    'a slip in the name': `${account()}${binding(
      "kind: ServiceAccount\n    name: reportr # ! RoleBinding 'web' names ServiceAccount 'reportr' of namespace 'default', which is not there; did you mean 'reporter'?",
    )}`,
    'a name of nobody': `${account()}${binding(
      "kind: ServiceAccount\n    name: web # ! RoleBinding 'web' names ServiceAccount 'web' of namespace 'default', which is not there",
    )}`,
    'an account in the form of a user': `${account()}${binding(
      "kind: User\n    name: system:serviceaccount:default:web # ! RoleBinding 'web' names ServiceAccount 'web' of namespace 'default', which is not there",
    )}`,
    'an account of another Namespace': `${account(inShop)}${binding(
      `${named}\n    namespace: default # ! ClusterRoleBinding 'web' names ServiceAccount 'reporter' of namespace 'default'; it is not there, and there is one in 'shop'`,
      '',
      'ClusterRoleBinding',
    )}`,
    'a subject without a Namespace, where the binding says another one': `${account(inShop)}${binding(
      "kind: ServiceAccount\n    name: reporter # ! RoleBinding 'web' names ServiceAccount 'reporter' of namespace 'other'; it is not there, and there is one in 'shop'",
      '\n  namespace: other',
    )}`,
    'a missing account of the Namespace of an add-on, where the set has more of it': `${account('\n  namespace: cert-manager')}${binding(
      "kind: ServiceAccount\n    name: other # ! ClusterRoleBinding 'web' names ServiceAccount 'other' of namespace 'cert-manager', which is not there\n    namespace: cert-manager",
      '',
      'ClusterRoleBinding',
    )}`,
  },
  right: {
    'an account in the Namespace of the binding': `${account(inShop)}${binding(named, inShop)}`,
    'an account of another Namespace that the subject says': `${account(inShop)}${binding(`${named}\n    namespace: shop`)}`,
    'the account that every Namespace has': binding('kind: ServiceAccount\n    name: default\n    namespace: shop'),
    'an account of the cluster itself': `${account('\n  namespace: kube-system')}${binding('kind: ServiceAccount\n    name: job-controller\n    namespace: kube-system')}`,
    'an account in a Namespace that somebody else fills': binding(
      'kind: ServiceAccount\n    name: cert-manager\n    namespace: cert-manager',
    ),
    'users and groups': binding('kind: User\n    name: jane\n  - kind: Group\n    name: system:serviceaccounts:shop'),
    'an account that an operator makes': `${binding('kind: ServiceAccount\n    name: other')}
---
apiVersion: example.com/v1
kind: Database
metadata:
  name: web`,
    'an account without a Namespace for the whole cluster, of which another rule speaks': binding(
      named,
      '',
      'ClusterRoleBinding',
    ),
    'no subjects and empty ones': binding('kind: ServiceAccount\n  - name: ""\n    kind: ServiceAccount\n  - 7'),
  },
});

test('says once that a -n is needed', () => {
  const subject = `${named}\n    namespace: shop`;
  const findings = findingsIn(
    subjectMissing,
    `${account()}${binding(subject)}${binding(subject, '', 'ClusterRoleBinding')}`,
  );
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({
    level: 'warning',
    remedy: 'Apply with -n shop, or write that Namespace into the ServiceAccount',
    message:
      "RoleBinding 'web' names ServiceAccount 'reporter' of namespace 'shop'; it is not there, and there is one in 'default'",
  });
  expect(findings[0]?.related.map(({ line }) => line)).toEqual([6, 29]);
});

test('prefers the account that -n could bring', () => {
  const [finding] = findingsIn(
    subjectMissing,
    `${account(inShop)}${account()}${binding(`${named}\n    namespace: other`)}`,
  );
  expect(finding?.remedy).toMatch(/^Apply with -n other/);
});

test('a binding that -n could bring to the account is a warning', () => {
  const [finding] = findingsIn(subjectMissing, `${account(inShop)}${binding(named)}`);
  expect(finding).toMatchObject({
    level: 'warning',
    remedy: 'Apply with -n shop, or write namespace: shop into the subject',
  });
});

test('writes the Namespace of the account', () => {
  const [finding] = findingsIn(subjectMissing, `${account(inShop)}${binding(`${named}\n    namespace: default`)}`);
  expect(finding).toMatchObject({ level: 'error', remedy: 'Write namespace: shop' });
});
