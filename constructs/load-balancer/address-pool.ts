import { Construct } from 'constructs';
import type { IpAddressPoolSpec, L2AdvertisementSpec } from '../../imports/metallb.io';
import { KubernetesObject, type Plain } from '../app/kubernetes-object';
import { refuse } from '../app/refusal';
import { metadataOf, type ObjectProps } from '../naming/metadata';
import type { AddressNetwork } from './address-network';
import type { AddressRange } from './address-range';
import { LoadBalancerAddress } from './load-balancer-address';

/** What an address pool can be told. */
export interface AddressPoolProps extends ObjectProps {
  /** The network in which the addresses have to lie, and in which no other pool may have them. */
  readonly network: AddressNetwork;

  /** The addresses to hand out; outside the network or in another pool of it is refused. */
  readonly range: AddressRange;

  /**
   * Whether Services that name no address get one from here. Addresses that are named belong into a
   * pool that does not, because MetalLB hands out the lowest free one.
   *
   * @default true
   */
  readonly autoAssign?: boolean;
}

/**
 * Addresses for Services of type LoadBalancer on a cluster without a cloud: a pool of MetalLB, and
 * its announcement by ARP in the network of the nodes.
 *
 * @see https://metallb.io/configuration/
 */
export class AddressPool extends Construct {
  /** Name of the pool. */
  public readonly name: string;

  private readonly range: AddressRange;
  private readonly addresses = new Map<string, LoadBalancerAddress>();

  public constructor(scope: Construct, id: string, props: AddressPoolProps) {
    super(scope, id);
    const { network, range, autoAssign = true } = props;
    const metadata = metadataOf(this, 'IPAddressPool', props);
    this.name = metadata.name;
    this.range = range;
    network.reserve(this, range);
    new KubernetesObject(this, 'Resource', {
      apiVersion: 'metallb.io/v1beta1',
      kind: 'IPAddressPool',
      metadata,
      spec: {
        addresses: [range.toString()],
        ...(!autoAssign && { autoAssign }),
      } satisfies Plain<IpAddressPoolSpec>,
    });
    new KubernetesObject(this, 'L2Advertisement', {
      apiVersion: 'metallb.io/v1beta1',
      kind: 'L2Advertisement',
      metadata,
      spec: { ipAddressPools: [this.name] } satisfies Plain<L2AdvertisementSpec>,
    });
  }

  /** An address for one Service alone; refused outside the pool or when it is taken. */
  public address(address: string): LoadBalancerAddress {
    return this.take(address);
  }

  /**
   * An address at which several Services meet, each on ports of its own.
   *
   * @param sharingKey what these Services have in common, such as `coredns`
   */
  public sharedAddress(address: string, sharingKey: string): LoadBalancerAddress {
    return this.take(address, sharingKey);
  }

  private take(address: string, sharingKey?: string): LoadBalancerAddress {
    if (!this.range.contains(address)) {
      refuse(
        this,
        `the address '${address}' is outside the pool '${this.name}', which has ${this.range}`,
        'Take one from the pool',
      );
    }
    if (this.addresses.has(address)) {
      refuse(
        this,
        `the address ${address} of the pool '${this.name}' is taken already`,
        'Take another one, or hand the same shared address to both Services',
      );
    }
    const taken = new LoadBalancerAddress(address, sharingKey);
    this.addresses.set(address, taken);
    return taken;
  }
}
