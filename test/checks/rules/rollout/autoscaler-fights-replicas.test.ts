import { autoscalerFightsReplicas } from '../../../../checks/rules/rollout/autoscaler-fights-replicas';
import { describeRule, findingsIn } from '../../rule-cases';

const workload = (replicas: string, kind = 'Deployment') => `
apiVersion: apps/v1
kind: ${kind}
metadata: {name: web}
spec:
  ${replicas}
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: web, image: nginx:1.29}]
---`;

const autoscaler = (target: string, limits = 'minReplicas: 2\n  maxReplicas: 5', namespace = 'default') => `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: scaler, namespace: ${namespace}}
spec:
  scaleTargetRef: {${target}}
  ${limits}
`;

const WEB = 'apiVersion: apps/v1, kind: Deployment, name: web';
const says = (kind: string, by = "HorizontalPodAutoscaler 'scaler'") =>
  `# ! ${kind} 'web' has 2 replicas, and ${by} scales it`;

describeRule(autoscalerFightsReplicas, {
  found: {
    'a number beside an autoscaler': `${workload(`replicas: 2 ${says('Deployment')}`)}${autoscaler(WEB)}`,
    'of a StatefulSet': `${workload(`replicas: 2 ${says('StatefulSet')}`, 'StatefulSet')}${autoscaler('apiVersion: apps/v1, kind: StatefulSet, name: web')}`,
    'none, which turns the autoscaler off': `${workload("replicas: 0 # ! Deployment 'web' has 0 replicas, with which HorizontalPodAutoscaler 'scaler' does nothing")}${autoscaler(WEB)}`,
    'the least of an autoscaler that goes on from there': `${workload(`replicas: 2 ${says('Deployment')}`)}${autoscaler(WEB, 'minReplicas: 2\n  maxReplicas: 3')}`,
    'the autoscaler of KEDA, whose target is a Deployment unless it says more': `${workload(`replicas: 2 ${says('Deployment', "ScaledObject 'scaler'")}`)}
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: {name: scaler}
spec:
  scaleTargetRef: {name: web}`,
  },
  right: {
    'no number': `${workload('minReadySeconds: 1')}${autoscaler(WEB)}`,
    'an autoscaler that has no choice': `${workload('replicas: 2')}${autoscaler(WEB, 'minReplicas: 2\n  maxReplicas: 2')}`,
    'the autoscaler of another workload': `${workload('replicas: 2')}${autoscaler('apiVersion: apps/v1, kind: Deployment, name: other')}`,
    'the autoscaler of another kind': `${workload('replicas: 2')}${autoscaler('apiVersion: apps/v1, kind: StatefulSet, name: web')}`,
    'the autoscaler of another Namespace': `${workload('replicas: 2')}${autoscaler(WEB, undefined, 'other')}`,
  },
});

test('shows the autoscaler', () => {
  const [finding] = findingsIn(autoscalerFightsReplicas, `${workload('replicas: 2')}${autoscaler(WEB)}`);
  expect(finding?.related).toEqual([{ file: 'case.yaml', line: 17, column: 3 }]);
});
