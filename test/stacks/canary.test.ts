import { at, only } from '../synth';
import {
  type IngressContract,
  inNamespace,
  manifestsOf,
  type PodContract,
  PROBE,
  type ServiceContract,
  type StackContract,
  stackOf,
  testContract,
} from './contract';
import { ingressOf } from './read';

const ROUTE = '/web(/|$)(.*) ImplementationSpecific';
const STRIPPED = {
  'nginx.ingress.kubernetes.io/use-regex': 'true',
  'nginx.ingress.kubernetes.io/rewrite-target': '/$2',
};

/** The canary annotations, without their prefix. */
function canaryAnnotations(rules: Readonly<Record<string, string>>): Record<string, string> {
  const all = Object.entries({ canary: 'true', ...rules });
  return Object.fromEntries(all.map(([key, value]) => [`nginx.ingress.kubernetes.io/${key}`, value]));
}

function application(name: string, replicas: number): PodContract {
  return {
    replicas,
    labels: { app: name },
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
}

const headless = (app: string): ServiceContract => ({
  type: 'Headless',
  selector: { app },
  ports: ['http 8000->8000/TCP'],
});

const canary = {
  service: { 'web-canary-svc': headless('web-canary') },
  pod: { 'Deployment web-canary': application('web-canary', 2) },
};

/** A main version and a canary beside it, without their routes. */
const both = {
  objects: ['Service web-svc', 'Service web-canary-svc', 'Deployment web', 'Deployment web-canary'],
  services: { 'web-svc': headless('web'), ...canary.service },
  pods: { 'Deployment web': application('web', 3), ...canary.pod },
};

/** The script that writes the page of a Deployment. */
function page(stack: string, deployment: string): unknown {
  return at(only(manifestsOf(stack), 'Deployment', deployment), 'spec.template.spec.initContainers.0.command.2');
}

describe('canary', () => {
  testContract('canary', {
    needs: ['MetalLB', 'ingress-nginx', 'load-balancer', 'web'],
    objects: ['Service web-canary-svc', 'Deployment web-canary', 'Ingress web-canary'],
    services: canary.service,
    pods: canary.pod,
    ingresses: {
      'web-canary': {
        routes: [`* ${ROUTE} -> web-canary-svc http`],
        annotations: canaryAnnotations({ 'canary-by-header': 'canary', 'canary-by-header-value': 'forsure' }),
      },
    },
  });

  test('needs the very stack web that is in the list', () => {
    expect(stackOf('canary').needs.at(-1) === stackOf('web')).toBe(true);
  });

  test('has host and path of the Ingress of web', () => {
    expect(ingressOf(manifestsOf('web'), 'web').routes).toEqual([`* ${ROUTE} -> web-svc http`]);
  });

  test('shows another page than web', () => {
    expect([page('web', 'web'), page('canary', 'web-canary')]).toEqual([
      expect.stringContaining('<title>Web</title>'),
      expect.stringContaining('<title>Canary</title>'),
    ]);
  });

  test('is this YAML', () => {
    expect(stackOf('canary').toJson()).toMatchSnapshot();
  });
});

describe.each<[form: string, rules: Record<string, string>]>([
  ['header', { 'canary-by-header': 'canary' }],
  ['pattern', { 'canary-by-header': 'Region', 'canary-by-header-pattern': '^(cd|sz)$' }],
  ['cookie', { 'canary-by-cookie': 'canary' }],
  ['weight', { 'canary-weight': '10' }],
  ['weight-total', { 'canary-weight': '5', 'canary-weight-total': '1000' }],
])('canary-%s', (form, rules) => {
  const name = `canary-${form}`;
  const host = `${form}.canary.localhost`;
  const ingresses: Record<string, IngressContract> = {
    web: { routes: [`${host} ${ROUTE} -> web-svc http`], annotations: STRIPPED },
    'web-canary': { routes: [`${host} ${ROUTE} -> web-canary-svc http`], annotations: canaryAnnotations(rules) },
  };
  const contract: StackContract = {
    ...both,
    needs: ['ingress-nginx'],
    objects: [...both.objects, 'Ingress web', 'Ingress web-canary'],
    ingresses,
  };
  testContract(name, inNamespace(name, contract));

  test('shows two pages', () => {
    expect([page(name, 'web'), page(name, 'web-canary')]).toEqual([page('web', 'web'), page('canary', 'web-canary')]);
  });
});

describe('canary-webapp', () => {
  const route = '/test-webapp(/|$)(.*) ImplementationSpecific';
  const versions = ['webapp-v1', 'webapp-v2'];
  const services = versions.map((app): [string, ServiceContract] => [
    app,
    { type: 'ClusterIP', selector: { app }, ports: ['http 80->http/TCP'] },
  ]);
  const contract: StackContract = {
    needs: ['ingress-nginx'],
    objects: ['Service', 'Deployment', 'Ingress'].flatMap((kind) => versions.map((name) => `${kind} ${name}`)),
    services: Object.fromEntries(services),
    pods: Object.fromEntries(versions.map((name) => [`Deployment ${name}`, application(name, 3)])),
    ingresses: {
      'webapp-v1': { routes: [`example.app.org ${route} -> webapp-v1 http`], annotations: STRIPPED },
      'webapp-v2': {
        routes: [`example.app.org ${route} -> webapp-v2 http`],
        annotations: canaryAnnotations({ 'canary-by-header': 'mtest', 'canary-by-header-value': 'true' }),
      },
    },
  };
  testContract('canary-webapp', inNamespace('canary-webapp', contract));

  test.each(versions)('%s says which version it is', (name) => {
    expect(page('canary-webapp', name)).toBe(`printf '%s\\n' "${name.slice('webapp-'.length)}" > /app/index.html\n`);
  });

  test.each(versions)('%s answers on another host', (name) => {
    const manifests = manifestsOf('canary-webapp', { CANARY_HOST: 'canary.example.org' });
    expect(at(only(manifests, 'Ingress', name), 'spec.rules.0.host')).toBe('canary.example.org');
  });
});

const GATEWAY_ROUTE = {
  matches: [{ path: { type: 'PathPrefix', value: '/web' } }],
  filters: [{ type: 'URLRewrite', urlRewrite: { path: { type: 'ReplacePrefixMatch', replacePrefixMatch: '/' } } }],
};

describe.each([
  [
    'header',
    [
      {
        ...GATEWAY_ROUTE,
        matches: [{ ...GATEWAY_ROUTE.matches[0], headers: [{ name: 'canary', value: 'forsure' }] }],
        backendRefs: [{ name: 'web-canary-svc', port: 8000 }],
      },
      { ...GATEWAY_ROUTE, backendRefs: [{ name: 'web-svc', port: 8000 }] },
    ],
  ],
  [
    'weight',
    [
      {
        ...GATEWAY_ROUTE,
        backendRefs: [
          { name: 'web-svc', port: 8000, weight: 90 },
          { name: 'web-canary-svc', port: 8000, weight: 10 },
        ],
      },
    ],
  ],
])('canary-gateway-%s', (form, rules) => {
  const name = `canary-gateway-${form}`;
  const contract: StackContract = {
    ...both,
    needs: ['Gateway API'],
    objects: [...both.objects, 'Gateway kind', 'HTTPRoute web'],
  };
  testContract(name, inNamespace(name, contract));

  test('routes by rules of the Gateway API', () => {
    expect(only(manifestsOf(name), 'HTTPRoute', 'web').spec).toEqual({
      parentRefs: [{ name: 'kind' }],
      hostnames: [`gateway-${form}.canary.localhost`],
      rules,
    });
  });
});

test.each([
  ['web-gateway', {}, 'eg'],
  ['canary-gateway-header', {}, 'eg'],
  ['canary-gateway-weight', {}, 'eg'],
  ['web-gateway', { GATEWAY_CLASS: 'traefik' }, 'traefik'],
  ['canary-gateway-header', { GATEWAY_CLASS: 'traefik' }, 'traefik'],
  ['canary-gateway-weight', { GATEWAY_CLASS: 'traefik' }, 'traefik'],
])('%s with %j has a Gateway of the class %s', (name, variables, gatewayClassName) => {
  expect(only(manifestsOf(name, variables), 'Gateway', 'kind').spec).toEqual({
    gatewayClassName,
    listeners: [{ name: 'http', port: 80, protocol: 'HTTP', allowedRoutes: { namespaces: { from: 'All' } } }],
  });
});
