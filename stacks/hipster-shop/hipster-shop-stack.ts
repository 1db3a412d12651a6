import type { Construct } from 'constructs';
import {
  type Frontend,
  HipsterShop,
  Ingress,
  type Need,
  Redis,
  type RedisServer,
  type ShopImages,
  Stack,
  type StackProps,
  Tls,
} from '../../constructs';
import { metallb } from '../../platform/add-ons';
import type { CertificatesStack } from '../certificates/certificates-stack';

/** What the stack can be told. */
export interface HipsterShopStackProps extends StackProps {
  /** Where the images come from. */
  readonly images: ShopImages;
  /** Host of the main form. */
  readonly shopHost: string;
  /** The stack whose issuer signs its certificate. */
  readonly certificates: CertificatesStack;
  /** The stack with the addresses for load balancers. */
  readonly loadBalancer: Stack;
  /**
   * Makes the Redis that keeps the carts.
   *
   * @default - one that forgets them with its pod
   */
  readonly redis?: (stack: Stack, id: string) => RedisServer;
  /**
   * What the form is about, for the head of the file.
   *
   * @default 'the shop: ten services and a Redis'
   */
  readonly title?: string;
}

/** The templating homework: services that find each other, and a Redis. */
export class HipsterShopStack extends Stack {
  public readonly title: string;
  public readonly needs: readonly Need[];
  /** The website. */
  protected readonly frontend: Frontend;

  public constructor(scope: Construct, id: string, props: HipsterShopStackProps) {
    super(scope, id, props);
    const { images, certificates, redis = (stack, name) => new Redis(stack, name) } = props;
    this.title = props.title ?? 'the shop: ten services and a Redis';
    this.needs = [metallb, ...certificates.needs, props.loadBalancer, certificates];
    const { frontend } = new HipsterShop(this, 'shop', { redis: redis(this, 'redis-cart'), images });
    this.frontend = frontend;
    new Ingress(this, 'ingress', {
      name: frontend.service.name,
      routes: [{ host: this.host(props.shopHost), to: frontend.service.port() }],
      tls: [Tls.fromIssuer(certificates.issuer, 'frontend-tls')],
    });
  }
}
