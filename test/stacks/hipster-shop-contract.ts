import { type PodContract, PROBE, type ServiceContract, type StackContract } from './contract';

/** One line of the table of the shop; the columns are those of the contract. */
interface Row {
  /** As `name number`. */
  readonly port: string;
  readonly services: Readonly<Record<string, ServiceContract>>;
  /** Beside PORT. */
  readonly env?: Readonly<Record<string, string>>;
  readonly readiness: unknown;
  readonly liveness: unknown;
  readonly resources: string;
  readonly grace?: number;
}

const IMAGES = 'us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo';
const TAG = 'v0.10.6';
const NO_PROFILER = { DISABLE_PROFILER: '1' };
const SMALL = '100m/64Mi -> 200m/128Mi';

const catalog = { PRODUCT_CATALOG_SERVICE_ADDR: 'productcatalogservice:3550' };
const currency = { CURRENCY_SERVICE_ADDR: 'currencyservice:7000' };
const cart = { CART_SERVICE_ADDR: 'cartservice:7070' };
const recommendation = { RECOMMENDATION_SERVICE_ADDR: 'recommendationservice:8080' };
const shipping = { SHIPPING_SERVICE_ADDR: 'shippingservice:50051' };
const checkout = { CHECKOUT_SERVICE_ADDR: 'checkoutservice:5050' };
const ads = { AD_SERVICE_ADDR: 'adservice:9555' };
const assistant = { SHOPPING_ASSISTANT_SERVICE_ADDR: 'shoppingassistantservice:80' };
const payment = { PAYMENT_SERVICE_ADDR: 'paymentservice:50051' };
const email = { EMAIL_SERVICE_ADDR: 'emailservice:5000' };

function service(app: string, port: string, type: ServiceContract['type'] = 'ClusterIP'): ServiceContract {
  return { type, selector: { app }, ports: [`${port}/TCP`] };
}

type Timing = Readonly<Partial<typeof PROBE>>;

function grpc(app: string, port: number, timing: { readiness?: Timing; liveness?: Timing } = {}) {
  return {
    port: `grpc ${port}`,
    services: { [app]: service(app, `grpc ${port}->${port}`) },
    readiness: { ...PROBE, ...timing.readiness, grpc: { port } },
    liveness: { ...PROBE, ...timing.liveness, grpc: { port } },
  };
}

/** Both probes alike. */
const both = (timing: Timing) => ({ readiness: timing, liveness: timing });

const health = (session: string) => ({
  ...PROBE,
  initialDelaySeconds: 10,
  httpGet: { path: '/_healthz', port: 'http', httpHeaders: [{ name: 'Cookie', value: `shop_session-id=${session}` }] },
});

/** The table of the contract but Redis and the visitors, in the order of the file: who is needed comes first. */
const table = (redis: string) =>
  ({
    adservice: {
      ...grpc('adservice', 9555, both({ initialDelaySeconds: 20, periodSeconds: 15 })),
      resources: '200m/180Mi -> 300m/300Mi',
      grace: 5,
    },
    cartservice: {
      ...grpc('cartservice', 7070, {
        readiness: { initialDelaySeconds: 15 },
        liveness: { initialDelaySeconds: 15, periodSeconds: 10 },
      }),
      env: { REDIS_ADDR: `${redis}:6379` },
      resources: '200m/64Mi -> 300m/128Mi',
      grace: 5,
    },
    currencyservice: { ...grpc('currencyservice', 7000), env: NO_PROFILER, resources: SMALL, grace: 5 },
    emailservice: {
      ...grpc('emailservice', 8080, both({ periodSeconds: 5 })),
      services: { emailservice: service('emailservice', 'grpc 5000->grpc') },
      env: NO_PROFILER,
      resources: SMALL,
      grace: 5,
    },
    paymentservice: { ...grpc('paymentservice', 50051), env: NO_PROFILER, resources: SMALL, grace: 5 },
    productcatalogservice: { ...grpc('productcatalogservice', 3550), env: NO_PROFILER, resources: SMALL, grace: 5 },
    shippingservice: {
      ...grpc('shippingservice', 50051, { readiness: { periodSeconds: 5 } }),
      env: NO_PROFILER,
      resources: SMALL,
    },
    recommendationservice: {
      ...grpc('recommendationservice', 8080, both({ periodSeconds: 5 })),
      env: { ...catalog, ...NO_PROFILER },
      resources: '100m/220Mi -> 200m/450Mi',
      grace: 5,
    },
    checkoutservice: {
      ...grpc('checkoutservice', 5050),
      env: { ...catalog, ...shipping, ...payment, ...email, ...currency, ...cart },
      resources: SMALL,
    },
    frontend: {
      port: 'http 8080',
      services: {
        frontend: service('frontend', 'http 80->http'),
        'frontend-external': service('frontend', 'http 80->http', 'LoadBalancer'),
      },
      env: {
        ...catalog,
        ...currency,
        ...cart,
        ...recommendation,
        ...shipping,
        ...checkout,
        ...ads,
        ...assistant,
        ENABLE_PROFILER: '0',
      },
      readiness: health('x-readiness-probe'),
      liveness: health('x-liveness-probe'),
      resources: SMALL,
    },
  }) satisfies Readonly<Record<string, Row>>;

const WITHOUT_PORT = ['cartservice'];

/** The pod of one line of the table. */
export function podOf(app: string, { port, readiness, liveness, resources, grace, env }: Row): PodContract {
  const PORT = port.slice(port.indexOf(' ') + 1);
  return {
    labels: { app },
    user: 1000,
    serviceAccount: app,
    grace,
    containers: {
      server: {
        image: `${IMAGES}/${app}:${TAG}`,
        ports: [port],
        env: { ...(!WITHOUT_PORT.includes(app) && { PORT }), ...env },
        readiness,
        liveness,
        resources,
      },
    },
  };
}

const redisPod: PodContract = {
  labels: { app: 'redis-cart' },
  user: 999,
  serviceAccount: 'redis-cart',
  containers: {
    redis: {
      image: 'redis:7.2-alpine',
      ports: ['tcp-redis 6379'],
      readiness: { ...PROBE, periodSeconds: 5, tcpSocket: { port: 'tcp-redis' } },
      liveness: { ...PROBE, periodSeconds: 5, tcpSocket: { port: 'tcp-redis' } },
      resources: '70m/200Mi -> 125m/256Mi',
      mounts: ['redis-data /data'],
    },
  },
};

/** The forms of Redis: what makes its pod, and the Service under which it is reached. */
const REDIS = { workload: 'Deployment', service: 'redis-cart', type: 'ClusterIP' } as const;
export const PERSISTENT_REDIS = { workload: 'StatefulSet', service: 'redis-cart-master', type: 'Headless' } as const;

/** The services of the main form, without Redis. */
export const SHOP: Readonly<Record<keyof ReturnType<typeof table>, Row>> = table(REDIS.service);

/** Names of the pods of the main form. */
export const APPS = ['redis-cart', ...Object.keys(SHOP)];

/** In which form the shop is made. */
interface Form {
  readonly redis?: typeof REDIS | typeof PERSISTENT_REDIS;
  /** Who comes after the services of the table, without a Service of its own. */
  readonly last?: readonly string[];
}

/** The shop on a host. */
export function shop(host: string, { redis = REDIS, last = [] }: Form = {}): StackContract {
  const rows = Object.entries<Row>(table(redis.service));
  const services: Record<string, ServiceContract> = Object.assign(
    { [redis.service]: service('redis-cart', 'tcp-redis 6379->6379', redis.type) },
    ...rows.map(([, row]) => row.services),
  );
  const workloads = [...rows.map(([app]) => app), ...last].map((app) => `Deployment ${app}`);
  const redisWorkload = `${redis.workload} redis-cart`;
  return {
    needs: ['MetalLB', 'cert-manager', 'ingress-nginx', 'load-balancer', 'certificates'],
    leftBehind: ['Secret default/frontend-tls'],
    objects: [
      ...[...APPS, ...last].map((app) => `ServiceAccount ${app}`),
      ...Object.keys(services).map((name) => `Service ${name}`),
      ...(redis === REDIS ? [redisWorkload, ...workloads] : [...workloads, redisWorkload]),
      'Ingress frontend',
    ],
    services,
    pods: Object.fromEntries([
      [redisWorkload, redisPod],
      ...rows.map(([app, row]) => [`Deployment ${app}`, podOf(app, row)] as const),
    ]),
    ingresses: {
      frontend: {
        routes: [`${host} / Prefix -> frontend http`],
        annotations: { 'cert-manager.io/cluster-issuer': 'kind-ca' },
        tls: [`frontend-tls: ${host}`],
      },
    },
  };
}
