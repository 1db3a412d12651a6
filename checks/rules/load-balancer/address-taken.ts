import { levelTogether, orAlternatives } from '../../model/together';
import type { Rule } from '../../rule';
import { sharedAddresses, sharingKey } from '../../views/shared-addresses';

const example = (address: string) => `
apiVersion: v1
kind: Service
metadata:
  name: web
  annotations:
    metallb.io/loadBalancerIPs: 172.18.255.10
spec:
  type: LoadBalancer
  selector:
    app: web
  ports:
    - port: 80
---
apiVersion: v1
kind: Service
metadata:
  name: api
  annotations:
    metallb.io/loadBalancerIPs: ${address}
spec:
  type: LoadBalancer
  selector:
    app: api
  ports:
    - port: 8080
`;

/** An address that two Services ask for and do not share. */
export const addressTaken: Rule = {
  id: 'address-taken',
  subject: 'load-balancer',
  level: 'error',
  reason: 'MetalLB gives an address to one Service, and to more only where each of them has the same key for sharing.',
  remedy: 'Write another address, or the same annotation metallb.io/allow-shared-ip at both Services',
  bad: example('172.18.255.10'),
  good: example('172.18.255.11'),
  *check(set) {
    for (const { address, requests } of sharedAddresses(set)) {
      const [first, ...others] = requests;
      for (const { service, at } of others) {
        const alone = [first.service, service].find((one) => sharingKey(one) === '');
        if (alone === undefined) continue;
        const level = levelTogether(first.service, service, set);
        yield {
          at,
          level,
          message: `${first.service} and ${service} both ask for '${address}', and ${alone} has no key to share it${orAlternatives(level)}`,
          related: [first.at],
        };
      }
    }
  },
};
