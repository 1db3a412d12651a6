import { autoscalerTargetCannotScale } from '../../../../checks/rules/references/autoscaler-target-cannot-scale';
import { describeRule } from '../../rule-cases';

const autoscaler = (apiVersion: string, kind: string) => `
apiVersion: autoscaling/v1
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: ${apiVersion}
    kind: ${kind}
    name: web
  maxReplicas: 5
`;

const definition = (version: string) => `---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: sites.example.com
spec:
  group: example.com
  names: {kind: Site, plural: sites}
  scope: Namespaced
  ${version}
`;

const says = (kind: string) =>
  `${kind} # ! HorizontalPodAutoscaler 'web' scales ${kind} 'web', and a ${kind} has no replicas to set`;

describeRule(autoscalerTargetCannotScale, {
  found: {
    'a DaemonSet': autoscaler('apps/v1', says('DaemonSet')),
    'a Pod': autoscaler('v1', says('Pod')),
    'a CronJob': autoscaler('batch/v1', says('CronJob')),
    'a custom resource that is defined without replicas': `${autoscaler('example.com/v1', says('Site'))}${definition('versions: [{name: v1, subresources: {status: {}}}]')}`,
  },
  right: {
    'a StatefulSet': autoscaler('apps/v1', 'StatefulSet'),
    'a custom resource that is defined with replicas': `${autoscaler('example.com/v1', 'Site')}${definition('versions: [{name: v1}, {name: v2, subresources: {scale: {specReplicasPath: .spec.replicas}}}]')}`,
    'one that is defined in the old form': `${autoscaler('example.com/v1', 'Site')}${definition('subresources: {scale: {specReplicasPath: .spec.replicas}}')}`,
    'a custom resource of which nothing is known': autoscaler('example.com/v1', 'Site'),
    'a custom resource that is called like one of Kubernetes': autoscaler('example.com/v1', 'Job'),
  },
});
