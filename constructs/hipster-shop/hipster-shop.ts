import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Resources } from '../pods/resources';
import type { RedisServer } from '../redis/redis-server';
import { Address } from '../services/address';
import { Frontend } from './frontend';
import { GrpcService } from './grpc-service';
import { PaymentService } from './payment-service';
import { PUBLISHED_IMAGES, type ShopImages } from './shop-images';

/** What the shop can be told. */
export interface HipsterShopProps {
  /** Where the carts are kept. */
  readonly redis: RedisServer;

  /**
   * Where the images come from.
   *
   * @default PUBLISHED_IMAGES
   */
  readonly images?: ShopImages;
}

const SHORT = Duration.seconds(5);
const NO_PROFILER = { DISABLE_PROFILER: '1' };

/**
 * A shop of ten services that find each other by address. Each is given the services it needs as
 * objects, so none can be told an address that nobody has.
 *
 * @see https://github.com/GoogleCloudPlatform/microservices-demo
 */
export class HipsterShop extends Construct {
  /** The website. */
  public readonly frontend: Frontend;

  public constructor(scope: Construct, id: string, props: HipsterShopProps) {
    super(scope, id);
    const { redis, images = PUBLISHED_IMAGES } = props;

    const ads = new GrpcService(this, 'adservice', {
      images,
      port: 9555,
      probes: { initialDelay: Duration.seconds(20), period: Duration.seconds(15) },
      resources: Resources.of({ cpu: '200m', memory: '180Mi' }, { cpu: '300m', memory: '300Mi' }),
      gracePeriod: SHORT,
    });
    const cart = new GrpcService(this, 'cartservice', {
      images,
      port: 7070,
      portVariable: false,
      env: { REDIS_ADDR: redis.address },
      probes: { initialDelay: Duration.seconds(15) },
      resources: Resources.of({ cpu: '200m', memory: '64Mi' }, { cpu: '300m', memory: '128Mi' }),
      gracePeriod: SHORT,
    });
    const currency = new GrpcService(this, 'currencyservice', {
      images,
      port: 7000,
      env: NO_PROFILER,
      gracePeriod: SHORT,
    });
    const email = new GrpcService(this, 'emailservice', {
      images,
      port: 8080,
      servicePort: 5000,
      env: NO_PROFILER,
      probes: { period: SHORT },
      gracePeriod: SHORT,
    });
    const payment = new PaymentService(this, 'paymentservice', { images });
    const catalog = new GrpcService(this, 'productcatalogservice', {
      images,
      port: 3550,
      env: NO_PROFILER,
      gracePeriod: SHORT,
    });
    const shipping = new GrpcService(this, 'shippingservice', {
      images,
      port: 50051,
      env: NO_PROFILER,
      probes: { period: SHORT },
      liveness: {},
    });
    const recommendation = new GrpcService(this, 'recommendationservice', {
      images,
      port: 8080,
      env: { PRODUCT_CATALOG_SERVICE_ADDR: catalog.address, ...NO_PROFILER },
      probes: { period: SHORT },
      resources: Resources.of({ cpu: '100m', memory: '220Mi' }, { cpu: '200m', memory: '450Mi' }),
      gracePeriod: SHORT,
    });
    const checkout = new GrpcService(this, 'checkoutservice', {
      images,
      port: 5050,
      env: {
        PRODUCT_CATALOG_SERVICE_ADDR: catalog.address,
        SHIPPING_SERVICE_ADDR: shipping.address,
        PAYMENT_SERVICE_ADDR: payment.address,
        EMAIL_SERVICE_ADDR: email.address,
        CURRENCY_SERVICE_ADDR: currency.address,
        CART_SERVICE_ADDR: cart.address,
      },
    });
    this.frontend = new Frontend(this, 'frontend', {
      images,
      env: {
        PRODUCT_CATALOG_SERVICE_ADDR: catalog.address,
        CURRENCY_SERVICE_ADDR: currency.address,
        CART_SERVICE_ADDR: cart.address,
        RECOMMENDATION_SERVICE_ADDR: recommendation.address,
        SHIPPING_SERVICE_ADDR: shipping.address,
        CHECKOUT_SERVICE_ADDR: checkout.address,
        AD_SERVICE_ADDR: ads.address,
        SHOPPING_ASSISTANT_SERVICE_ADDR: Address.absent(
          'shoppingassistantservice',
          80,
          'the frontend does not start without this variable; the assistant itself is optional',
        ),
        ENABLE_PROFILER: '0',
      },
    });
  }
}
