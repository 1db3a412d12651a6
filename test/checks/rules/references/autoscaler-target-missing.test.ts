import { autoscalerTargetMissing } from '../../../../checks/rules/references/autoscaler-target-missing';
import { describeRule, findingsIn } from '../../rule-cases';

const autoscaler = (target: string, metadata = '') => `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web${metadata}
spec:
  scaleTargetRef:
    ${target}
  maxReplicas: 5
`;

const target = (apiVersion: string, kind: string, name: string) =>
  `apiVersion: ${apiVersion}\n    kind: ${kind}\n    name: ${name}`;

const workload = (apiVersion = 'apps/v1', kind = 'Deployment') => `---
apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: web
`;

const says = (rest: string) => `# ! HorizontalPodAutoscaler 'web' ${rest}`;

describeRule(autoscalerTargetMissing, {
  found: {
    'a name that is not there': `${autoscaler(target('apps/v1', 'Deployment', `wbe ${says("names Deployment 'wbe', which is not there in namespace 'default'")}`))}${workload()}`,
    'a name that another kind has': `${autoscaler(target('apps/v1', 'StatefulSet', `web ${says("names StatefulSet 'web', which is not there in namespace 'default'")}`))}${workload()}`,
    'a name in another namespace': `${autoscaler(target('apps/v1', 'Deployment', `web ${says("names Deployment 'web'; it is not in namespace 'a', and there is one in 'default'")}`), '\n  namespace: a')}${workload()}`,
    'no apiVersion': `${autoscaler('kind: Deployment\n    name: web').replace('scaleTargetRef:', `scaleTargetRef: ${says('scales a Deployment of no apiVersion, which has no such kind')}`)}${workload()}`,
    'an apiVersion that has moved': `${autoscaler(target(`extensions/v1beta1 ${says("scales a Deployment of 'extensions/v1beta1', which has no such kind")}`, 'Deployment', 'web'))}${workload()}`,
    'a slip in the kind': `${autoscaler(target('apps/v1', `deployment ${says("scales a 'deployment', which is no kind of Kubernetes")}`, 'web'))}${workload()}`,
    'a custom resource that is not there': `${autoscaler(target('argoproj.io/v1alpha1', 'Rollout', `web ${says("names Rollout 'web', which is not there in namespace 'default'")}`))}${workload()}`,
  },
  right: {
    'a Deployment': `${autoscaler(target('apps/v1', 'Deployment', 'web'))}${workload()}`,
    'a version of the same group': `${autoscaler(target('apps/v1beta1', 'Deployment', 'web'))}${workload()}`,
    'a Deployment of an old API, of which another rule speaks': `${autoscaler(target('apps/v1', 'Deployment', 'web'))}${workload('extensions/v1beta1')}`,
    'a ReplicationController': `${autoscaler(target('v1', 'ReplicationController', 'web'))}${workload('v1', 'ReplicationController')}`,
    'a custom resource': `${autoscaler(target('argoproj.io/v1alpha1', 'Rollout', 'web'))}${workload('argoproj.io/v1alpha1', 'Rollout')}`,
    'what an operator makes': `${autoscaler(target('apps/v1', 'Deployment', 'made'))}${workload('example.com/v1', 'Application')}`,
    'a kind that cannot be scaled, of which another rule speaks': autoscaler(target('apps/v1', 'DaemonSet', 'web')),
    'a target of another shape': autoscaler('- nothing'),
  },
});

test('says what to write', () => {
  const remedy = (apiVersion: string, kind: string, name = 'web') =>
    findingsIn(autoscalerTargetMissing, `${autoscaler(target(apiVersion, kind, name))}${workload()}`)[0]?.remedy;
  expect(remedy('apps/v1', 'Deployment', 'wbe')).toBe("Write 'web', which is there");
  expect(remedy('v1', 'Deployment')).toBe('Write apiVersion: apps/v1');
  expect(remedy('apps/v1', 'ReplicationController')).toBe('Write apiVersion: v1');
  expect(remedy('apps/v1', 'deployment')).toBe("Write 'Deployment'");
});

test('is a warning where the workload may be made elsewhere', () => {
  const [finding] = findingsIn(autoscalerTargetMissing, autoscaler(target('apps/v1', 'Deployment', 'web')), {
    complete: false,
  });
  expect(finding).toMatchObject({ level: 'warning' });
  expect(finding?.remedy).toMatch(/Or declare Deployment 'web' external/);
});
