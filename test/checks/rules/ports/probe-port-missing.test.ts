import { probePortMissing } from '../../../../checks/rules/ports/probe-port-missing';
import { describeRule, findingsIn } from '../../rule-cases';

const pod = (container: string, rest = '') => `
---
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: web:1
      ${container.replaceAll('\n', '\n      ')}${rest}`;

const ports = 'ports: [{name: http, containerPort: 8080}, {name: metrics, containerPort: 9090}]';
const asks = (port: string | number, probe = 'readinessProbe') => `${probe}:\n  httpGet:\n    port: ${port}`;
const hook = (port: string) => `lifecycle:\n  preStop:\n    httpGet:\n      port: ${port}`;
const web = "Container 'web' of Pod 'web'";
const declares = 'it declares 8080 (http), 9090 (metrics)';

describeRule(probePortMissing, {
  found: {
    'a name that the container does not have': pod(
      `${ports}\n${asks(`htpp # ! ${web} has no port 'htpp', which its readinessProbe names; ${declares}`)}`,
    ),
    'one name of several probes once': pod(
      `${ports}\n${asks(`web # ! ${web} has no port 'web', which its startupProbe names; ${declares}`, 'startupProbe')}\n${asks('web', 'livenessProbe')}`,
    ),
    'a name of a hook': pod(
      `${ports}\n${hook(`web # ! ${web} has no port 'web', which its preStop names; ${declares}`)}`,
    ),
    'a name over TCP': pod(
      `livenessProbe:\n  tcpSocket:\n    port: http # ! ${web} has no port 'http', which its livenessProbe names; it declares nothing`,
    ),
    'a name of another container': pod(
      asks(
        `http # ! ${web} has no port 'http', which its readinessProbe names; it declares nothing, and container 'proxy' has it`,
      ),
      '\n    - name: proxy\n      ports: [{name: http, containerPort: 80}]',
    ),
    'two digits that are swapped': pod(
      `${ports}\n${asks(`8008 # ! ${web} is asked on port 8008 by its readinessProbe; it declares 8080`)}`,
    ),
    'a port that the command contradicts': pod(
      `command: [python3, -m, http.server, "8000"]\n${asks(`9000 # ! ${web} is asked on port 9000 by its readinessProbe; its command says 8000`)}`,
    ),
    'a port that a flag contradicts': pod(
      `args: [--port=8000]\n${asks(`9000 # ! ${web} is asked on port 9000 by its readinessProbe; its command says 8000`)}`,
    ),
    'a port that an address contradicts': pod(
      `args: [--bind, "0.0.0.0:8000"]\n${asks(`9000 # ! ${web} is asked on port 9000 by its readinessProbe; its command says 8000`)}`,
    ),
    'a port of which the same image knows nothing': `${pod(`${ports}\n${asks('8080')}`).replace('name: web\nspec', 'name: old\nspec')}${pod(
      asks(`3000 # ! ${web} is asked on port 3000 by its readinessProbe; the same image in Pod 'old' is asked on 8080`),
    )}`,
    'the port of web servers beside others that are declared': pod(
      `${ports}\n${asks(`80 # ! ${web} is asked on port 80 by its readinessProbe; it declares 8080, 9090`)}\n${asks(80, 'livenessProbe')}`,
    ),
  },
  right: {
    'names and numbers of the container': pod(`${ports}\n${asks('http')}\n${asks(9090, 'livenessProbe')}`),
    'a number that nobody declares': pod(`${ports}\n${asks(8081)}`),
    'the port of web servers where nothing is declared': pod(asks(80)),
    'the same, when a port over UDP is declared': pod(`ports: [{containerPort: 53, protocol: UDP}]\n${asks(80)}`),
    'a number of another container': pod(
      `${ports}\n${asks(80)}`,
      '\n    - name: proxy\n      ports: [{containerPort: 80}]',
    ),
    'a number that a variable speaks of': pod(`${ports}\nenv: [{name: PORT, value: 80}]\n${asks(80)}`),
    'a number that the configuration speaks of': `${pod(`${ports}\nenvFrom: [{configMapRef: {name: web}}]\n${asks(80)}`)}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: web}
data: {PORT: "80"}`,
    'a port of another host': pod(`${ports}\nreadinessProbe: {httpGet: {host: example.com, port: 80}}`),
    'a port for health beside the one of the command': pod(`args: [--port=8000, --metrics-path=/m]\n${asks(9000)}`),
    'a command that says where it is watched': pod(
      `args: [--port=9120]\nports: [{name: monitoring, containerPort: 9120}]\n${asks(9000)}`,
    ),
    'a command that says two ports': pod(`args: [--port=8000, --http-port=8001]\n${asks(9000)}`),
    'another command of the same image': `${pod(`${ports}\n${asks(8080)}`)}${pod(`args: [worker]\n${asks(3000)}`)}`,
    'the same image that a variable moves': `${pod(`${ports}\nenv: [{name: PORT, value: 8080}]\n${asks(8080)}`)}${pod(asks(3000))}`,
    'a second port of an image': `${pod(`${ports}\n${asks(8080)}`)}${pod(`${ports}\n${asks(8080)}\n${asks(3000, 'livenessProbe')}`)}`,
    'a port on which the same image is asked twice': `${pod(`${ports}\n${asks(8080)}`)}${pod(asks(3000))}${pod(asks(3000))}`,
    'a number in quotes': pod(`${ports}\n${asks('"8080"')}`),
    'a port that is empty, and one that is none': pod(`${ports}\n${asks('""')}\n${asks('[http]', 'livenessProbe')}`),
    'a number over gRPC': pod(`${ports}\nlivenessProbe: {grpc: {port: 80}}`),
    'a hook on a number': pod(`${ports}\n${hook('80')}`),
    'two numbers, of which another rule speaks': pod(`${ports}\n${asks(80)}\n${asks(8000, 'livenessProbe')}`),
    'a resource of an operator': pod(asks('http')).replace('v1', 'example.com/v1').replace('Pod', 'Web'),
  },
});

test.each([
  [`${ports}\n${asks('htpp')}`, 'error', 'Write port: http'],
  [`ports: [{name: main, containerPort: 80}]\n${asks('http')}`, 'error', 'Write port: main'],
  [`ports: [{containerPort: 80}]\n${asks('http')}`, 'error', 'Write port: 80'],
  [`${ports}\n${asks('admin')}`, 'error', 'Write the name of a port of the container'],
  [`${ports}\n${asks(8008)}`, 'warning', 'Write port: 8080'],
  [`${ports}\n${asks(80)}`, 'warning', 'Write the name of a port of the container'],
  [`ports: [{containerPort: 8000}]\n${asks(80)}`, 'warning', 'Write port: 8000'],
])('says what to write: %#', (container, level, remedy) => {
  expect(findingsIn(probePortMissing, pod(container))).toMatchObject([{ level, remedy }]);
});

test('shows the other probes', () => {
  const lines = (port: string | number) =>
    findingsIn(probePortMissing, pod(`${ports}\n${asks(port)}\n${asks(port, 'livenessProbe')}`)).map(({ related }) =>
      related.map(({ line }) => line),
    );
  expect([lines('web'), lines(80)]).toEqual([[[17]], [[17]]]);
});
