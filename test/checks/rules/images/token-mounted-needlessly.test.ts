import { tokenMountedNeedlessly } from '../../../../checks/rules/images/token-mounted-needlessly';
import { describeRule } from '../../rule-cases';

const pod = (spec: string, annotations = '') => `
apiVersion: v1
kind: Pod
metadata:
  name: web${annotations}
spec: ${spec}
  containers: []`;

const account = (rest = '') => `
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
${rest}`;

const binding = (subject: string) => `
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: web
roleRef: {kind: ClusterRole, name: view}
subjects:
  - ${subject}`;

const named = '\n  serviceAccountName: web';
const mark = (name: string) =>
  ` # ! Pod 'web' has the token of ServiceAccount '${name}', which no binding gives a right`;

describeRule(tokenMountedNeedlessly, {
  found: {
    'the default account': pod(mark('default')),
    'an account without rights': `${pod(`${named}${mark('web')}`)}${account()}`,
    'an account under the old name of the field': pod(`${mark('web')}\n  serviceAccount: web`),
    'a pod that wants it although the account does not': `${pod(`${named}${mark('web')}\n  automountServiceAccountToken: true`)}${account('automountServiceAccountToken: false')}`,
    'rights of an account of another Namespace': `${pod(`${named}${mark('web')}`)}${binding('{kind: ServiceAccount, name: web, namespace: other}')}`,
    'rights of people': `${pod(`${named}${mark('web')}`)}${binding('{kind: Group, name: team}')}`,
  },
  right: {
    'no token': pod('\n  automountServiceAccountToken: false'),
    'an account without a token': `${pod(named)}${account('automountServiceAccountToken: false')}`,
    'an account with rights': `${pod(named)}${binding('{kind: ServiceAccount, name: web, namespace: default}')}`,
    'rights of all accounts': `${pod(named)}${binding('{kind: Group, name: "system:serviceaccounts"}')}`,
    'rights of all accounts of the Namespace': `${pod(named)}${binding('{kind: Group, name: "system:serviceaccounts:default"}')}`,
    'a sidecar that logs in with it': pod(named, '\n  annotations: {vault.hashicorp.com/agent-inject: "true"}'),
    'pods of an operator': `
apiVersion: example.com/v1
kind: Database
metadata:
  name: db
spec:
  template:
    spec:
      containers: [{name: db}]`,
  },
});
