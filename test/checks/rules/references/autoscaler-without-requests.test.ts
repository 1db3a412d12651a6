import { autoscalerWithoutRequests } from '../../../../checks/rules/references/autoscaler-without-requests';
import { describeRule, findingsIn } from '../../rule-cases';

const autoscaler = (spec: string, version = 'v2', metadata = '') => `
apiVersion: autoscaling/${version}
kind: HorizontalPodAutoscaler
metadata:
  name: web${metadata}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  maxReplicas: 5
  ${spec}
`;

const metric = (name: string, target = '{type: Utilization, averageUtilization: 70}') =>
  `metrics: [{type: Resource, resource: {name: ${name}, target: ${target}}}]`;

const perContainer = (container: string) =>
  `metrics:
    - type: ContainerResource
      containerResource:
        name: cpu
        container: ${container}
        target: {type: Utilization, averageUtilization: 70}`;

const deployment = (containers: string, spec = '') => `---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:${spec}
      containers:
        ${containers}
`;

const container = (name: string, resources = '', rest = '') =>
  `- name: ${name}${rest}
          image: nginx:1.29
          resources: {${resources}}
        `;

const says = (resource = 'cpu', name = 'web') =>
  ` # ! HorizontalPodAutoscaler 'web' scales by the share of requested ${resource}, and Container '${name}' of Deployment 'web' requests none`;

const silent = (resource?: string, name = 'web') =>
  `- name: ${name}${says(resource, name)}\n          image: nginx:1.29\n        `;
const asks = 'requests: {cpu: 100m}';
const limits = (type: string, key: string, resource: string) => `---
apiVersion: v1
kind: LimitRange
metadata:
  name: defaults
spec:
  limits: [{type: ${type}, ${key}: {${resource}: 100m}}]
`;

const both = (rest: string) => `${autoscaler(metric('cpu'))}${deployment(container('web'))}${rest}`;
const found = (rest: string) => `${autoscaler(metric('cpu'))}${deployment(silent())}${rest}`;

describeRule(autoscalerWithoutRequests, {
  found: {
    'a container without requests': found(''),
    'one of two containers': `${autoscaler(metric('cpu'))}${deployment(container('web', asks) + silent('cpu', 'log'))}`,
    'a request for something else': `${autoscaler(metric('memory'))}${deployment(
      `- name: web
          image: nginx:1.29
          resources:
            requests:${says('memory')}
              cpu: 100m`,
    )}`,
    'an autoscaler that measures the cpu of its own accord': `${autoscaler('minReplicas: 2')}${deployment(silent())}`,
    'the old way to say a share': `${autoscaler('targetCPUUtilizationPercentage: 50', 'v1')}${deployment(silent())}`,
    'the first beta': `${autoscaler('metrics: [{type: Resource, resource: {name: cpu, targetAverageUtilization: 50}}]', 'v2beta1')}${deployment(silent())}`,
    'the one container that counts': `${autoscaler(perContainer('web'))}${deployment(silent() + container('log', asks))}`,
    'a container that is not there': `${autoscaler(perContainer("wbe # ! HorizontalPodAutoscaler 'web' looks at container 'wbe', which Deployment 'web' does not have"))}${deployment(container('web', asks))}`,
    'a sidecar among the init containers': `${autoscaler(metric('cpu'))}${deployment(
      container('web', asks),
      `\n      initContainers:\n        - name: log${says('cpu', 'log')}\n          image: busybox:1.37.0\n          restartPolicy: Always`,
    )}`,
    'defaults of another kind': found(limits('Pod', 'default', 'cpu')),
    'defaults for something else': found(limits('Container', 'default', 'memory')),
  },
  right: {
    'a request': `${autoscaler(metric('cpu'))}${deployment(container('web', asks))}`,
    'a limit, which is a request too': `${autoscaler(metric('cpu'))}${deployment(container('web', 'limits: {cpu: 1}'))}`,
    'an amount instead of a share': `${autoscaler(metric('cpu', '{type: AverageValue, averageValue: 1}'))}${deployment(container('web'))}`,
    'another metric': `${autoscaler('metrics: [{type: External, external: {metric: {name: queue}, target: {type: Value, value: 1}}}]')}${deployment(container('web'))}`,
    'metrics in an annotation': `${autoscaler('minReplicas: 1', 'v1', `\n  annotations: {autoscaling.alpha.kubernetes.io/metrics: '[]'}`)}${deployment(container('web'))}`,
    'an init container without requests': `${autoscaler(metric('cpu'))}${deployment(container('web', asks), '\n      initContainers: [{name: copy, image: "busybox:1.37.0"}]')}`,
    'a container that does not count': `${autoscaler(perContainer('web'))}${deployment(container('web', asks) + container('log'))}`,
    'requests of the whole pod': `${autoscaler(metric('cpu'))}${deployment(container('web'), '\n      resources: {requests: {cpu: 1}}')}`,
    'defaults of the namespace': both(limits('Container', 'defaultRequest', 'cpu')),
    'default limits of the namespace': both(limits('Container', 'default', 'cpu')),
    'a workload that is not there, of which another rule speaks': autoscaler(metric('cpu')),
  },
});

test('shows the metric and the other containers', () => {
  const [finding] = findingsIn(
    autoscalerWithoutRequests,
    `${autoscaler(metric('cpu'))}${deployment(container('web') + container('log'))}`,
  );
  expect(finding?.related.map(({ line }) => line)).toEqual([9, 24]);
});

test('is a warning where the namespace may have defaults, and believes that it has', () => {
  const [finding] = findingsIn(autoscalerWithoutRequests, both(''), { complete: false });
  expect(finding).toMatchObject({ level: 'warning' });
  expect(finding?.remedy).toMatch(/Or declare LimitRange '\*' external/);
  const externals = [{ kind: 'LimitRange', namespace: 'default', name: '*' }];
  expect(findingsIn(autoscalerWithoutRequests, both(''), { externals })).toEqual([]);
});

test('finds each resource that is missing', () => {
  const metrics = autoscaler(
    'metrics: [{type: Resource, resource: {name: cpu, target: {averageUtilization: 70}}}, {type: Resource, resource: {name: memory, target: {averageUtilization: 70}}}]',
  );
  const found = findingsIn(autoscalerWithoutRequests, `${metrics}${deployment(container('web'))}`);
  expect(found.map(({ message }) => /requested (\w+)/.exec(message)?.[1])).toEqual(['cpu', 'memory']);
});
