import { HipsterShop, type HipsterShopProps, PersistentRedis, Redis } from '../../../constructs';
import { at, only, synth, TestStack } from '../../synth';

const SERVICES = [
  'adservice',
  'cartservice',
  'currencyservice',
  'emailservice',
  'paymentservice',
  'productcatalogservice',
  'shippingservice',
  'recommendationservice',
  'checkoutservice',
  'frontend',
];

const manifests = synth((stack) => new HipsterShop(stack, 'shop', { redis: new Redis(stack, 'redis-cart') }));

const podOf = (service: string) => at(only(manifests, 'Deployment', service), 'spec.template.spec');

const portsOf = (service: string) => at(only(manifests, 'Service', service), 'spec.ports');

const envOf = (service: string) => {
  const env = (at(podOf(service), 'containers.0.env') ?? []) as { name: string; value: string }[];
  return Object.fromEntries(env.map(({ name, value }) => [name, value]));
};

describe('HipsterShop', () => {
  test('has ten services and the Redis it was given', () => {
    const names = (kind: string) =>
      manifests.filter((manifest) => manifest.kind === kind).map(({ metadata }) => metadata.name);
    expect(names('Deployment')).toEqual(['redis-cart', ...SERVICES]);
    expect(names('ServiceAccount')).toEqual(['redis-cart', ...SERVICES]);
    expect(names('Service')).toEqual(['redis-cart', ...SERVICES, 'frontend-external']);
  });

  test.each(SERVICES)('with minimal props runs the published %s', (service) => {
    expect(at(podOf(service), 'containers.0.image')).toBe(
      `us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo/${service}:v0.10.6`,
    );
  });

  test('writes all props', () => {
    const images = { path: 'registry.example.org/shop', tag: 'v1' };
    const own = synth((stack) => {
      const props: Required<HipsterShopProps> = { redis: new PersistentRedis(stack, 'redis-cart'), images };
      new HipsterShop(stack, 'shop', props);
    });
    const containers = SERVICES.map((name) => at(only(own, 'Deployment', name), 'spec.template.spec.containers.0'));
    expect(containers.map((container) => at(container, 'image'))).toEqual(
      SERVICES.map((service) => `registry.example.org/shop/${service}:v1`),
    );
    expect(at(containers[1], 'env')).toEqual([{ name: 'REDIS_ADDR', value: 'redis-cart-master:6379' }]);
  });

  test.each([
    ['adservice', { PORT: '9555' }],
    ['cartservice', { REDIS_ADDR: 'redis-cart:6379' }],
    ['currencyservice', { PORT: '7000', DISABLE_PROFILER: '1' }],
    ['emailservice', { PORT: '8080', DISABLE_PROFILER: '1' }],
    ['paymentservice', { PORT: '50051', DISABLE_PROFILER: '1' }],
    ['productcatalogservice', { PORT: '3550', DISABLE_PROFILER: '1' }],
    ['shippingservice', { PORT: '50051', DISABLE_PROFILER: '1' }],
    [
      'recommendationservice',
      { PORT: '8080', PRODUCT_CATALOG_SERVICE_ADDR: 'productcatalogservice:3550', DISABLE_PROFILER: '1' },
    ],
    [
      'checkoutservice',
      {
        PORT: '5050',
        PRODUCT_CATALOG_SERVICE_ADDR: 'productcatalogservice:3550',
        SHIPPING_SERVICE_ADDR: 'shippingservice:50051',
        PAYMENT_SERVICE_ADDR: 'paymentservice:50051',
        EMAIL_SERVICE_ADDR: 'emailservice:5000',
        CURRENCY_SERVICE_ADDR: 'currencyservice:7000',
        CART_SERVICE_ADDR: 'cartservice:7070',
      },
    ],
    [
      'frontend',
      {
        PORT: '8080',
        PRODUCT_CATALOG_SERVICE_ADDR: 'productcatalogservice:3550',
        CURRENCY_SERVICE_ADDR: 'currencyservice:7000',
        CART_SERVICE_ADDR: 'cartservice:7070',
        RECOMMENDATION_SERVICE_ADDR: 'recommendationservice:8080',
        SHIPPING_SERVICE_ADDR: 'shippingservice:50051',
        CHECKOUT_SERVICE_ADDR: 'checkoutservice:5050',
        AD_SERVICE_ADDR: 'adservice:9555',
        SHOPPING_ASSISTANT_SERVICE_ADDR: 'shoppingassistantservice:80',
        ENABLE_PROFILER: '0',
      },
    ],
  ])('gives %s its environment', (service, env) => {
    expect(envOf(service)).toEqual(env);
  });

  test.each([
    ['adservice', 9555],
    ['cartservice', 7070],
    ['currencyservice', 7000],
    ['paymentservice', 50051],
    ['productcatalogservice', 3550],
    ['shippingservice', 50051],
    ['recommendationservice', 8080],
    ['checkoutservice', 5050],
  ])('%s is reached at the port on which it listens', (service, port) => {
    expect(at(podOf(service), 'containers.0.ports')).toEqual([{ name: 'grpc', containerPort: port }]);
    expect(portsOf(service)).toEqual([{ name: 'grpc', port }]);
  });

  test('emailservice is reached at 5000 and listens on 8080', () => {
    expect(at(podOf('emailservice'), 'containers.0.ports')).toEqual([{ name: 'grpc', containerPort: 8080 }]);
    expect(portsOf('emailservice')).toEqual([{ name: 'grpc', port: 5000, targetPort: 'grpc' }]);
  });

  test('says why nothing answers for the shopping assistant', () => {
    expect(only(manifests, 'Deployment', 'frontend').metadata.annotations).toEqual({
      'kind-stacks/acknowledge.address-unknown':
        'SHOPPING_ASSISTANT_SERVICE_ADDR: the frontend does not start without this variable; the assistant itself is optional',
    });
  });

  test('hands out its website', () => {
    const stack = new TestStack();
    const shop = new HipsterShop(stack, 'shop', { redis: new Redis(stack, 'redis-cart') });
    expect(shop.frontend.service.name).toBe('frontend');
  });
});
