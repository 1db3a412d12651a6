import type { Construct } from 'constructs';
import { LoadGenerator } from '../../constructs';
import { HipsterShopStack, type HipsterShopStackProps } from './hipster-shop-stack';

/** The shop with its eleventh service: visitors who look around and buy. */
export class HipsterShopLoadStack extends HipsterShopStack {
  public constructor(scope: Construct, id: string, props: HipsterShopStackProps) {
    super(scope, id, { title: 'the shop with visitors', ...props });
    new LoadGenerator(this, 'loadgenerator', { images: props.images, frontend: this.frontend });
  }
}
