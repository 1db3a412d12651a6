import type { Construct } from 'constructs';
import { type AddressRange, LegacyAddressPool, Stack, type StackProps } from '../../constructs';
import { metallb } from '../../platform/add-ons';

/** What the stack can be told. */
export interface LoadBalancerLegacyStackProps extends StackProps {
  /** Addresses for load balancers. */
  readonly addresses: AddressRange;
}

/** The pool as the homework writes it, to read: MetalLB has ignored it since 0.13. */
export class LoadBalancerLegacyStack extends Stack {
  public readonly title = 'the address pool as MetalLB read it up to 0.12; ignored since';
  public readonly needs = [metallb];

  public constructor(scope: Construct, id: string, props: LoadBalancerLegacyStackProps) {
    super(scope, id, props);
    new LegacyAddressPool(this, 'config', { namespace: metallb.namespace, range: props.addresses });
  }
}
