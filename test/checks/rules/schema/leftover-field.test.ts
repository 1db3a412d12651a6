import { leftoverField } from '../../../../checks/rules/schema/leftover-field';
import { describeRule, findingsIn } from '../../rule-cases';

const deployment = (metadata = '', template = '', container = '', spec = '', rest = '') => `---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web${metadata}
spec:${spec}
  template:
    metadata:${template}
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29${container}
${rest}`;

const has = (what: string) => ` # ! Deployment 'web' has ${what}, which a dry run or a cluster wrote`;
const inTemplate = 'spec.template.metadata.creationTimestamp';

describeRule(leftoverField, {
  found: {
    'a time in a template': deployment('', `\n      creationTimestamp: null${has(inTemplate)}`),
    'a time that a cluster wrote': deployment(
      `\n  creationTimestamp: "2026-01-01T00:00:00Z"${has('metadata.creationTimestamp')}`,
    ),
    'resources without any': deployment(
      '',
      '',
      `\n          resources: {}${has('spec.template.spec.containers[0].resources')}`,
    ),
    'a strategy without any': deployment('', '', '', `\n  strategy: {}${has('spec.strategy')}`),
    'a status': deployment('', '', '', '', `status: {}${has('status')}\n`),
    'a note of kubectl': deployment(
      `\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: "{}"${has('metadata.annotations["kubectl.kubernetes.io/last-applied-configuration"]')}`,
    ),
    'all of a dry run once': deployment(
      `\n  creationTimestamp: null${has(`metadata.creationTimestamp, ${inTemplate}, spec.strategy, spec.template.spec.containers[0].resources, status`)}`,
      '\n      creationTimestamp: null',
      '\n          resources: {}',
      '\n  strategy: {}',
      'status: {}\n',
    ),
    'what identifies an object of a cluster': deployment(
      `\n  uid: abc${has('metadata.uid, metadata.generation')}\n  generation: 1`,
    ),
    'a Namespace of an object that has none': `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: reader
  namespace: shop # ! ClusterRole 'reader' is of the whole cluster; the namespace 'shop' says nothing
rules: []
`,
    'a pod once': `apiVersion: v1
kind: Pod
metadata:
  name: web
  creationTimestamp: null # ! Pod 'web' has metadata.creationTimestamp, which a dry run or a cluster wrote
spec:
  containers:
    - name: web
`,
  },
  right: {
    'what a person writes': deployment(
      '\n  annotations:\n    note: a',
      '',
      '\n          resources:\n            limits:\n              cpu: 1',
      '\n  strategy:\n    type: Recreate',
    ),
    'what means something when it is empty': `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext: {}
  containers:
    - name: web
  volumes:
    - name: data
      emptyDir: {}
`,
    'a custom resource': 'apiVersion: example.com/v1\nkind: Web\nmetadata:\n  name: web\nstatus: {}\n',
  },
});

test('is an advice, and a warning where it holds the next apply back', () => {
  expect(findingsIn(leftoverField, deployment('\n  generation: 1'))).toMatchObject([{ level: 'advice' }]);
  expect(findingsIn(leftoverField, deployment('\n  resourceVersion: "1"'))).toMatchObject([{ level: 'warning' }]);
  expect(findingsIn(leftoverField, deployment('\n  uid: abc'))).toMatchObject([{ level: 'warning' }]);
});

test('names the other fields', () => {
  const [finding] = findingsIn(leftoverField, deployment('\n  creationTimestamp: null', '', '', '', 'status: {}\n'));
  expect(finding?.related).toMatchObject([{ line: 16 }]);
});
