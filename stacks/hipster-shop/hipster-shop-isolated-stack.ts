import type { Construct } from 'constructs';
import { NetworkPolicies } from '../../constructs';
import { coreDns } from '../../platform/pods';
import { HipsterShopStack, type HipsterShopStackProps } from './hipster-shop-stack';

/** The shop in which every service reaches those whose address it was given, and nobody else. */
export class HipsterShopIsolatedStack extends HipsterShopStack {
  public constructor(scope: Construct, id: string, props: HipsterShopStackProps) {
    super(scope, id, { title: 'the shop with network policies made from its addresses', ...props });
    new NetworkPolicies(this, 'policies', { dns: coreDns });
  }
}
