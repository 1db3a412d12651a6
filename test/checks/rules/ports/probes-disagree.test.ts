import { probesDisagree } from '../../../../checks/rules/ports/probes-disagree';
import { describeRule, findingsIn } from '../../rule-cases';

const pod = (container: string) => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      ${container.replaceAll('\n', '\n      ')}`;

const probe = (name: string, port: string | number, action = 'httpGet') =>
  `${name}Probe:\n  ${action}:\n    port: ${port}\n`;
const found =
  "# ! Container 'web' of Pod 'web' is asked on port 80 by its readinessProbe and on port 8000 by its livenessProbe, and declares neither";
const both = `${probe('readiness', 80)}${probe('liveness', 8000, 'tcpSocket')}`;

describeRule(probesDisagree, {
  found: {
    'two numbers': pod(`${probe('readiness', 80)}${probe('liveness', `8000 ${found}`, 'tcpSocket')}`),
    'two numbers beside a port that is declared': pod(
      `ports: [{containerPort: 9090}]\n${probe('readiness', 80)}${probe('liveness', `8000 ${found}`)}`,
    ),
    'a third number once': pod(
      `${probe('startup', 80)}${probe('readiness', 80)}${probe('liveness', `8000 ${found.replace('readinessProbe', 'startupProbe')}`)}`,
    ),
  },
  right: {
    'one number': pod(`${probe('readiness', 80)}${probe('liveness', 80)}`),
    'two numbers of which one is declared': pod(`ports: [{containerPort: 80}]\n${both}`),
    'two numbers of which the command says one': pod(`args: [--health-port=8000]\n${both}`),
    'a number and a name': pod(`${probe('readiness', 80)}${probe('liveness', 'http')}`),
    'a number over gRPC': pod(`${probe('readiness', 80)}${probe('liveness', 8000, 'grpc')}`),
    'a number of another host': pod(
      `${probe('readiness', 80)}livenessProbe: {httpGet: {host: example.com, port: 8000}}`,
    ),
    'a hook on another number': pod(`${probe('readiness', 80)}lifecycle: {preStop: {httpGet: {port: 8000}}}`),
    'a resource of an operator': pod(both).replace('v1', 'example.com/v1').replace('Pod', 'Web'),
  },
});

test('shows the other probe', () => {
  expect(findingsIn(probesDisagree, pod(both))[0]?.related).toEqual([{ file: 'case.yaml', line: 11, column: 11 }]);
});
