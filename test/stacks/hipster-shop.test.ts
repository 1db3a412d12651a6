import { at, only } from '../synth';
import { inNamespace, manifestsOf, type PodContract, stackOf, testContract } from './contract';
import { PERSISTENT_REDIS, podOf, SHOP, shop } from './hipster-shop-contract';
import { containerOf } from './read';

describe('hipster-shop', () => {
  testContract('hipster-shop', shop('shop.localhost'));

  test('keeps the carts in an empty directory', () => {
    const redis = only(manifestsOf('hipster-shop'), 'Deployment', 'redis-cart');
    expect(at(redis, 'spec.template.spec.volumes')).toEqual([{ name: 'redis-data', emptyDir: {} }]);
  });

  test('acknowledges the one address without a Service', () => {
    const reasons = manifestsOf('hipster-shop')
      .filter(({ kind }) => kind === 'Deployment')
      .flatMap(({ metadata: { name, annotations = {} } }) =>
        Object.entries(annotations).map((entry) => [name, ...entry]),
      );
    expect(reasons).toEqual([
      [
        'frontend',
        'kind-stacks/acknowledge.address-unknown',
        'SHOPPING_ASSISTANT_SERVICE_ADDR: the frontend does not start without this variable; the assistant itself is optional',
      ],
    ]);
  });

  test('is this YAML', () => {
    expect(stackOf('hipster-shop').toJson()).toMatchSnapshot();
  });
});

describe('hipster-shop-persistent', () => {
  const name = 'hipster-shop-persistent';
  testContract(name, inNamespace(name, shop('persistent.hipster-shop.localhost', { redis: PERSISTENT_REDIS })));

  test.each<[source: string, variables: Record<string, string>, storageClass: Record<string, string>]>([
    ['the default class of the cluster', {}, {}],
    ['a StorageClass', { STORAGE_CLASS: 'fast' }, { storageClassName: 'fast' }],
  ])('keeps the carts in a claim from %s', (_, variables, storageClass) => {
    const redis = only(manifestsOf(name, variables), 'StatefulSet', 'redis-cart');
    const claim = { ...storageClass, accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
    expect(at(redis, 'spec.serviceName')).toBe('redis-cart-master');
    expect(at(redis, 'spec.volumeClaimTemplates')).toEqual([{ metadata: { name: 'redis-data' }, spec: claim }]);
    expect(at(redis, 'spec.template.spec.volumes')).toBeUndefined();
  });
});

const visitors: PodContract = {
  labels: { app: 'loadgenerator' },
  user: 1000,
  serviceAccount: 'loadgenerator',
  grace: 5,
  initContainers: ['frontend-check'],
  containers: {
    main: {
      image: 'us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo/loadgenerator:v0.10.6',
      env: { FRONTEND_ADDR: 'frontend:80', USERS: '10', RATE: '1' },
      resources: '300m/256Mi -> 500m/512Mi',
    },
  },
};

describe('hipster-shop-load', () => {
  const name = 'hipster-shop-load';
  const main = shop('load.hipster-shop.localhost', { last: ['loadgenerator'] });
  testContract(name, inNamespace(name, { ...main, pods: { ...main.pods, 'Deployment loadgenerator': visitors } }));

  test('waits for the frontend before the visitors come', () => {
    const deployment = only(manifestsOf(name), 'Deployment', 'loadgenerator');
    const check = at(deployment, 'spec.template.spec.initContainers.0');
    const { image, env } = containerOf(check);
    expect({ image, env }).toEqual({ image: 'busybox:1.37.0', env: { FRONTEND_ADDR: 'frontend:80' } });
    expect(at(check, 'command')).toEqual([
      'sh',
      '-c',
      expect.stringMatching(/^until timeout 5 wget .* "http:\/\/\$FRONTEND_ADDR\/_healthz"; do\n(?: {2}.*\n)+done\n$/),
    ]);
  });
});

describe.each([
  ['blue-green', { maxSurge: '100%', maxUnavailable: 0 }],
  ['reverse', { maxSurge: 0, maxUnavailable: 1 }],
])('hipster-shop-payment-%s', (rollout, rollingUpdate) => {
  const name = `hipster-shop-payment-${rollout}`;
  const { paymentservice } = SHOP;
  const contract = {
    needs: [],
    objects: ['ServiceAccount paymentservice', 'Service paymentservice', 'Deployment paymentservice'],
    services: paymentservice.services,
    pods: { 'Deployment paymentservice': { ...podOf('paymentservice', paymentservice), replicas: 3 } },
  };
  testContract(name, inNamespace(name, contract));

  test('renews its pods its own way', () => {
    expect(at(only(manifestsOf(name), 'Deployment'), 'spec.strategy')).toEqual({
      type: 'RollingUpdate',
      rollingUpdate,
    });
  });
});

describe('with other settings', () => {
  const images = { SHOP_IMAGES: 'localhost:5001/shop:v1.2.3' };
  const image = (app: string) => [app, `localhost:5001/shop/${app}:v1.2.3`];
  const shopImages = [['redis-cart', 'redis:7.2-alpine'], ...Object.keys(SHOP).map(image)];

  test.each([
    ['hipster-shop', shopImages],
    ['hipster-shop-persistent', shopImages],
    ['hipster-shop-load', [...shopImages, image('loadgenerator')]],
    ['hipster-shop-isolated', shopImages],
    ['hipster-shop-payment-blue-green', [image('paymentservice')]],
    ['hipster-shop-payment-reverse', [image('paymentservice')]],
  ])('%s takes all images of the shop from another registry', (name, expected) => {
    const workloads = manifestsOf(name, images).filter(({ kind }) => ['Deployment', 'StatefulSet'].includes(kind));
    const found = workloads.map((workload) => [
      workload.metadata.name,
      at(workload, 'spec.template.spec.containers.0.image') as string,
    ]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });

  test.each([
    ['hipster-shop', 'shop.example.org'],
    ['hipster-shop-persistent', 'persistent.hipster-shop.localhost'],
    ['hipster-shop-load', 'load.hipster-shop.localhost'],
    ['hipster-shop-isolated', 'isolated.hipster-shop.localhost'],
  ])('%s answers on %s when the shop has another host', (name, host) => {
    const { spec } = only(manifestsOf(name, { SHOP_HOST: 'shop.example.org' }), 'Ingress', 'frontend');
    expect(spec).toMatchObject({ rules: [{ host }], tls: [{ hosts: [host], secretName: 'frontend-tls' }] });
  });
});
