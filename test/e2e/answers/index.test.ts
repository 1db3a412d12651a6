import { Stack } from '../../../constructs';
import { stackNames, stackOf } from '../../stacks/contract';
import { proofsOf } from '.';

function titlesOf(name: string): string[] {
  const stack = stackOf(name);
  const others = stack.needs.filter((need) => need instanceof Stack).flatMap((need) => need.toJson());
  return proofsOf({ name, file: '', manifests: stack.toJson() }, others).map(({ shows }) => shows);
}

// Every stack, and below it what is shown of it.
const TITLES = `
load-balancer
  Service kube-system/coredns-svc-lb-udp resolves names
  Service kube-system/coredns-svc-lb-tcp resolves names
load-balancer-legacy
web
  Service web-svc-cip answers inside the cluster
  Service web-svc-lb answers inside the cluster
  Service web-svc-lb answers at the address of a load balancer
  Service web-svc answers under the names of its pods
  */web/ leads to web-svc
  */web leads to web-svc
  */web/index.html leads to web-svc
web-pod
  Service web-pod/web-svc-cip answers inside the cluster
  Service web-pod/web-svc-lb answers inside the cluster
  Service web-pod/web-svc-lb answers at the address of a load balancer
  Service web-pod/web-svc answers under the names of its pods
  pod.web.localhost/web/ leads to web-svc
  pod.web.localhost/web leads to web-svc
  pod.web.localhost/web/index.html leads to web-svc
web-replica-set
  Service web-replica-set/web-svc-cip answers inside the cluster
  Service web-replica-set/web-svc-lb answers inside the cluster
  Service web-replica-set/web-svc-lb answers at the address of a load balancer
  Service web-replica-set/web-svc answers under the names of its pods
  replica-set.web.localhost/web/ leads to web-svc
  replica-set.web.localhost/web leads to web-svc
  replica-set.web.localhost/web/index.html leads to web-svc
web-reverse
  Service web-reverse/web-svc-cip answers inside the cluster
  Service web-reverse/web-svc-lb answers inside the cluster
  Service web-reverse/web-svc-lb answers at the address of a load balancer
  Service web-reverse/web-svc answers under the names of its pods
  reverse.web.localhost/web/ leads to web-svc
  reverse.web.localhost/web leads to web-svc
  reverse.web.localhost/web/index.html leads to web-svc
web-all-at-once
  Service web-all-at-once/web-svc-cip answers inside the cluster
  Service web-all-at-once/web-svc-lb answers inside the cluster
  Service web-all-at-once/web-svc-lb answers at the address of a load balancer
  Service web-all-at-once/web-svc answers under the names of its pods
  all-at-once.web.localhost/web/ leads to web-svc
  all-at-once.web.localhost/web leads to web-svc
  all-at-once.web.localhost/web/index.html leads to web-svc
web-recreate
  Service web-recreate/web-svc-cip answers inside the cluster
  Service web-recreate/web-svc-lb answers inside the cluster
  Service web-recreate/web-svc-lb answers at the address of a load balancer
  Service web-recreate/web-svc answers under the names of its pods
  recreate.web.localhost/web/ leads to web-svc
  recreate.web.localhost/web leads to web-svc
  recreate.web.localhost/web/index.html leads to web-svc
web-percent
  Service web-percent/web-svc-cip answers inside the cluster
  Service web-percent/web-svc-lb answers inside the cluster
  Service web-percent/web-svc-lb answers at the address of a load balancer
  Service web-percent/web-svc answers under the names of its pods
  percent.web.localhost/web/ leads to web-svc
  percent.web.localhost/web leads to web-svc
  percent.web.localhost/web/index.html leads to web-svc
web-gateway
  Service web-gateway/web-svc-cip answers inside the cluster
  Service web-gateway/web-svc-lb answers inside the cluster
  Service web-gateway/web-svc-lb answers at the address of a load balancer
  Service web-gateway/web-svc answers under the names of its pods
  gateway.web.localhost/web/ leads to web-svc
canary
  Service web-canary-svc answers under the names of its pods
  a request without a header is answered by web-svc
  canary: forsure is answered by web-canary-svc
  canary: forsurer is answered by web-svc
  canary: always is answered by web-svc
  canary: never is answered by web-svc
canary-header
  Service canary-header/web-svc answers under the names of its pods
  Service canary-header/web-canary-svc answers under the names of its pods
  header.canary.localhost/web/ leads to web-svc
  header.canary.localhost/web leads to web-svc
  header.canary.localhost/web/index.html leads to web-svc
  a request without a header is answered by web-svc
  canary: always is answered by web-canary-svc
  canary: never is answered by web-svc
  canary: not-canary is answered by web-svc
canary-pattern
  Service canary-pattern/web-svc answers under the names of its pods
  Service canary-pattern/web-canary-svc answers under the names of its pods
  pattern.canary.localhost/web/ leads to web-svc
  pattern.canary.localhost/web leads to web-svc
  pattern.canary.localhost/web/index.html leads to web-svc
  a request without a header is answered by web-svc
  Region: cd is answered by web-canary-svc
  Region: sz is answered by web-canary-svc
  Region: abcdx is answered by web-svc
canary-cookie
  Service canary-cookie/web-svc answers under the names of its pods
  Service canary-cookie/web-canary-svc answers under the names of its pods
  cookie.canary.localhost/web/ leads to web-svc
  cookie.canary.localhost/web leads to web-svc
  cookie.canary.localhost/web/index.html leads to web-svc
  a request without a cookie is answered by web-svc
  cookie canary=always is answered by web-canary-svc
  cookie canary=never is answered by web-svc
  cookie canary=yes is answered by web-svc
canary-weight
  Service canary-weight/web-svc answers under the names of its pods
  Service canary-weight/web-canary-svc answers under the names of its pods
  10 % of 200 requests are answered by web-canary-svc
canary-weight-total
  Service canary-weight-total/web-svc answers under the names of its pods
  Service canary-weight-total/web-canary-svc answers under the names of its pods
  0.5 % of 4000 requests are answered by web-canary-svc
canary-webapp
  Service canary-webapp/webapp-v1 answers inside the cluster
  Service canary-webapp/webapp-v2 answers inside the cluster
  example.app.org/test-webapp/ leads to webapp-v1
  example.app.org/test-webapp leads to webapp-v1
  example.app.org/test-webapp/index.html leads to webapp-v1
  a request without a header is answered by webapp-v1
  mtest: true is answered by webapp-v2
  mtest: truer is answered by webapp-v1
  mtest: always is answered by webapp-v1
  mtest: never is answered by webapp-v1
canary-gateway-header
  Service canary-gateway-header/web-svc answers under the names of its pods
  Service canary-gateway-header/web-canary-svc answers under the names of its pods
  gateway-header.canary.localhost/web/ canary: forsure leads to web-canary-svc
  gateway-header.canary.localhost/web/ leads to web-svc
canary-gateway-weight
  Service canary-gateway-weight/web-svc answers under the names of its pods
  Service canary-gateway-weight/web-canary-svc answers under the names of its pods
  gateway-weight.canary.localhost/web/ leads to web-svc and web-canary-svc
minio
  Service minio answers under the names of its pods
  StatefulSet minio keeps an object when its pod is deleted, for the credentials of its Secret alone
minio-console
  Service minio-console/minio answers under the names of its pods
  Service minio-console/minio-console answers inside the cluster
  console.minio.localhost/ leads to minio-console
  StatefulSet minio-console/minio keeps an object when its pod is deleted, for the credentials of its Secret alone
certificates
  Service kuard answers inside the cluster
  kuard.localhost/ leads to kuard
  Ingress kuard serves a certificate for kuard.localhost
certificates-certificate
  Service certificates-certificate/kuard answers inside the cluster
  certificate.certificates.localhost/ leads to kuard
  Ingress certificates-certificate/kuard serves a certificate for certificate.certificates.localhost
certificates-issuer
  Service certificates-issuer/kuard answers inside the cluster
  issuer.certificates.localhost/ leads to kuard
  Ingress certificates-issuer/kuard serves a certificate for issuer.certificates.localhost
hipster-shop
  Service redis-cart answers inside the cluster
  Service adservice answers inside the cluster
  Service cartservice answers inside the cluster
  Service currencyservice answers inside the cluster
  Service emailservice answers inside the cluster
  Service paymentservice answers inside the cluster
  Service productcatalogservice answers inside the cluster
  Service shippingservice answers inside the cluster
  Service recommendationservice answers inside the cluster
  Service checkoutservice answers inside the cluster
  Service frontend answers inside the cluster
  Service frontend-external answers inside the cluster
  Service frontend-external answers at the address of a load balancer
  shop.localhost/ leads to frontend
  Ingress frontend serves a certificate for shop.localhost
  Deployment cartservice reaches REDIS_ADDR
  Deployment recommendationservice reaches PRODUCT_CATALOG_SERVICE_ADDR
  Deployment checkoutservice reaches 6 addresses
  Deployment frontend reaches 8 addresses
  a PING from Deployment cartservice reaches Redis at redis-cart:6379
hipster-shop-persistent
  Service hipster-shop-persistent/redis-cart-master answers under the names of its pods
  Service hipster-shop-persistent/adservice answers inside the cluster
  Service hipster-shop-persistent/cartservice answers inside the cluster
  Service hipster-shop-persistent/currencyservice answers inside the cluster
  Service hipster-shop-persistent/emailservice answers inside the cluster
  Service hipster-shop-persistent/paymentservice answers inside the cluster
  Service hipster-shop-persistent/productcatalogservice answers inside the cluster
  Service hipster-shop-persistent/shippingservice answers inside the cluster
  Service hipster-shop-persistent/recommendationservice answers inside the cluster
  Service hipster-shop-persistent/checkoutservice answers inside the cluster
  Service hipster-shop-persistent/frontend answers inside the cluster
  Service hipster-shop-persistent/frontend-external answers inside the cluster
  Service hipster-shop-persistent/frontend-external answers at the address of a load balancer
  persistent.hipster-shop.localhost/ leads to frontend
  Ingress hipster-shop-persistent/frontend serves a certificate for persistent.hipster-shop.localhost
  Deployment hipster-shop-persistent/cartservice reaches REDIS_ADDR
  Deployment hipster-shop-persistent/recommendationservice reaches PRODUCT_CATALOG_SERVICE_ADDR
  Deployment hipster-shop-persistent/checkoutservice reaches 6 addresses
  Deployment hipster-shop-persistent/frontend reaches 8 addresses
  a PING from Deployment hipster-shop-persistent/cartservice reaches Redis at redis-cart-master:6379
hipster-shop-load
  Service hipster-shop-load/redis-cart answers inside the cluster
  Service hipster-shop-load/adservice answers inside the cluster
  Service hipster-shop-load/cartservice answers inside the cluster
  Service hipster-shop-load/currencyservice answers inside the cluster
  Service hipster-shop-load/emailservice answers inside the cluster
  Service hipster-shop-load/paymentservice answers inside the cluster
  Service hipster-shop-load/productcatalogservice answers inside the cluster
  Service hipster-shop-load/shippingservice answers inside the cluster
  Service hipster-shop-load/recommendationservice answers inside the cluster
  Service hipster-shop-load/checkoutservice answers inside the cluster
  Service hipster-shop-load/frontend answers inside the cluster
  Service hipster-shop-load/frontend-external answers inside the cluster
  Service hipster-shop-load/frontend-external answers at the address of a load balancer
  load.hipster-shop.localhost/ leads to frontend
  Ingress hipster-shop-load/frontend serves a certificate for load.hipster-shop.localhost
  Deployment hipster-shop-load/cartservice reaches REDIS_ADDR
  Deployment hipster-shop-load/recommendationservice reaches PRODUCT_CATALOG_SERVICE_ADDR
  Deployment hipster-shop-load/checkoutservice reaches 6 addresses
  Deployment hipster-shop-load/frontend reaches 8 addresses
  Deployment hipster-shop-load/loadgenerator reaches FRONTEND_ADDR
  a PING from Deployment hipster-shop-load/cartservice reaches Redis at redis-cart:6379
hipster-shop-isolated
  Service hipster-shop-isolated/redis-cart answers inside the cluster
  Service hipster-shop-isolated/adservice answers inside the cluster
  Service hipster-shop-isolated/cartservice answers inside the cluster
  Service hipster-shop-isolated/currencyservice answers inside the cluster
  Service hipster-shop-isolated/emailservice answers inside the cluster
  Service hipster-shop-isolated/paymentservice answers inside the cluster
  Service hipster-shop-isolated/productcatalogservice answers inside the cluster
  Service hipster-shop-isolated/shippingservice answers inside the cluster
  Service hipster-shop-isolated/recommendationservice answers inside the cluster
  Service hipster-shop-isolated/checkoutservice answers inside the cluster
  Service hipster-shop-isolated/frontend answers inside the cluster
  Service hipster-shop-isolated/frontend-external answers inside the cluster
  Service hipster-shop-isolated/frontend-external answers at the address of a load balancer
  isolated.hipster-shop.localhost/ leads to frontend
  Ingress hipster-shop-isolated/frontend serves a certificate for isolated.hipster-shop.localhost
  Deployment hipster-shop-isolated/cartservice reaches REDIS_ADDR
  Deployment hipster-shop-isolated/recommendationservice reaches PRODUCT_CATALOG_SERVICE_ADDR
  Deployment hipster-shop-isolated/checkoutservice reaches 6 addresses
  Deployment hipster-shop-isolated/frontend reaches 8 addresses
  a PING from Deployment hipster-shop-isolated/cartservice reaches Redis at redis-cart:6379
hipster-shop-payment-blue-green
  Service hipster-shop-payment-blue-green/paymentservice answers inside the cluster
hipster-shop-payment-reverse
  Service hipster-shop-payment-reverse/paymentservice answers inside the cluster
`;

test('every stack is shown in these ways', () => {
  const lines = stackNames().flatMap((name) => [name, ...titlesOf(name).map((title) => `  ${title}`)]);
  expect(lines).toEqual(TITLES.trim().split('\n'));
});

test.each([
  ['nothing', []],
  ['a ConfigMap', [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' } }]],
])('a file with %s has nothing to show', (_, manifests) => {
  expect(proofsOf({ name: 'web', file: '', manifests }, stackOf('web').toJson())).toEqual([]);
});
