import { selectorNotInTemplate } from '../../../../checks/rules/rollout/selector-not-in-template';
import { describeRule, findingsIn } from '../../rule-cases';

const workload = (
  selector: string,
  { kind = 'Deployment', api = 'apps/v1', labels = '{app: web, tier: front}' } = {},
) => `
apiVersion: ${api}
kind: ${kind}
metadata:
  name: web
spec:
${selector}
  template:
    metadata:
      labels: ${labels}
    spec:
      containers:
        - name: web
          image: nginx:1.29
`;

describeRule(selectorNotInTemplate, {
  found: {
    'a slip in a value': workload(`  selector:
    matchLabels:
      app: wbe # ! Deployment 'web' selects app=wbe; its own pods have app=web, tier=front`),
    'a slip in a key': workload(`  selector:
    matchLabels:
      app: web
      teir: front # ! Deployment 'web' selects teir=front; its own pods have app=web, tier=front; did you mean 'tier'?`),
    'two labels that are not there, once': workload(`  selector:
    matchLabels:
      run: a # ! Deployment 'web' selects run=a; its own pods have app=web, tier=front
      release: b`),
    'an expression': workload(`  selector:
    matchExpressions: # ! Deployment 'web' selects tier in (back, middle); its own pods have app=web, tier=front
      - {key: tier, operator: In, values: [back, middle]}`),
    'pods without labels': workload(
      `  selector:
    matchLabels:
      app: web # ! StatefulSet 'web' selects app=web; its own pods have no labels`,
      { kind: 'StatefulSet', labels: '{}' },
    ),
    'an empty selector': workload(
      "  selector: {} # ! DaemonSet 'web' selects nothing; its pods have app=web, tier=front",
      { kind: 'DaemonSet' },
    ),
    'a ReplicationController, which has labels alone': workload(
      `  selector:
    app: wbe # ! ReplicationController 'web' selects app=wbe; its own pods have app=web, tier=front`,
      { kind: 'ReplicationController', api: 'v1' },
    ),
    'a Deployment of an older API': workload(
      `  selector:
    matchLabels:
      app: wbe # ! Deployment 'web' selects app=wbe; its own pods have app=web, tier=front`,
      { api: 'extensions/v1beta1' },
    ),
    'a Job whose selector is written by hand': workload(
      `  manualSelector: true
  selector:
    matchLabels:
      app: wbe # ! Job 'web' selects app=wbe; its own pods have app=web, tier=front`,
      { kind: 'Job', api: 'batch/v1' },
    ),
  },
  right: {
    'fewer labels than the pods have': workload('  selector: {matchLabels: {app: web}}'),
    'expressions that hold': workload(
      '  selector: {matchExpressions: [{key: tier, operator: In, values: [back, front]}, {key: old, operator: DoesNotExist}]}',
    ),
    'an older API, which takes the labels of the pods where nothing is said': workload('  selector: {}', {
      api: 'apps/v1beta1',
    }),
    'a ReplicationController that says nothing': workload('  replicas: 1', {
      kind: 'ReplicationController',
      api: 'v1',
    }),
    'labels at the wrong place, which the schema knows': workload('  selector: {app: wbe}'),
    'a Job, whose selector the cluster makes': workload('  selector: {matchLabels: {app: wbe}}', {
      kind: 'Job',
      api: 'batch/v1',
    }),
    'a pod template in the resource of an operator': workload('  selector: {matchLabels: {app: wbe}}', {
      kind: 'Rollout',
      api: 'argoproj.io/v1alpha1',
    }),
  },
});

test('says both ways out', () => {
  const [finding] = findingsIn(selectorNotInTemplate, workload('  selector: {matchLabels: {app: wbe}}'));
  expect(finding?.remedy).toBe('Write app: wbe into the labels of the pod template, or app: web into the selector');
  expect(finding?.related).toEqual([{ file: 'case.yaml', line: 10, column: 7 }]);
});

test('says to leave out a label that the pods have not', () => {
  const [finding] = findingsIn(selectorNotInTemplate, workload('  selector: {matchLabels: {run: web}}'));
  expect(finding?.remedy).toBe('Write run: web into the labels of the pod template, or leave it out of the selector');
});
