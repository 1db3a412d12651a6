import { type KubernetesObject, keyOf } from '../model/kubernetes-object';
import type { ObjectSet } from '../model/object-set';
import { type AddressRequest, balancedServices, isForMetallb, metallbAnnotation, poolsOf, requestOf } from './metallb';

/** One address that several Services ask MetalLB for. */
export interface SharedAddress {
  readonly address: string;
  /** At least two, in the order of the set. */
  readonly requests: readonly [first: AddressRequest, ...others: AddressRequest[]];
}

/** The addresses that several Services ask for; other load balancers than MetalLB have other rules. */
export function sharedAddresses(set: ObjectSet): SharedAddress[] {
  const hasPools = poolsOf(set).length > 0;
  const byAddress = new Map<string, AddressRequest[]>();
  for (const request of uniqueRequests(set)) {
    if (!hasPools && !isForMetallb(request.service)) continue;
    for (const address of new Set(request.addresses)) {
      const there = byAddress.get(address);
      if (there === undefined) byAddress.set(address, [request]);
      else there.push(request);
    }
  }
  return [...byAddress].flatMap(([address, [first, ...others]]) =>
    first === undefined || others.length === 0 ? [] : [{ address, requests: [first, ...others] as const }],
  );
}

/** The key by which a Service lets others have its address; empty if it does not. */
export function sharingKey(service: KubernetesObject): string {
  return metallbAnnotation(service, 'allow-shared-ip')?.text ?? '';
}

// Of one object in two files, a cluster holds one.
function uniqueRequests(set: ObjectSet): AddressRequest[] {
  const byKey = new Map<string, KubernetesObject>();
  for (const service of balancedServices(set)) if (!byKey.has(keyOf(service))) byKey.set(keyOf(service), service);
  return [...byKey.values()].flatMap((service) => requestOf(service) ?? []);
}
