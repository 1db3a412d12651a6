import { type App, Canary, PersistentRedis, Rollout } from '../constructs';
import { CanaryGatewayStack } from './canary/canary-gateway-stack';
import { CanaryStack } from './canary/canary-stack';
import { CanaryWayStack } from './canary/canary-way-stack';
import { CanaryWebappStack } from './canary/canary-webapp-stack';
import { CertificatesCertificateStack } from './certificates/certificates-certificate-stack';
import { CertificatesIssuerStack } from './certificates/certificates-issuer-stack';
import { CertificatesStack } from './certificates/certificates-stack';
import { HipsterShopIsolatedStack } from './hipster-shop/hipster-shop-isolated-stack';
import { HipsterShopLoadStack } from './hipster-shop/hipster-shop-load-stack';
import { HipsterShopStack } from './hipster-shop/hipster-shop-stack';
import { PaymentStack } from './hipster-shop/payment-stack';
import { LoadBalancerLegacyStack } from './load-balancer/load-balancer-legacy-stack';
import { LoadBalancerStack } from './load-balancer/load-balancer-stack';
import { MinioConsoleStack } from './minio/minio-console-stack';
import { MinioStack } from './minio/minio-stack';
import type { Settings } from './settings';
import { WebGatewayStack } from './web/web-gateway-stack';
import { WebPodStack } from './web/web-pod-stack';
import { WebReplicaSetStack } from './web/web-replica-set-stack';
import { WebStack } from './web/web-stack';

export { readSettings, type Settings } from './settings';

/**
 * Adds every stack of the course: the main forms, which stand side by side in one cluster, and
 * after each of them its alternatives.
 */
export function addStacks(app: App, settings: Settings): void {
  const {
    network,
    addresses,
    email,
    kuardHost,
    gatewayClass,
    storageClass,
    minioCredentials: credentials,
    shopHost,
    shopImages: images,
  } = settings;

  const loadBalancer = new LoadBalancerStack(app, 'load-balancer', { network, addresses });
  new LoadBalancerLegacyStack(app, 'load-balancer-legacy', { alternativeTo: loadBalancer, replaces: true, addresses });

  const web = new WebStack(app, 'web', { loadBalancer });
  const form = { alternativeTo: web, loadBalancer };
  new WebPodStack(app, 'web-pod', form);
  new WebReplicaSetStack(app, 'web-replica-set', form);
  const rollout = (name: string, by: Rollout, title: string) =>
    new WebStack(app, `web-${name}`, { ...form, rollout: by, title });
  rollout('reverse', Rollout.reverse(), 'the web application, whose pods go one by one before new ones come');
  rollout('all-at-once', Rollout.allAtOnce(), 'the web application, whose pods go and come all at once');
  rollout('recreate', Rollout.recreate(), 'the web application, whose pods are gone before new ones come');
  rollout('percent', Rollout.rolling('50%', '25%'), 'the web application, whose pods go and come in portions');
  new WebGatewayStack(app, 'web-gateway', { ...form, gatewayClass });

  const canary = new CanaryStack(app, 'canary', { of: web });
  const way = (form: string, by: Canary, title: string) =>
    new CanaryWayStack(app, `canary-${form}`, { alternativeTo: canary, canary: by, title });
  way('header', Canary.byHeader('canary'), 'the header canary says always or never');
  way(
    'pattern',
    Canary.byHeaderPattern('Region', '^(cd|sz)$'),
    'requests from the regions cd and sz go to a new version',
  );
  way('cookie', Canary.byCookie('canary'), 'the cookie canary says always or never');
  way('weight', Canary.byWeight(10), 'ten requests of a hundred go to a new version');
  way('weight-total', Canary.byWeight(5, 1000), 'five requests of a thousand go to a new version');
  new CanaryWebappStack(app, 'canary-webapp', { alternativeTo: canary, exerciseHost: settings.canaryHost });
  const gateway = (form: string, by: Canary, title: string) =>
    new CanaryGatewayStack(app, `canary-gateway-${form}`, { alternativeTo: canary, gatewayClass, canary: by, title });
  gateway('header', Canary.byHeader('canary', 'forsure'), 'a canary by header behind the Gateway API');
  gateway('weight', Canary.byWeight(10), 'a canary by weight behind the Gateway API');

  const minio = new MinioStack(app, 'minio', { credentials, storageClass });
  new MinioConsoleStack(app, 'minio-console', { alternativeTo: minio, credentials, storageClass });

  const certificates = new CertificatesStack(app, 'certificates', { email, kuardHost });
  new CertificatesCertificateStack(app, 'certificates-certificate', { alternativeTo: certificates, kuardHost });
  new CertificatesIssuerStack(app, 'certificates-issuer', { alternativeTo: certificates, email, kuardHost });

  const shop = { images, shopHost, certificates, loadBalancer };
  const hipsterShop = new HipsterShopStack(app, 'hipster-shop', shop);
  new HipsterShopStack(app, 'hipster-shop-persistent', {
    ...shop,
    alternativeTo: hipsterShop,
    title: 'the shop with a Redis whose data survives its pod',
    redis: (stack, id) => new PersistentRedis(stack, id, { storageClass }),
  });
  new HipsterShopLoadStack(app, 'hipster-shop-load', { ...shop, alternativeTo: hipsterShop });
  new HipsterShopIsolatedStack(app, 'hipster-shop-isolated', { ...shop, alternativeTo: hipsterShop });
  new PaymentStack(app, 'hipster-shop-payment-blue-green', {
    alternativeTo: hipsterShop,
    images,
    rollout: Rollout.blueGreen(),
    title: 'the payment service, replaced blue-green',
  });
  new PaymentStack(app, 'hipster-shop-payment-reverse', {
    alternativeTo: hipsterShop,
    images,
    rollout: Rollout.reverse(),
    title: 'the payment service, replaced one by one',
  });
}
