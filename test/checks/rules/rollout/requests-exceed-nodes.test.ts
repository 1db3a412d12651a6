import { requestsExceedNodes } from '../../../../checks/rules/rollout/requests-exceed-nodes';
import { describeRule, findingsIn } from '../../rule-cases';

const node = (name: string, cpu?: string, memory = '8Gi') => ({
  name,
  labels: { size: name },
  taints: [],
  mappedPorts: [],
  ...(cpu !== undefined && { allocatable: { cpu, memory } }),
});
const nodes = [node('small', '1', '2Gi'), node('large', '4')];

const workload = (resources: string, { kind = 'Deployment', name = 'web', replicas = 1, more = '' } = {}) => `
apiVersion: apps/v1
kind: ${kind}
metadata: {name: ${name}}
spec:
  replicas: ${replicas}
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web
          image: nginx:1.29
          resources:
            ${resources}
${more}
`;

const says = (asked: string, most: string) =>
  `# ! A pod of Deployment 'web' asks for ${asked}, and the largest node that it may have has ${most}`;

describeRule(requestsExceedNodes, {
  surroundings: { nodes },
  found: {
    'more than any node has': workload(`requests:\n              cpu: 5 ${says('5 of cpu', '4')}`),
    'more memory than any node has': workload(`requests:\n              memory: 9Gi ${says('9Gi of memory', '8Gi')}`),
    'limits, which count where no request is said': workload(
      `limits:\n              cpu: 4100m ${says('4100m of cpu', '4')}`,
    ),
    'more than the nodes that they may have': workload(
      `requests:\n              cpu: 1500m ${says('1500m of cpu', '1')}`,
      {
        more: '      nodeSelector: {size: small}',
      },
    ),
    'two containers together': workload('requests: {cpu: 1}', {
      more: `        - name: other
          image: nginx:1.29
          resources:
            requests:
              cpu: 3500m ${says('4500m of cpu', '4')}`,
    }),
    'a container that runs before': workload('requests: {cpu: 1}', {
      more: `      initContainers:
        - name: other
          image: nginx:1.29
          resources:
            requests:
              cpu: 6 ${says('6 of cpu', '4')}`,
    }),
    'a pod as a whole': workload('requests: {cpu: 1}', {
      more: `      resources:\n        requests:\n          cpu: 6 ${says('6 of cpu', '4')}`,
    }),
    'what the runtime needs besides': workload(`requests:\n              cpu: 4 ${says('4500m of cpu', '4')}`, {
      more: '      overhead: {cpu: 500m}',
    }),
    'all pods together': `${workload('requests: {cpu: 1}', { replicas: 2, name: 'other' })}---${workload(
      "requests:\n              cpu: 1 # ! All pods together ask for 6 of cpu, Deployment 'web' for the most; the 2 nodes have 5",
      { replicas: 4 },
    )}`,
    'one on each node, together with others': `${workload(
      "requests:\n              cpu: 1 # ! All pods together ask for 6 of cpu, DaemonSet 'web' for the most; the 2 nodes have 5",
      { kind: 'DaemonSet', replicas: 9, more: '        - {name: b, image: b, resources: {requests: {cpu: 1}}}' },
    )}---${workload('requests: {cpu: 2}', { name: 'other' })}`,
  },
  right: {
    'all that a node has': workload('requests: {cpu: 4, memory: 8Gi}'),
    'all that the nodes have': workload('requests: {cpu: 100m}', { replicas: 50 }),
    'a container that runs before and needs no more': workload('requests: {cpu: 3}', {
      more: '      initContainers: [{name: a, image: a, resources: {requests: {cpu: 3}}}]',
    }),
    'requests below their limits': workload('{requests: {cpu: 1}, limits: {cpu: 64}}'),
    'nothing that is said': workload('{}', { replicas: 100 }),
    'what is no amount, for the rules of the schema': workload('requests: {cpu: many}'),
    'a Job, which ends': `${workload('requests: {cpu: 3}')}---${workload('requests: {cpu: 3}')
      .replace('apps/v1', 'batch/v1')
      .replace('Deployment', 'Job')}`,
  },
});

test('says nothing where a node may be large enough', () => {
  const found = (...known: ReturnType<typeof node>[]) =>
    findingsIn(requestsExceedNodes, workload('requests: {cpu: 5}', { replicas: 3 }), { nodes: known }).length;
  expect(found(node('small', '1'))).toBe(1);
  expect(found(node('small', '1'), node('unknown'))).toBe(0);
});

test('is only a warning where not all objects may run together', () => {
  const yaml = workload('requests: {cpu: 1}', { replicas: 9 });
  const levels = (complete: boolean) =>
    findingsIn(requestsExceedNodes, yaml, { nodes, complete }).map(({ level }) => level);
  expect(levels(true)).toEqual(['error']);
  expect(levels(false)).toEqual(['warning']);
});
