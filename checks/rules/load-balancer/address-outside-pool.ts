import { isIP } from 'node:net';
import type { Problem, Rule } from '../../rule';
import {
  type AddressPool,
  type AddressRequest,
  balancedServices,
  isForMetallb,
  metallbAnnotation,
  poolsOf,
  requestOf,
} from '../../views/metallb';

const example = (address: string) => `
apiVersion: metallb.io/v1beta1
kind: IPAddressPool
metadata:
  name: default
  namespace: metallb-system
spec:
  addresses:
    - 172.18.255.1-172.18.255.250
---
apiVersion: v1
kind: Service
metadata:
  name: web
  annotations:
    metallb.io/loadBalancerIPs: ${address}
spec:
  type: LoadBalancer
  selector:
    app: web
  ports:
    - port: 80
`;

/** An address that no pool has. */
export const addressOutsidePool: Rule = {
  id: 'address-outside-pool',
  subject: 'load-balancer',
  level: 'error',
  reason: 'MetalLB gives away the addresses of its pools; a Service that asks for another one waits for ever.',
  remedy: 'Write an address of the pool, or widen the pool',
  bad: example('172.18.254.10'),
  good: example('172.18.255.10'),
  *check(set) {
    const pools = poolsOf(set);
    for (const service of balancedServices(set)) {
      const request = requestOf(service);
      if (request === undefined) continue;
      const wrong = request.addresses.filter((address) => isIP(address) === 0);
      if (wrong.length > 0 && (pools.length > 0 || isForMetallb(service))) yield noAddress(request, wrong);
      else if (wrong.length === 0 && pools.length > 0) yield* outside(request, pools);
    }
  },
};

function noAddress({ service, at }: AddressRequest, wrong: readonly string[]): Problem {
  return { at, message: `${service} asks for '${wrong.join(', ')}', which is no address` };
}

function* outside({ service, at, addresses }: AddressRequest, pools: readonly AddressPool[]): Iterable<Problem> {
  const name = metallbAnnotation(service, 'address-pool')?.text;
  const candidates = name ? pools.filter(({ object }) => object.name === name) : pools;
  // The rule pool-missing speaks of a pool that is not there.
  if (candidates.length === 0) return;
  const missing = addresses.filter((address) => !candidates.some((pool) => pool.has(address)));
  if (missing.length === 0) return;
  const words = candidates.map((pool) => `'${pool.object.name}' has ${pool}`);
  yield {
    at,
    message: `${service} asks for '${missing.join(', ')}', which is in no pool that it may have: ${words.join('; ')}`,
    related: candidates.map(({ object }) => object.field('spec', 'addresses')),
    ...(!name && { unlessElsewhere: `an IPAddressPool with '${missing.join(', ')}'` }),
  };
}
