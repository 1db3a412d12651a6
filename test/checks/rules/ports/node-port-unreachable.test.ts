import { nodePortUnreachable } from '../../../../checks/rules/ports/node-port-unreachable';
import { describeRule, findingsIn } from '../../rule-cases';

const service = (nodePort: string, type = 'NodePort') => `
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: ${type}
  ports:
    - port: 80
      nodePort: ${nodePort}`;

const workload = (hostPort: string, spec = '', kind = 'Deployment') => `
apiVersion: apps/v1
kind: ${kind}
metadata:
  name: web
spec:
  template:
    spec:${spec}
      containers:
        - name: web
          ports:
            - containerPort: 8080
              hostPort: ${hostPort}`;

describeRule(nodePortUnreachable, {
  found: {
    'a node port that is not mapped': service(
      "31000 # ! Service 'web' asks for port 31000 of the nodes; of this cluster, localhost has 80, 443, 30080",
    ),
    'a host port that is not mapped': workload(
      "8080 # ! Deployment 'web' asks for port 8080 of the nodes; of this cluster, localhost has 80, 443, 30080",
    ),
  },
  right: {
    'a node port that is mapped': service('30080'),
    'a node port that the cluster gives': service('0'),
    'a Service with an address of its own': service('31000', 'LoadBalancer'),
    'a host port that is mapped': workload('80'),
    'a host port for the node itself': workload('8080\n              hostIP: 127.0.0.1'),
    'a host port on every node': workload('8080', '', 'DaemonSet'),
    'pods in the network of the node': workload('8080', '\n      hostNetwork: true'),
    'a resource of an operator': workload('8080').replace('apps/v1', 'example.com/v1'),
  },
});

test('is a warning', () => {
  expect(findingsIn(nodePortUnreachable, service('31000'))).toMatchObject([{ level: 'warning' }]);
});

test('says nothing of a cluster that nobody knows, and all of one that maps nothing', () => {
  const node = { name: 'a', labels: {}, taints: [], mappedPorts: [] };
  expect(findingsIn(nodePortUnreachable, service('30080'), { nodes: [] })).toEqual([]);
  expect(findingsIn(nodePortUnreachable, service('30080'), { nodes: [node] })[0]?.message).toBe(
    "Service 'web' asks for port 30080 of the nodes; of this cluster, localhost has no port",
  );
});
