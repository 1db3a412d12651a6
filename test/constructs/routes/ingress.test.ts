import { App, Ingress, type IngressProps, linksOf, Path, type Route, Tls } from '../../../constructs';
import { at, only, refusalOf, synth, TestStack } from '../../synth';
import { http, portOf } from '../services/pods';

const backend = (name = 'web-svc', port = 'http') => ({ service: { name, port: { name: port } } });

function ingressOf(...routes: readonly Omit<Route, 'to'>[]) {
  const manifests = synth((stack) => {
    const to = portOf(stack);
    new Ingress(stack, 'web', { routes: routes.map((route) => ({ to, ...route })) });
  });
  return only(manifests, 'Ingress');
}

describe('Ingress', () => {
  test('minimal props', () => {
    expect(ingressOf({})).toEqual({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: 'web', labels: { 'app.kubernetes.io/part-of': 'test' } },
      spec: {
        ingressClassName: 'nginx',
        rules: [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend: backend() }] } }],
      },
    });
  });

  test('all props', () => {
    const manifests = synth((stack) => {
      const namespace = { name: 'shop' };
      const host = 'shop.example.org';
      const props: Required<IngressProps> = {
        name: 'front',
        namespace,
        labels: { tier: 'front' },
        annotations: { owner: 'team' },
        className: 'internal',
        routes: [{ to: portOf(stack, 'web-svc', { namespace }), host, path: Path.strippedPrefix('/web') }],
        tls: [Tls.fromIssuer({ name: 'letsencrypt', kind: 'ClusterIssuer', namespace: undefined }, 'shop-tls')],
      };
      new Ingress(stack, 'web', props);
    });
    expect(only(manifests, 'Ingress')).toEqual({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: {
        name: 'front',
        namespace: 'shop',
        labels: { 'app.kubernetes.io/part-of': 'test', tier: 'front' },
        annotations: {
          owner: 'team',
          'nginx.ingress.kubernetes.io/use-regex': 'true',
          'nginx.ingress.kubernetes.io/rewrite-target': '/$2',
          'cert-manager.io/cluster-issuer': 'letsencrypt',
        },
      },
      spec: {
        ingressClassName: 'internal',
        tls: [{ hosts: ['shop.example.org'], secretName: 'shop-tls' }],
        rules: [
          {
            host: 'shop.example.org',
            http: { paths: [{ path: '/web(/|$)(.*)', pathType: 'ImplementationSpecific', backend: backend() }] },
          },
        ],
      },
    });
  });

  test('tells its name, its Namespace and its class', () => {
    const stack = new TestStack();
    const namespace = { name: 'shop' };
    const routes = [{ to: portOf(stack, 'web-svc', { namespace }) }];
    const ingress = new Ingress(stack, 'web', { name: 'front', namespace, className: 'internal', routes });
    expect([ingress.name, ingress.namespace, ingress.className]).toEqual(['front', 'shop', 'internal']);
  });

  test('is in the Namespace of its stack', () => {
    const app = new App();
    const stack = new TestStack(app, 'test-other', { alternativeTo: new TestStack(app) });
    const { name, namespace, className } = new Ingress(stack, 'web', { routes: [{ to: portOf(stack) }] });
    expect([name, namespace, className]).toEqual(['web', 'test-other', 'nginx']);
  });

  test('without certificates asks for no TLS', () => {
    const manifests = synth((stack) => new Ingress(stack, 'web', { routes: [{ to: portOf(stack) }], tls: [] }));
    expect(at(only(manifests, 'Ingress'), 'spec')).not.toHaveProperty('tls');
  });

  test('has one rule for each host, with its paths in order', () => {
    const manifests = synth((stack) => {
      const [web, api] = [portOf(stack, 'web'), portOf(stack, 'api')];
      const routes = [
        { to: web, host: 'b.example.org', path: Path.prefix('/z') },
        { to: web },
        { to: api, host: 'b.example.org', path: Path.exact('/a') },
        { to: api, host: 'a.example.org' },
      ];
      new Ingress(stack, 'ingress', { routes });
    });
    const prefix = (path: string, name: string) => ({ path, pathType: 'Prefix', backend: backend(name) });
    expect(at(only(manifests, 'Ingress'), 'spec.rules')).toEqual([
      {
        host: 'b.example.org',
        http: { paths: [prefix('/z', 'web'), { path: '/a', pathType: 'Exact', backend: backend('api') }] },
      },
      { http: { paths: [prefix('/', 'web')] } },
      { host: 'a.example.org', http: { paths: [prefix('/', 'api')] } },
    ]);
  });

  test('leads to its pods from outside', () => {
    const stack = new TestStack();
    const to = portOf(stack);
    const ingress = new Ingress(stack, 'web', { routes: [{ to }] });
    expect(linksOf(ingress)).toEqual([{ from: 'outside', to: to.service.target, port: http }]);
  });

  test('fails without a route', () => {
    expect(refusalOf((stack) => new Ingress(stack, 'web', { routes: [] }))).toBe(
      'test/web: there is no route. Say which path leads to which Service.',
    );
  });

  test('fails for a class that cannot exist', () => {
    expect(
      refusalOf((stack) => new Ingress(stack, 'web', { className: 'Nginx', routes: [{ to: portOf(stack) }] })),
    ).toBe(
      "test/web: IngressClass name 'Nginx' is invalid; allowed are lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit. Rename it, for example to 'nginx'.",
    );
  });

  test('fails for a name that it cannot have', () => {
    expect(refusalOf((stack) => new Ingress(stack, 'Web', { routes: [{ to: portOf(stack) }] }))).toBe(
      "test/Web: Ingress name 'Web' is invalid; allowed are lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit. Rename it, for example to 'web'.",
    );
  });
});
