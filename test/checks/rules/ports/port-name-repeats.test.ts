import { portNameRepeats } from '../../../../checks/rules/ports/port-name-repeats';
import { describeRule, findingsIn } from '../../rule-cases';

const service = (...ports: string[]) => `
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: {app: web}
  ports:
${ports.map((port) => `    - ${port}`).join('\n')}`;

const pod = (first: string, second = '', rest = '') => `
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  labels: {app: web}
spec:
  containers:
    - name: web
      ports:${first}
    - name: proxy
      ports:${second}${rest}`;

const port = (number: number, name: string) => `
        - containerPort: ${number}
          name: ${name}`;

describeRule(portNameRepeats, {
  found: {
    'two ports of a container with one name': pod(
      port(80, 'http') + port(81, "http # ! Container 'web' of Pod 'web' has two ports by the name 'http'"),
    ),
    'two protocols of a container with one name': pod(
      port(53, 'dns') +
        port(53, "dns # ! Container 'web' of Pod 'web' has two ports by the name 'dns'\n          protocol: UDP"),
    ),
    'two ports of a container that runs before the others': pod(
      '',
      '',
      `
  initContainers:
    - name: first
      ports:${port(80, 'http')}${port(81, "http # ! Container 'first' of Pod 'web' has two ports by the name 'http'")}`,
    ),
    'two ports of a Service with one name': service(
      '{port: 80, name: http}',
      "{port: 81, name: http} # ! Service 'web' has two ports by the name 'http'",
    ),
    'ports of a Service without names': service(
      "port: 80 # ! Service 'web' has 2 ports, and 2 of them have no name",
      'port: 81',
    ),
    'a port of a Service without a name': service(
      '{port: 80, name: http}',
      "port: 81 # ! Service 'web' has 2 ports, and this one has no name",
    ),
    'a name in two containers that two Services lead to, once': `${service('{port: 80, targetPort: http}')}
---${service('{port: 81, targetPort: http}').replace('web', 'api')}${pod(
      port(80, 'http'),
      port(81, "http # ! Pod 'web' has the port 'http' twice, 80 and 81; Service 'web' leads to 80"),
    )}`,
    'a name in two containers that a Service leads to': `${service('{port: 80, targetPort: http}')}${pod(
      port(80, 'http'),
      port(81, "http # ! Pod 'web' has the port 'http' twice, 80 and 81; Service 'web' leads to 80"),
    )}`,
  },
  right: {
    'a name in two containers that no Service leads to': `${service('port: 80')}${pod(port(80, 'http'), port(81, 'http'))}`,
    'a name in two containers over two protocols': `${service('{port: 53, targetPort: dns}')}${pod(port(53, 'dns'), `${port(54, 'dns')}\n          protocol: UDP`)}`,
    'one number by one name in two containers': `${service('{port: 80, targetPort: http}')}${pod(port(80, 'http'), port(80, 'http'))}`,
    'several ports of a container without names': pod(port(80, '""') + port(81, '')),
    'the only port of a Service without a name': service('port: 80'),
    'a port of a Service that is there twice as a whole': service(
      '{port: 80, name: http}',
      '{port: 80, name: http, protocol: TCP}',
    ),
    'a template that an operator reads': `
apiVersion: example.com/v1
kind: Database
metadata: {name: web}
spec: {template: {spec: {containers: [{name: web, ports: [{name: a}, {name: a}]}]}}}`,
  },
});

test('shows the first of them', () => {
  const lines = (yaml: string) =>
    findingsIn(portNameRepeats, yaml).map(({ related }) => related.map(({ line }) => line));
  expect(lines(pod(port(80, 'http') + port(81, 'http')))).toEqual([[13]]);
  expect(lines(service('port: 80', 'port: 81', 'port: 82'))).toEqual([[10, 11]]);
  expect(lines(service('{port: 80, name: a}', '{port: 81, name: a}'))).toEqual([[9]]);
});

test('warns of a name that is there twice, which the API server takes', () => {
  const yaml = service('{port: 80, targetPort: http}') + pod(port(80, 'http'), port(81, 'http'));
  const [finding] = findingsIn(portNameRepeats, yaml);
  expect(finding?.level).toBe('warning');
  expect(finding?.related.map(({ line }) => line)).toEqual([21, 9]);
});
