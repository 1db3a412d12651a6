import { addressOutsidePool } from '../../../../checks/rules/load-balancer/address-outside-pool';
import { describeRule, findingsIn } from '../../rule-cases';

const pool = (addresses: string, name = 'default', rest = '') => `
---
apiVersion: metallb.io/v1beta1
kind: IPAddressPool
metadata:
  name: ${name}
  namespace: metallb-system
spec:
  addresses: [${addresses}]${rest}`;

const service = (annotations: string, spec = 'type: LoadBalancer') => `
---
apiVersion: v1
kind: Service
metadata:
  name: web
  annotations:
    ${annotations.replaceAll('\n', '\n    ')}
spec:
  ${spec}
  ports: [{port: 80}]`;

const asks = (address: string) => service(`metallb.io/loadBalancerIPs: ${address}`);
const range = '172.18.255.1-172.18.255.20';
const found = (address: string, ranges = range) =>
  `${address} # ! Service 'web' asks for '${address}', which is in no pool that it may have: 'default' has ${ranges}`;

describeRule(addressOutsidePool, {
  found: {
    'an address behind a range': pool(range) + asks(found('172.18.255.21')),
    'an address outside a network': pool('10.0.0.0/24') + asks(found('10.0.1.1', '10.0.0.0/24')),
    'an address of IPv6': pool('"fc00::/64"') + asks(found('fc01::1', 'fc00::/64')),
    'an address between two pools': `${pool('10.0.0.1 - 10.0.0.5')}${pool('10.0.0.7/32', 'other')}${asks(
      "10.0.0.6 # ! Service 'web' asks for '10.0.0.6', which is in no pool that it may have: 'default' has 10.0.0.1 - 10.0.0.5; 'other' has 10.0.0.7/32",
    )}`,
    'one of two addresses': `${pool(range)}${asks(
      "172.18.255.1, 10.0.0.1 # ! Service 'web' asks for '10.0.0.1', which is in no pool that it may have: 'default' has 172.18.255.1-172.18.255.20",
    )}`,
    'an address by the old annotation': `${pool(range)}${service(`metallb.universe.tf/loadBalancerIPs: ${found('10.0.0.1')}`)}`,
    'an address by the field': `${pool(range)}${service('a: b', `type: LoadBalancer\n  loadBalancerIP: ${found('10.0.0.1')}`)}`,
    'an end of a network that its pool avoids': `${pool('10.0.0.0/24', 'default', '\n  avoidBuggyIPs: true')}${asks(found('10.0.0.255', '10.0.0.0/24'))}`,
    'an address of another pool than the one that it names': `${pool(range)}${pool('10.0.0.0/24', 'other')}${service(
      `metallb.io/address-pool: default\nmetallb.io/loadBalancerIPs: ${found('10.0.0.1')}`,
    )}`,
    'what is no address': asks("172.18.255.300 # ! Service 'web' asks for '172.18.255.300', which is no address"),
  },
  right: {
    'the ends of a range': `${pool(range)}${asks('"172.18.255.1,172.18.255.20"')}`,
    'the ends of a network': `${pool('10.0.0.0/24')}${asks('"10.0.0.0,10.0.0.255"')}`,
    'an address of IPv6 in another form': `${pool('"fc00::1-fc00::ff"')}${asks('fc00:0:0::00a0')}`,
    'an address of a pool that gives none by itself': `${pool(range, 'default', '\n  autoAssign: false')}${asks('172.18.255.2')}`,
    'an address where pools are made elsewhere': asks('10.0.0.1'),
    'an address of a pool that cannot be read': `${pool('"$POOL"')}${asks('10.0.0.1')}`,
    'an address of a pool that can be read in part': `${pool('"10.1.0.0/24", "$POOL"')}${asks('10.0.0.1')}`,
    'an address of a range that ends before it starts': `${pool('10.0.0.9-10.0.0.1')}${asks('10.0.0.5')}`,
    'a pool that is not there, of which another rule speaks': `${pool(range)}${service('metallb.io/address-pool: other\nmetallb.io/loadBalancerIPs: 10.0.0.1')}`,
    'a Service of another load balancer': `${pool(range)}${service('a: b', 'type: LoadBalancer\n  loadBalancerClass: tailscale\n  loadBalancerIP: 10.0.0.1')}`,
    'a Service of another type': `${pool(range)}${service('metallb.io/loadBalancerIPs: 10.0.0.1', 'type: ClusterIP')}`,
    'a Service that takes any address': `${pool(range)}${service('a: b')}`,
    'what is no address to MetalLB and may be one to others': service(
      'a: b',
      'type: LoadBalancer\n  loadBalancerIP: web',
    ),
  },
});

test('is uncertain only where another pool could have it', () => {
  const other = service('metallb.io/address-pool: default\nmetallb.io/loadBalancerIPs: 10.0.0.1');
  const levels = [asks('10.0.0.1'), other].map((one) => {
    const [finding] = findingsIn(addressOutsidePool, pool(range) + one, { complete: false });
    return [finding?.level, finding?.related.map(({ line }) => line)];
  });
  expect(levels).toEqual([
    ['warning', [9]],
    ['error', [9]],
  ]);
});
