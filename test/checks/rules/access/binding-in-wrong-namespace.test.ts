import { bindingInWrongNamespace } from '../../../../checks/rules/access/binding-in-wrong-namespace';
import { describeRule, findingsIn } from '../../rule-cases';

const account = (rest = '\n  namespace: shop') => `
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: reporter${rest}`;

const binding = (rest = '', role = 'kind: ClusterRole\n  name: view', namespace = '\n    namespace: shop') => `
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
${rest}
roleRef:
  ${role}
subjects:
  - kind: ServiceAccount
    name: reporter${namespace}`;

const unsaid =
  "metadata: # ! RoleBinding 'web' says no namespace, so it grants rights in 'default'; ServiceAccount 'reporter' is in 'shop'\n  name: web";
const plain = 'metadata:\n  name: web';
const role = `
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
rules: []`;

describeRule(bindingInWrongNamespace, {
  found: {
    'a binding that does not say where': `${account()}${binding(unsaid)}`,
    'a Role that does not say where either': `${account()}${role}${binding(unsaid, 'kind: Role\n  name: reader')}`,
  },
  right: {
    'a binding that says another Namespace: rights there': `${account()}${binding(`${plain}\n  namespace: default`)}`,
    'a binding in the Namespace of the account': `${account()}${binding(`${plain}\n  namespace: shop`)}`,
    'nothing that says a Namespace but the subject: all go where -n says': `${account('')}${binding(plain)}`,
    'something else that says it is in that Namespace': `${account()}${binding(plain)}${role.replace('reader', 'reader\n  namespace: default')}`,
    'pods in that Namespace': `${account()}${binding(plain)}
---
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers: []`,
    'a person beside the account': `${account()}${binding(plain)}\n  - kind: User\n    name: jane`,
    'accounts of two Namespaces': `${account()}${account('\n  namespace: other')}${binding(plain)}\n  - kind: ServiceAccount\n    name: reporter\n    namespace: other`,
    'a Role that is not there, of which another rule speaks': `${account()}${binding(plain, 'kind: Role\n  name: reader')}`,
    'an account that is not there': binding(plain),
    'no subjects': binding(plain).replace(/subjects:[\s\S]*/, 'subjects: []'),
  },
});

test('names the Namespace to write', () => {
  const [finding] = findingsIn(bindingInWrongNamespace, `${account()}${binding(plain)}`);
  expect(finding?.remedy).toBe('Write namespace: shop, if the rights are needed there');
  expect(finding?.related).toHaveLength(1);
});
