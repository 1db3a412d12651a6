import { BlockList, isIP, SocketAddress } from 'node:net';
import type { Field } from '../model/field';
import type { KubernetesObject } from '../model/kubernetes-object';
import type { ObjectSet } from '../model/object-set';

/** Group of the kinds of MetalLB. */
export const METALLB = 'metallb.io';

// The second one is the old name, which is still read.
const PREFIXES = ['metallb.io/', 'metallb.universe.tf/'];

/** An annotation that MetalLB reads, without its prefix; of two the newer one counts. */
export function metallbAnnotation(service: KubernetesObject, name: string): Field | undefined {
  return PREFIXES.map((prefix) => service.field('metadata', 'annotations', `${prefix}${name}`)).find(
    ({ text }) => text !== undefined,
  );
}

/** The Services that MetalLB gives addresses to: those of its type and of no other class. */
export function balancedServices(set: ObjectSet): KubernetesObject[] {
  return set.of('Service').filter((service) => {
    const { text = METALLB } = service.field('spec', 'loadBalancerClass');
    return service.field('spec', 'type').text === 'LoadBalancer' && text.includes('metallb');
  });
}

/** The addresses that a Service asks for, and where. */
export interface AddressRequest {
  readonly service: KubernetesObject;
  readonly at: Field;
  /** In the one way to write them; what is no address stays as it is. */
  readonly addresses: readonly string[];
}

/** What a Service asks for; undefined if any address will do. */
export function requestOf(service: KubernetesObject): AddressRequest | undefined {
  const annotation = metallbAnnotation(service, 'loadBalancerIPs');
  const at = annotation?.text ? annotation : service.field('spec', 'loadBalancerIP');
  if (!at.text) return undefined;
  return { service, at, addresses: at.text.split(',').map((address) => written(address.trim())) };
}

/** Whether a Service speaks to MetalLB, and to no other load balancer. */
export function isForMetallb(service: KubernetesObject): boolean {
  const { text } = service.field('spec', 'loadBalancerClass');
  return (
    text !== undefined ||
    service
      .field('metadata', 'annotations')
      .entries()
      .some(([key]) => PREFIXES.some((prefix) => key.startsWith(prefix)))
  );
}

/** The pools of a set. */
export function poolsOf(set: ObjectSet): AddressPool[] {
  return set.of('IPAddressPool', METALLB).map((object) => new AddressPool(object));
}

/** The addresses that MetalLB may give away. */
export class AddressPool {
  private readonly list = new BlockList();
  private readonly avoidsEnds: boolean;
  /** Whether all of its ranges could be read. */
  private readonly isKnown: boolean;

  constructor(public readonly object: KubernetesObject) {
    const ranges = object.field('spec', 'addresses').items();
    this.isKnown = ranges.map(({ text = '' }) => this.add(text)).every((isRead) => isRead);
    this.avoidsEnds = object.field('spec', 'avoidBuggyIPs').value === true;
  }

  /** Whether it has an address, as far as one can tell. */
  public has(address: string): boolean {
    if (!this.isKnown) return true;
    if (this.avoidsEnds && /^\d+\.\d+\.\d+\.(0|255)$/.test(address)) return false;
    return this.list.check(address, familyOf(address));
  }

  /** Its ranges in words. */
  public toString(): string {
    const ranges = this.object.field('spec', 'addresses').items();
    return ranges.map(({ text }) => text).join(', ') || 'nothing';
  }

  private add(range: string): boolean {
    const [, from = '', to = ''] = /^\s*(\S+?)\s*-\s*(\S+?)\s*$/.exec(range) ?? [];
    const [, net = '', bits = ''] = /^\s*(\S+)\/(\d+)\s*$/.exec(range) ?? [];
    try {
      if (isIP(from) !== 0 && isIP(from) === isIP(to)) this.list.addRange(from, to, familyOf(from));
      else if (isIP(net) !== 0) this.list.addSubnet(net, Number(bits), familyOf(net));
      else return false;
      return true;
    } catch {
      // A range that ends before it starts, or too many bits.
      return false;
    }
  }
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

function written(address: string): string {
  return isIP(address) === 6 ? new SocketAddress({ address, family: 'ipv6' }).address : address;
}
