import { serviceSelectorsRepeat } from '../../../../checks/rules/references/service-selectors-repeat';
import { describeRule, findingsIn } from '../../rule-cases';

const service = (name: string, rest = '', ports = '{port: 80}', selector = '{app: web}', metadata = '') => `---
apiVersion: v1
kind: Service
metadata:
  name: ${name}${metadata}
spec:${rest}
  selector: ${selector}
  ports: [${ports}]
`;

const repeat = " # ! Service 'b' leads to the same pods and ports as Service 'a'";
const balanced = '\n  type: LoadBalancer';

describeRule(serviceSelectorsRepeat, {
  found: {
    'the same under another name': `${service('a')}${service(`b${repeat}`)}`,
    'the same written another way': `${service('a', '', '{port: 80}', '{app: web, tier: front}')}${service(`b${repeat}`, '\n  type: ClusterIP', '{name: http, port: 80, targetPort: 80, protocol: TCP}', '{tier: front, app: web}')}`,
    'ports in another order': `${service('a', '', '{name: a, port: 80}, {name: b, port: 81}')}${service(`b${repeat}`, '', '{name: b, port: 81}, {name: a, port: 80}')}`,
    'two addresses from outside': `${service('a', balanced)}${service(`b${repeat}`, balanced)}`,
    'each one more': `${service('a')}${service(`b${repeat}`)}${service("c # ! Service 'c' leads to the same pods and ports as Service 'a'")}`,
  },
  right: {
    'another port': `${service('a')}${service('b', '', '{port: 81}')}`,
    'another port of the pods': `${service('a')}${service('b', '', '{port: 80, targetPort: 8080}')}`,
    'another protocol': `${service('a')}${service('b', '', '{port: 80, protocol: UDP}')}`,
    'another port of the nodes': `${service('a', '\n  type: NodePort', '{port: 80, nodePort: 30080}')}${service('b', '\n  type: NodePort', '{port: 80, nodePort: 30081}')}`,
    'another selector': `${service('a')}${service('b', '', '{port: 80}', '{app: webs}')}`,
    'another type': `${service('a')}${service('b', balanced)}`,
    'one for the pods themselves': `${service('a')}${service('b', '\n  clusterIP: None')}`,
    'one that leads to pods that are not ready': `${service('a')}${service('b', '\n  publishNotReadyAddresses: true')}`,
    'another namespace': `${service('a')}${service('b', '', '{port: 80}', '{app: web}', '\n  namespace: b')}`,
    'two addresses of other kinds': `${service('a', balanced, '{port: 80}', '{app: web}', '\n  annotations: {example.com/internal: "true"}')}${service('b', balanced)}`,
    'the same object twice, of which another rule speaks': `${service('a')}${service('a')}`,
    'no selector': `${service('a', '', '{port: 80}', '{}')}${service('b', '', '{port: 80}', '{}')}`,
    'a canary whose operator moves the selector': `${service('a')}${service('b')}---
apiVersion: example.com/v1
kind: Rollout
metadata:
  name: web`,
  },
});

test('is advice, and shows the first of them', () => {
  expect(findingsIn(serviceSelectorsRepeat, `${service('a')}${service('b')}`)).toMatchObject([
    { level: 'advice', related: [{ line: 5 }] },
  ]);
});
