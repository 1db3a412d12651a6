import { rolloutCannotProgress } from '../../../../checks/rules/rollout/rollout-cannot-progress';
import { describeRule, findingsIn } from '../../rule-cases';

const workload = (kind: string, spec: string) => `
apiVersion: apps/v1
kind: ${kind}
metadata:
  name: web
spec:
${spec}
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29
`;

const neither = (kind: string) =>
  `# ! ${kind} 'web' may neither add a pod nor take one away: maxSurge and maxUnavailable are both 0`;

describeRule(rolloutCannotProgress, {
  found: {
    'no pod more and no pod less': workload(
      'Deployment',
      `  strategy:\n    rollingUpdate:\n      maxSurge: 0\n      maxUnavailable: 0 ${neither('Deployment')}`,
    ),
    'the same as shares': workload(
      'Deployment',
      `  strategy:\n    rollingUpdate:\n      maxSurge: 0%\n      maxUnavailable: 0% ${neither('Deployment')}`,
    ),
    'settings of an update for a strategy that has none': workload(
      'Deployment',
      `  strategy:
    type: Recreate
    rollingUpdate: # ! Deployment 'web' has rollingUpdate beside the strategy Recreate, which has no such thing
      maxSurge: 1`,
    ),
    'a deadline before a pod counts': workload(
      'Deployment',
      `  minReadySeconds: 60
  progressDeadlineSeconds: 60 # ! Deployment 'web' gives up after 60 s, and a pod counts as available after 60 s`,
    ),
    'the usual deadline before a pod counts': workload(
      'Deployment',
      "  minReadySeconds: 900 # ! Deployment 'web' gives up after 600 s, and a pod counts as available after 900 s",
    ),
    'a DaemonSet that takes no pod away and says no more': workload(
      'DaemonSet',
      `  updateStrategy:\n    rollingUpdate:\n      maxUnavailable: 0 ${neither('DaemonSet')}`,
    ),
    'a DaemonSet that does both': workload(
      'DaemonSet',
      `  updateStrategy:
    rollingUpdate:
      maxSurge: 1 # ! DaemonSet 'web' has maxSurge 1 with maxUnavailable 2; of a DaemonSet one of them must be 0
      maxUnavailable: 2`,
    ),
    'a DaemonSet that adds pods without saying that none may go': workload(
      'DaemonSet',
      `  updateStrategy:
    rollingUpdate:
      maxSurge: 1 # ! DaemonSet 'web' has maxSurge 1 with maxUnavailable 1, which is its default; of a DaemonSet one of them must be 0`,
    ),
  },
  right: {
    'shares that come out as no pod for few of them': workload(
      'Deployment',
      '  replicas: 1\n  strategy:\n    rollingUpdate:\n      maxSurge: 0\n      maxUnavailable: 25%',
    ),
    'no more pods, with the usual number that may go': workload(
      'Deployment',
      '  strategy:\n    rollingUpdate:\n      maxSurge: 0',
    ),
    'no pod less, with the usual number that may come': workload(
      'Deployment',
      '  strategy:\n    rollingUpdate:\n      maxUnavailable: 0',
    ),
    'Recreate with settings that a patch took away': workload(
      'Deployment',
      '  strategy:\n    type: Recreate\n    rollingUpdate: null',
    ),
    'a deadline after the time of a pod': workload(
      'Deployment',
      '  minReadySeconds: 10\n  progressDeadlineSeconds: 60',
    ),
    'a DaemonSet that adds its pods first': workload(
      'DaemonSet',
      '  updateStrategy:\n    rollingUpdate:\n      maxSurge: 1\n      maxUnavailable: 0',
    ),
    'a DaemonSet that takes pods away': workload(
      'DaemonSet',
      '  updateStrategy:\n    rollingUpdate:\n      maxSurge: 0\n      maxUnavailable: 10%',
    ),
    'a DaemonSet that somebody updates by hand': workload('DaemonSet', '  updateStrategy:\n    type: OnDelete'),
  },
});

test('shows the other setting', () => {
  const [finding] = findingsIn(
    rolloutCannotProgress,
    workload('Deployment', '  strategy:\n    rollingUpdate:\n      maxSurge: 0\n      maxUnavailable: 0'),
  );
  expect(finding?.related).toEqual([{ file: 'case.yaml', line: 9, column: 7 }]);
});

test('shows the other number', () => {
  const [finding] = findingsIn(
    rolloutCannotProgress,
    workload('Deployment', '  minReadySeconds: 60\n  progressDeadlineSeconds: 30'),
  );
  expect(finding?.remedy).toBe('Write more than 60 into progressDeadlineSeconds');
  expect(finding?.related).toEqual([{ file: 'case.yaml', line: 7, column: 3 }]);
});
