import { poolMissing } from '../../../../checks/rules/load-balancer/pool-missing';
import { describeRule, findingsIn } from '../../rule-cases';

const pool = (namespace = 'metallb-system') => `
---
apiVersion: metallb.io/v1beta1
kind: IPAddressPool
metadata:
  name: reserved
  namespace: ${namespace}`;

const service = (pool: string, prefix = 'metallb.io', type = 'LoadBalancer') => `
---
apiVersion: v1
kind: Service
metadata:
  name: web
  annotations:
    ${prefix}/address-pool: ${pool}
spec:
  type: ${type}`;

const advertisement = (pools: string, kind = 'L2Advertisement') => `
---
apiVersion: metallb.io/v1beta1
kind: ${kind}
metadata:
  name: all
  namespace: metallb-system
spec:
  ipAddressPools:
    - ${pools.replaceAll('\n', '\n    - ')}`;

const found = (who: string, name = 'reservd') =>
  `${name} # ! ${who} names IPAddressPool '${name}', which is not there in namespace 'metallb-system'`;

describeRule(poolMissing, {
  found: {
    'a slip at a Service': pool() + service(found("Service 'web'")),
    'the old annotation': pool() + service(found("Service 'web'"), 'metallb.universe.tf'),
    'a slip at an advertisement': `${pool()}${advertisement(`reserved\n${found("L2Advertisement 'all'")}`)}`,
    'a slip at an advertisement over BGP': pool() + advertisement(found("BGPAdvertisement 'all'"), 'BGPAdvertisement'),
    'an advertisement beside a pool of another Namespace':
      pool('metallb') + advertisement(found("L2Advertisement 'all'", 'reserved')),
  },
  right: {
    'a pool that is there': pool() + service('reserved') + advertisement('reserved'),
    'a pool of another Namespace, where MetalLB may be': pool('metallb') + service('reserved'),
    'a Service of another type': service('reserved', 'metallb.io', 'NodePort'),
    'no name': service('""'),
    'an advertisement of all pools': advertisement('').replace('ipAddressPools', 'interfaces'),
  },
});

test('names the pool that was probably meant', () => {
  const [finding] = findingsIn(poolMissing, pool() + service('reservd'), { complete: false });
  expect(finding).toMatchObject({
    level: 'warning',
    remedy: "Write 'reserved', which is there. Or declare IPAddressPool 'reservd' external, if something else makes it",
  });
});
