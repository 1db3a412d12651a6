import { hostPortRepeats } from '../../../../checks/rules/ports/host-port-repeats';
import { describeRule, findingsIn } from '../../rule-cases';

const workload = (kind: string, name: string, port: string, { replicas = 1, spec = '' } = {}) => `
---
apiVersion: apps/v1
kind: ${kind}
metadata:
  name: ${name}
spec:
  replicas: ${replicas}
  template:
    spec:${spec}
      containers:
        - name: web
          ports:
            - ${port}`;

const pod = (ports: string, rest = '') => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:${rest}
  containers:
    - name: web
      ports:
        - ${ports.replaceAll('\n', '\n        - ')}`;

const port = 'hostPort: 80';
const onHost = '\n      hostNetwork: true';
const twice = "# ! Pod 'web' asks for port 80 of its node twice";
const everywhere = "# ! DaemonSet 'a' and DaemonSet 'b' both ask for port 80 of every node";
const edge = '\n      nodeSelector: {edge: "true"}';

describeRule(hostPortRepeats, {
  found: {
    'one host port twice in a pod': pod(`{containerPort: 1, hostPort: 80}\nhostPort: 80 ${twice}`),
    'any address in two words': pod(`{hostPort: 80, hostIP: 0.0.0.0}\nhostPort: 80 ${twice}`),
    'one port of two containers in the network of the node': pod(
      `containerPort: 80\ncontainerPort: 80 ${twice}`,
      '\n  hostNetwork: true',
    ),
    'two DaemonSets with one host port': `${workload('DaemonSet', 'a', port)}${workload('DaemonSet', 'b', `${port} ${everywhere}`)}`,
    'two DaemonSets in the network of the node': `${workload('DaemonSet', 'a', 'containerPort: 80', { spec: onHost })}${workload('DaemonSet', 'b', `containerPort: 80 ${everywhere}`, { spec: onHost })}`,
    'two Deployments on the only node': `${workload('Deployment', 'a', port)}${workload('Deployment', 'b', `${port} # ! Deployment 'a' and Deployment 'b' both ask for port 80 of the only node for both`)}`,
    'more pods than nodes': workload(
      'Deployment',
      'a',
      `${port} # ! Deployment 'a' asks for 2 pods, each with port 80 of its node; 1 node admits them`,
      { replicas: 2 },
    ),
  },
  right: {
    'one number over two protocols': pod('hostPort: 53\n{hostPort: 53, protocol: UDP}'),
    'one number of two addresses': pod('{hostPort: 80, hostIP: 10.0.0.1}\n{hostPort: 80, hostIP: 10.0.0.2}'),
    'one port of two containers in their own network': pod('containerPort: 80\ncontainerPort: 80'),
    'two DaemonSets for different nodes': `${workload('DaemonSet', 'a', port)}${workload('DaemonSet', 'b', port, { spec: edge })}`,
    'a DaemonSet for every node, which has no number of pods': workload('DaemonSet', 'a', port, { replicas: 3 }),
    'pods that no node admits': workload('Deployment', 'a', port, { replicas: 2, spec: edge }),
    'one DaemonSet in two files': `${workload('DaemonSet', 'a', port)}${workload('DaemonSet', 'a', port)}`,
    'Jobs, which end': [1, 2]
      .map(
        (job) => `
---
apiVersion: batch/v1
kind: Job
metadata: {name: job-${job}}
spec: {template: {spec: {containers: [{name: a, ports: [{hostPort: 80}]}]}}}`,
      )
      .join(''),
    'a container that runs before the others': pod('hostPort: 80', '\n  initContainers: [{ports: [{hostPort: 80}]}]'),
    'a resource of an operator': workload('Database', 'a', '{hostPort: 80}\n            - {hostPort: 80}').replace(
      'apps/v1',
      'example.com/v1',
    ),
  },
});

const many = `${workload('Deployment', 'a', port)}${workload('Deployment', 'b', port, { replicas: 2 })}`;
const node = (name: string) => ({ name, labels: {}, taints: [], mappedPorts: [] });

test('counts the nodes that are declared', () => {
  expect(findingsIn(hostPortRepeats, many, { nodes: [node('a'), node('b')] })).toEqual([]);
  expect(findingsIn(hostPortRepeats, many, { nodes: [] })).toEqual([]);
  const [finding] = findingsIn(hostPortRepeats, workload('Deployment', 'a', port, { replicas: 3 }), {
    nodes: [node('a'), node('b')],
  });
  expect(finding).toMatchObject({ level: 'warning', message: expect.stringMatching(/; 2 nodes admit them$/) });
});

test('is sure within a pod and of DaemonSets', () => {
  const daemons = `${workload('DaemonSet', 'a', port)}${workload('DaemonSet', 'b', port)}`;
  const [twiceInPod] = findingsIn(hostPortRepeats, pod('hostPort: 80\nhostPort: 80'), { complete: false });
  expect(twiceInPod).toMatchObject({ level: 'error', related: [{ file: 'case.yaml', line: 10, column: 11 }] });
  expect(findingsIn(hostPortRepeats, daemons, { complete: false })).toMatchObject([
    { level: 'error', related: [{ file: 'case.yaml', line: 14, column: 15 }] },
  ]);
  expect(findingsIn(hostPortRepeats, many)[0]?.level).toBe('warning');
});
