import { at, only } from '../synth';
import { manifestsOf, type PodContract, PROBE, type ServiceContract, stackOf, testContract } from './contract';

const services: Record<string, ServiceContract> = {
  'web-svc-cip': { type: 'ClusterIP', selector: { app: 'web' }, ports: ['http 80->http/TCP'] },
  'web-svc-lb': { type: 'LoadBalancer', selector: { app: 'web' }, ports: ['http 80->http/TCP'] },
  'web-svc': { type: 'Headless', selector: { app: 'web' }, ports: ['http 8000->8000/TCP'] },
};

const pod: PodContract = {
  replicas: 3,
  labels: { app: 'web' },
  user: 1001,
  initContainers: ['initialize-index-html'],
  containers: {
    web: {
      image: 'busybox:1.37.0',
      ports: ['http 8000'],
      readiness: { ...PROBE, httpGet: { path: '/index.html', port: 'http' } },
      liveness: { ...PROBE, tcpSocket: { port: 'http' } },
      resources: '50m/32Mi -> 200m/128Mi',
      mounts: ['app /app'],
    },
  },
};

const SERVICES = ['web-svc-cip', 'web-svc-lb', 'web-svc'];

describe('web', () => {
  testContract('web', {
    objects: [...SERVICES.map((name) => `Service ${name}`), 'Deployment web', 'Ingress web'],
    services,
    pods: { 'Deployment web': pod },
  });

  const manifests = manifestsOf('web');
  const template = at(only(manifests, 'Deployment'), 'spec.template.spec');

  test('renews its pods blue-green', () => {
    expect(at(only(manifests, 'Deployment'), 'spec.strategy')).toEqual({
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: '100%', maxUnavailable: 0 },
    });
  });

  test('serves /app with the httpd of busybox', () => {
    expect(at(template, 'containers.0.command')).toEqual(['httpd', '-f', '-v', '-p', '8000', '-h', '/app']);
  });

  test('shares the empty directory with the init container', () => {
    expect(at(template, 'volumes')).toEqual([{ name: 'app', emptyDir: {} }]);
    expect(at(template, 'initContainers.0.volumeMounts')).toEqual([{ name: 'app', mountPath: '/app' }]);
    expect(at(template, 'initContainers.0.image')).toBe('busybox:1.37.0');
  });

  test.each(['$(hostname)', 'env | sort', '/etc/hosts', '/etc/resolv.conf', '/app/index.html'])(
    'writes a page with %s',
    (part) => {
      expect(at(template, 'initContainers.0.command.2')).toContain(part);
    },
  );

  test('strips /web on its Ingress', () => {
    const ingress = only(manifests, 'Ingress', 'web');
    expect(ingress.metadata.annotations).toEqual({
      'nginx.ingress.kubernetes.io/use-regex': 'true',
      'nginx.ingress.kubernetes.io/rewrite-target': '/$2',
    });
    expect(ingress.spec).toEqual({
      ingressClassName: 'nginx',
      rules: [
        {
          http: {
            paths: [
              {
                path: '/web(/|$)(.*)',
                pathType: 'ImplementationSpecific',
                backend: { service: { name: 'web-svc', port: { name: 'http' } } },
              },
            ],
          },
        },
      ],
    });
  });

  test('is this YAML', () => {
    expect(stackOf('web').toJson()).toMatchSnapshot();
  });
});

describe.each([
  ['web-pod', 'Pod web', { ...pod, replicas: undefined }],
  ['web-replica-set', 'ReplicaSet web', pod],
  ['web-reverse', 'Deployment web', pod],
  ['web-all-at-once', 'Deployment web', pod],
  ['web-recreate', 'Deployment web', pod],
  ['web-percent', 'Deployment web', pod],
])('%s', (name, workload, contract) => {
  testContract(name, {
    objects: [
      `Namespace ${name}`,
      ...[...SERVICES.map((service) => `Service ${service}`), workload, 'Ingress web'].map((object) =>
        object.replace(' ', ` ${name}/`),
      ),
    ],
    services: Object.fromEntries(
      Object.entries(services).map(([service, expected]) => [service, { ...expected, namespace: name }]),
    ),
    pods: { [workload]: contract },
  });

  test('answers on a host of its own', () => {
    expect(at(only(manifestsOf(name), 'Ingress'), 'spec.rules.0.host')).toBe(
      `${name.slice('web-'.length)}.web.localhost`,
    );
  });
});

test.each([
  ['web-reverse', { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } }],
  ['web-all-at-once', { type: 'RollingUpdate', rollingUpdate: { maxSurge: '100%', maxUnavailable: '100%' } }],
  ['web-recreate', { type: 'Recreate' }],
  ['web-percent', { type: 'RollingUpdate', rollingUpdate: { maxSurge: '50%', maxUnavailable: '25%' } }],
])('%s renews its pods its own way', (name, strategy) => {
  expect(at(only(manifestsOf(name), 'Deployment'), 'spec.strategy')).toEqual(strategy);
});

describe('web-gateway', () => {
  const manifests = manifestsOf('web-gateway');

  test('brings its Gateway', () => {
    expect(only(manifests, 'Gateway', 'kind').spec).toEqual({
      gatewayClassName: 'eg',
      listeners: [{ name: 'http', port: 80, protocol: 'HTTP', allowedRoutes: { namespaces: { from: 'All' } } }],
    });
  });

  test('strips /web on its HTTPRoute', () => {
    expect(only(manifests, 'HTTPRoute', 'web').spec).toEqual({
      parentRefs: [{ name: 'kind' }],
      hostnames: ['gateway.web.localhost'],
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: '/web' } }],
          filters: [
            { type: 'URLRewrite', urlRewrite: { path: { type: 'ReplacePrefixMatch', replacePrefixMatch: '/' } } },
          ],
          backendRefs: [{ name: 'web-svc', port: 8000 }],
        },
      ],
    });
  });
});
