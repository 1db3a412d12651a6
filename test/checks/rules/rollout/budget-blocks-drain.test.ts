import { budgetBlocksDrain } from '../../../../checks/rules/rollout/budget-blocks-drain';
import { describeRule, findingsIn } from '../../rule-cases';

const budget = (line: string, selector = '{matchLabels: {app: web}}') => `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  selector: ${selector}
  ${line}`;

const web = (replicas: string, kind = 'Deployment') => `
---
apiVersion: apps/v1
kind: ${kind}
metadata:
  name: web
spec:${replicas}
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - {name: web, image: nginx:1.29}
`;

const autoscaler = (most: number) => `
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  maxReplicas: ${most}`;

const three = '\n  replicas: 3';

describeRule(budgetBlocksDrain, {
  found: {
    'as many as there are': `${budget("minAvailable: 3 # ! PodDisruptionBudget 'web' wants 3 of the pods of Deployment 'web', which are 3: none may go")}${web(three)}`,
    'the only one': `${budget("minAvailable: 1 # ! PodDisruptionBudget 'web' wants 1 of the pods of StatefulSet 'web', which are 1: none may go")}${web('', 'StatefulSet')}`,
    'a share that comes out as all': `${budget("minAvailable: 80% # ! PodDisruptionBudget 'web' wants 80% of the pods of Deployment 'web', which are 3: none may go")}${web(three)}`,
    'as many as an autoscaler makes at most': `${budget("minAvailable: 5 # ! PodDisruptionBudget 'web' wants 5 of the pods of Deployment 'web', which are 5: none may go")}${web('')}${autoscaler(5)}`,
    'no pod that may go': budget("maxUnavailable: 0 # ! PodDisruptionBudget 'web' lets no pod go: maxUnavailable is 0"),
    'no share that may go': budget(
      "maxUnavailable: 0% # ! PodDisruptionBudget 'web' lets no pod go: maxUnavailable is 0",
    ),
    'all of them, however many': budget(
      "minAvailable: 100% # ! PodDisruptionBudget 'web' lets no pod go: minAvailable is 100%",
    ),
  },
  right: {
    'one less than there are': `${budget('minAvailable: 2')}${web(three)}`,
    'the pods of two workloads together': `${budget('minAvailable: 3')}${web(three)}${web('\n  replicas: 1').replace('name: web', 'name: other')}`,
    'a share of one pod that may go, which is rounded up': `${budget('maxUnavailable: 25%')}${web('')}`,
    'one of which an autoscaler makes more': `${budget('minAvailable: 1')}${web('')}${autoscaler(5)}`,
    'a share of which an autoscaler makes more': `${budget('minAvailable: 80%')}${web('')}${autoscaler(20)}`,
    'a DaemonSet, which a drain leaves alone': `${budget('minAvailable: 1')}${web('', 'DaemonSet')}`,
    'a DaemonSet beside another workload, of which nobody knows the number': `${budget('minAvailable: 2')}${web('', 'DaemonSet')}${web('').replace('name: web', 'name: other')}`,
    'no pods at the moment': `${budget('minAvailable: 0')}${web('\n  replicas: 0')}`,
    'pods that are nowhere, for another rule': budget('minAvailable: 1', '{matchLabels: {app: nobody}}'),
    'pods that an operator may add': `${budget('minAvailable: 1')}${web('')}
---
apiVersion: postgresql.example.com/v1
kind: Cluster
metadata: {name: web}`,
  },
});

test('shows the number of the pods', () => {
  const [finding] = findingsIn(budgetBlocksDrain, `${budget('minAvailable: 3')}${web(three)}`);
  expect(finding?.related).toEqual([{ file: 'case.yaml', line: 15, column: 3 }]);
});
