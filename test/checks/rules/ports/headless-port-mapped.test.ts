import { headlessPortMapped } from '../../../../checks/rules/ports/headless-port-mapped';
import { describeRule, findingsIn } from '../../rule-cases';

const service = (ports: string, headless = 'clusterIP: None') => `
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  ${headless}
  selector: {app: web}
  ports:
    - ${ports.replaceAll('\n', '\n      ')}`;

const pod = (ports = '{name: http, containerPort: 8000}') => `
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  labels: {app: web}
spec:
  containers:
    - name: web
      ports: [${ports}]`;

const route = (backend: string) => `
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: web
spec:
  rules:
    - backendRefs: [${backend}]`;

const found = "# ! Service 'web' is headless: who connects to its port 80 finds nobody, its pods listen on 8000";
const http = 'port: 80\ntargetPort: http';

describeRule(headlessPortMapped, {
  found: {
    'another number': `${service(`port: 80 ${found}\ntargetPort: 8000`)}${pod()}`,
    'a name of another number': `${service(`port: 80 ${found}\ntargetPort: http`)}${pod()}`,
    'the list of addresses': `${service(`port: 80 ${found}\ntargetPort: http`, 'clusterIPs: [None]')}${pod()}`,
    'a route to another Service': `${service(`port: 80 ${found}\ntargetPort: http`)}${pod()}${route('{name: api}')}`,
    'a route to a Service of another Namespace': `${service(`port: 80 ${found}\ntargetPort: http`)}${pod()}${route('{name: web, namespace: a}')}`,
  },
  right: {
    'a Service with an address': `${service(http, 'type: ClusterIP')}${pod()}`,
    'the number of the pods': `${service('port: 8000\ntargetPort: http')}${pod()}`,
    'no target port': `${service('port: 80')}${pod()}`,
    'a name that nobody has': `${service('port: 80\ntargetPort: web')}${pod()}`,
    'a name that two pods have with two numbers': `${service(http)}${pod()}${pod('{name: http, containerPort: 80}').replace('name: web', 'name: new')}`,
    'a name that the pods have over another protocol': `${service(http)}${pod('{name: http, containerPort: 8000, protocol: UDP}')}`,
    'a Service behind an Ingress': `${service(http)}${pod()}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}`,
    'a Service behind a route': `${service(http)}${pod()}${route('{name: web, port: 80}')}`,
    'addresses that somebody wrote': service(http),
  },
});

test('says what to write', () => {
  const [finding] = findingsIn(headlessPortMapped, `${service('port: 80\ntargetPort: 8000')}${pod()}`);
  expect(finding).toMatchObject({ remedy: 'Write port: 8000', related: [{ file: 'case.yaml', line: 11, column: 7 }] });
});
