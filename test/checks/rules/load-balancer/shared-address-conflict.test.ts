import { sharedAddressConflict } from '../../../../checks/rules/load-balancer/shared-address-conflict';
import { describeRule, findingsIn } from '../../rule-cases';

interface Parts {
  readonly key?: string;
  readonly ports?: string;
  readonly policy?: string;
  readonly selector?: string;
  readonly mark?: string;
}

const service = (
  name: string,
  { key = 'dns', ports = '{port: 53}', policy = 'Cluster', selector = 'app: dns, tier: a', mark = '' }: Parts = {},
) => `
---
apiVersion: v1
kind: Service
metadata:
  name: ${name}
  annotations:
    metallb.io/allow-shared-ip: "${key}"
    metallb.io/loadBalancerIPs: 10.0.0.1 ${mark}
spec:
  type: LoadBalancer
  externalTrafficPolicy: ${policy}
  selector: {${selector}}
  ports: [${ports}]`;

const udp = '{port: 53, protocol: UDP}';
const conflict = (why: string, one = 'a', other = 'b') =>
  `# ! Service '${one}' and Service '${other}' cannot share '10.0.0.1': ${why}`;
const local = conflict('with externalTrafficPolicy Local they have to select the same pods, and both have to have it');

describeRule(sharedAddressConflict, {
  found: {
    'one port of one protocol': service('a') + service('b', { mark: conflict('both have port 53 over TCP') }),
    'one of several ports': `${service('a', { ports: `${udp}, {port: 80}` })}${service('b', { ports: '{port: 53}, {port: 80}', mark: conflict('both have port 80 over TCP') })}`,
    'a port of the second one': `${service('a')}${service('b', { ports: udp })}${service('c', { ports: udp, mark: conflict('both have port 53 over UDP', 'b', 'c') })}`,
    'two keys':
      service('a') + service('b', { key: 'web', ports: udp, mark: conflict("their keys are 'dns' and 'web'") }),
    'two keys and one port once':
      service('a') + service('b', { key: 'web', mark: conflict("their keys are 'dns' and 'web'") }),
    'pods that differ under the policy Local': `${service('a', { policy: 'Local' })}${service('b', { policy: 'Local', ports: udp, selector: 'app: web', mark: local })}`,
    'two policies': service('a') + service('b', { policy: 'Local', ports: udp, mark: local }),
  },
  right: {
    'one number over two protocols': service('a') + service('b', { ports: udp }),
    'pods that differ under the policy Cluster': service('a') + service('b', { ports: udp, selector: 'app: web' }),
    'the same pods under the policy Local': `${service('a', { policy: 'Local' })}${service('b', { policy: 'Local', ports: udp, selector: 'tier: a, app: dns' })}`,
    'Services without a key, of which another rule speaks': service('a', { key: '' }) + service('b', { key: '' }),
    'one of two without a key': service('a') + service('b', { key: '' }),
  },
});

test('shows the other one', () => {
  const related = (yaml: string) => findingsIn(sharedAddressConflict, yaml)[0]?.related.map(({ line }) => line);
  expect(related(service('a') + service('b'))).toEqual([9]);
  expect(related(service('a') + service('b', { ports: udp }) + service('c', { ports: udp }))).toEqual([22]);
});
