import { check } from '../../../../checks/engine';
import { fresh } from '../../../../checks/model/cluster';
import { ObjectSet } from '../../../../checks/model/object-set';
import { readSet } from '../../../../checks/read/read-set';
import { addressTaken } from '../../../../checks/rules/load-balancer/address-taken';
import { describeRule, findingsIn } from '../../rule-cases';

const service = (name: string, annotations: string, spec = 'type: LoadBalancer') => `
---
apiVersion: v1
kind: Service
metadata:
  name: ${name}
  annotations:
    ${annotations.replaceAll('\n', '\n    ')}
spec:
  ${spec}`;

const asks = (name: string, address: string, key = '') =>
  service(name, `metallb.io/allow-shared-ip: "${key}"\nmetallb.io/loadBalancerIPs: ${address}`);
const both = (name: string, alone: string) =>
  `# ! Service 'a' and Service '${name}' both ask for '10.0.0.1', and Service '${alone}' has no key to share it`;
const byField = 'type: LoadBalancer\n  loadBalancerIP: 10.0.0.1';

describeRule(addressTaken, {
  found: {
    'two Services without a key': asks('a', '10.0.0.1') + asks('b', `10.0.0.1 ${both('b', 'a')}`),
    'the first one without a key': asks('a', '10.0.0.1') + asks('b', `10.0.0.1 ${both('b', 'a')}`, 'web'),
    'the second one without a key': asks('a', '10.0.0.1', 'web') + asks('b', `10.0.0.1 ${both('b', 'b')}`),
    'a third one without a key': `${asks('a', '10.0.0.1', 'web')}${asks('b', '10.0.0.1', 'web')}${asks('c', `10.0.0.1 ${both('c', 'c')}`)}`,
    'one of two addresses': asks('a', '"10.0.0.1,10.0.0.2"') + asks('b', `10.0.0.1 ${both('b', 'a')}`),
    'an address by the field and by the annotation': `${service('a', 'x: y', byField)}${asks('b', `10.0.0.1 ${both('b', 'a')}`)}
---
apiVersion: metallb.io/v1beta1
kind: IPAddressPool
metadata: {name: default}`,
    'an address of IPv6 in two forms': `${asks('a', 'fc00::a')}${asks('b', "fc00:0::000a # ! Service 'a' and Service 'b' both ask for 'fc00::a', and Service 'a' has no key to share it")}`,
  },
  right: {
    'two Services with a key': asks('a', '10.0.0.1', 'web') + asks('b', '10.0.0.1', 'web'),
    'two addresses': asks('a', '10.0.0.1') + asks('b', '10.0.0.2'),
    'one address twice at one Service': asks('a', '"10.0.0.1,10.0.0.1"'),
    'one Service in two files': asks('a', '10.0.0.1') + asks('a', '10.0.0.1'),
    'the address of another load balancer': `${service('a', 'x: y', byField)}${service('b', 'x: y', byField)}`,
    'a Service of another type': asks('a', '10.0.0.1') + asks('b', '10.0.0.1').replace('LoadBalancer', 'ClusterIP'),
    'Services that take any address': `${service('a', 'metallb.io/address-pool: x')}${service('b', 'metallb.io/address-pool: x')}`,
  },
});

test('shows the other one', () => {
  const [finding] = findingsIn(addressTaken, asks('a', '10.0.0.1') + asks('b', '10.0.0.1'));
  expect(finding).toMatchObject({ level: 'error', related: [{ file: 'case.yaml', line: 9, column: 5 }] });
});

test('warns where two files may be alternatives', () => {
  const files = ['a', 'b'].map((name) => ({ file: `${name}.yaml`, text: asks(name, '10.0.0.1'), named: true }));
  const { objects } = readSet({ files, problems: [] });
  const [finding] = check(new ObjectSet(objects, fresh()), [addressTaken]);
  expect(finding).toMatchObject({
    level: 'warning',
    message: expect.stringMatching(/, unless the files are alternatives$/),
  });
});
