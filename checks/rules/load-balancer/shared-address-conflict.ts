import type { KubernetesObject } from '../../model/kubernetes-object';
import type { ObjectSet } from '../../model/object-set';
import { Selector } from '../../model/selector';
import { levelTogether, orAlternatives } from '../../model/together';
import type { Problem, Rule } from '../../rule';
import type { AddressRequest } from '../../views/metallb';
import { portsOf } from '../../views/service-ports';
import { sharedAddresses, sharingKey } from '../../views/shared-addresses';

const example = (protocol: string) => `
apiVersion: v1
kind: Service
metadata:
  name: dns-tcp
  annotations:
    metallb.io/allow-shared-ip: dns
    metallb.io/loadBalancerIPs: 172.18.255.10
spec:
  type: LoadBalancer
  selector:
    app: dns
  ports:
    - port: 53
      protocol: TCP
---
apiVersion: v1
kind: Service
metadata:
  name: dns-udp
  annotations:
    metallb.io/allow-shared-ip: dns
    metallb.io/loadBalancerIPs: 172.18.255.10
spec:
  type: LoadBalancer
  selector:
    app: dns
  ports:
    - port: 53
      protocol: ${protocol}
`;

/** Services that mean to share an address and cannot. */
export const sharedAddressConflict: Rule = {
  id: 'shared-address-conflict',
  subject: 'load-balancer',
  level: 'error',
  reason:
    'Services share an address only with the same key, with different ports, and with the policy Cluster or the same pods; the second one waits for ever.',
  remedy: 'Write the same key, different ports, and the same externalTrafficPolicy',
  bad: example('TCP'),
  good: example('UDP'),
  *check(set) {
    for (const { address, requests } of sharedAddresses(set)) {
      const [first, ...others] = requests.filter(({ service }) => sharingKey(service) !== '');
      if (first !== undefined) yield* conflicts(address, first, others, set);
    }
  },
};

function* conflicts(
  address: string,
  first: AddressRequest,
  others: readonly AddressRequest[],
  set: ObjectSet,
): Iterable<Problem> {
  const taken = new Map(portKeys(first.service).map((key) => [key, first]));
  for (const request of others) {
    const conflict = conflictOf(request, first, taken);
    if (conflict === undefined) {
      for (const key of portKeys(request.service)) taken.set(key, request);
      continue;
    }
    const { before, why } = conflict;
    const level = levelTogether(before.service, request.service, set);
    yield {
      at: request.at,
      level,
      message: `${before.service} and ${request.service} cannot share '${address}': ${why}${orAlternatives(level)}`,
      related: [before.at],
    };
  }
}

function conflictOf(
  { service }: AddressRequest,
  first: AddressRequest,
  taken: ReadonlyMap<string, AddressRequest>,
): { before: AddressRequest; why: string } | undefined {
  const why = differs(first.service, service);
  if (why !== undefined) return { before: first, why };
  const port = portKeys(service).find((key) => taken.has(key));
  const before = port === undefined ? undefined : taken.get(port);
  return before && { before, why: `both have port ${port}` };
}

function differs(one: KubernetesObject, other: KubernetesObject): string | undefined {
  const keys = [one, other].map(sharingKey);
  if (keys[0] !== keys[1]) return `their keys are '${keys.join("' and '")}'`;
  if (podsOf(one) === podsOf(other)) return undefined;
  return 'with externalTrafficPolicy Local they have to select the same pods, and both have to have it';
}

// The pods matter to MetalLB only where traffic has to stay on their nodes.
function podsOf(service: KubernetesObject): string {
  if (service.field('spec', 'externalTrafficPolicy').text !== 'Local') return '';
  const words = String(Selector.ofLabels(service.field('spec', 'selector'))).split(', ');
  return words.sort().join(', ');
}

function portKeys(service: KubernetesObject): string[] {
  return portsOf(service).map(({ port, protocol }) => `${port} over ${protocol}`);
}
