import { metallb } from '../../../platform/add-ons';
import type { Field } from '../../model/field';
import type { ObjectSet } from '../../model/object-set';
import { missing } from '../../model/reference';
import type { Problem, Rule } from '../../rule';
import { balancedServices, METALLB, metallbAnnotation } from '../../views/metallb';

const example = (pool: string) => `
apiVersion: metallb.io/v1beta1
kind: IPAddressPool
metadata:
  name: reserved
  namespace: metallb-system
spec:
  addresses:
    - 172.18.255.1-172.18.255.19
---
apiVersion: v1
kind: Service
metadata:
  name: web
  annotations:
    metallb.io/address-pool: ${pool}
spec:
  type: LoadBalancer
  selector:
    app: web
  ports:
    - port: 80
`;

/** A pool that is named and not there. */
export const poolMissing: Rule = {
  id: 'pool-missing',
  subject: 'load-balancer',
  level: 'error',
  reason:
    'A Service that names a pool gets no address from any other one, and a pool that an advertisement misses is announced to nobody.',
  remedy: 'Write the name of an IPAddressPool',
  bad: example('reservd'),
  good: example('reserved'),
  *check(set) {
    for (const service of balancedServices(set)) {
      const at = metallbAnnotation(service, 'address-pool');
      // MetalLB reads pools of its own Namespace, and may have been installed into any.
      if (at?.text && !isAnywhere(at.text, set)) yield* problems(at, at.text, metallb.namespace.name, set);
    }
    for (const kind of ['L2Advertisement', 'BGPAdvertisement'])
      for (const advertisement of set.of(kind, METALLB))
        for (const at of advertisement.field('spec', 'ipAddressPools').items())
          if (at.text) yield* problems(at, at.text, advertisement.namespace, set);
  },
};

const POOL = { group: METALLB, kind: 'IPAddressPool' } as const;

function isAnywhere(name: string, set: ObjectSet): boolean {
  return set.anywhere({ ...POOL, name }).length > 0;
}

function* problems(at: Field, name: string, namespace: string | undefined, set: ObjectSet): Iterable<Problem> {
  const problem = missing({ ...POOL, at, name, namespace }, String(at.object), set);
  if (problem !== undefined) yield problem;
}
