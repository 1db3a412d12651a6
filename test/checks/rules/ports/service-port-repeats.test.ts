import { servicePortRepeats } from '../../../../checks/rules/ports/service-port-repeats';
import { describeRule, findingsIn } from '../../rule-cases';

const service = (...ports: string[]) => `
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  ports:
${ports.map((port) => `    - ${port}`).join('\n')}`;

describeRule(servicePortRepeats, {
  found: {
    'one number twice': service('port: 80', "port: 80 # ! Service 'web' exposes port 80 over TCP twice"),
    'a protocol that is written and the one that is meant': service(
      '{name: a, port: 80}',
      "{name: b, port: 80, protocol: TCP} # ! Service 'web' exposes port 80 over TCP twice",
    ),
    'one number three times': service(
      'port: 80',
      "port: 80 # ! Service 'web' exposes port 80 over TCP twice",
      "port: 80 # ! Service 'web' exposes port 80 over TCP twice",
    ),
  },
  right: {
    'one number for both protocols': service('{name: a, port: 53}', '{name: b, port: 53, protocol: UDP}'),
    'one target port behind two ports': service(
      '{name: a, port: 80, targetPort: 8000}',
      '{name: b, port: 8080, targetPort: 8000}',
    ),
    'ports that are no numbers': service('{name: a}', '{name: b}'),
    'two Services with one port': `${service('port: 80')}\n---${service('port: 80').replace('web', 'api')}`,
  },
});

test('shows the first of them', () => {
  const [finding] = findingsIn(servicePortRepeats, service('port: 80', 'port: 443', 'port: 80'));
  expect(finding?.related.map(({ line }) => line)).toEqual([8]);
});
