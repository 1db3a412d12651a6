import {
  App,
  Canary,
  Gateway,
  HttpRoute,
  type HttpRouteCanary,
  type HttpRouteProps,
  linksOf,
  Path,
} from '../../../constructs';
import { at, only, refusalOf, synth, TestStack } from '../../synth';
import { http, portOf } from '../services/pods';

const className = 'envoy';

function gatewayOf(stack: TestStack, namespace?: string): Gateway {
  return new Gateway(stack, 'kind', {
    className,
    namespace: namespace === undefined ? undefined : { name: namespace },
  });
}

describe('HttpRoute', () => {
  test('minimal props', () => {
    const manifests = synth((stack) => {
      new HttpRoute(stack, 'web', { gateway: gatewayOf(stack), routes: [{ to: portOf(stack) }] });
    });
    expect(only(manifests, 'HTTPRoute')).toEqual({
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { name: 'web', labels: { 'app.kubernetes.io/part-of': 'test' } },
      spec: {
        parentRefs: [{ name: 'kind' }],
        rules: [
          {
            matches: [{ path: { type: 'PathPrefix', value: '/' } }],
            backendRefs: [{ name: 'web-svc', port: 8000 }],
          },
        ],
      },
    });
  });

  test('all props', () => {
    const manifests = synth((stack) => {
      const namespace = { name: 'shop' };
      const canary: Required<HttpRouteCanary> = {
        canary: Canary.byWeight(10),
        to: portOf(stack, 'v2', { namespace }),
      };
      const props: Required<HttpRouteProps> = {
        name: 'front',
        namespace,
        labels: { tier: 'front' },
        annotations: { owner: 'team' },
        gateway: gatewayOf(stack, 'gateways'),
        routes: [{ to: portOf(stack, 'v1', { namespace }), path: Path.exact('/a'), host: 'a.example.org' }],
        canary,
      };
      new HttpRoute(stack, 'web', props);
    });
    expect(only(manifests, 'HTTPRoute')).toEqual({
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: {
        name: 'front',
        namespace: 'shop',
        labels: { 'app.kubernetes.io/part-of': 'test', tier: 'front' },
        annotations: { owner: 'team' },
      },
      spec: {
        parentRefs: [{ name: 'kind', namespace: 'gateways' }],
        hostnames: ['a.example.org'],
        rules: [
          {
            matches: [{ path: { type: 'Exact', value: '/a' } }],
            backendRefs: [
              { name: 'v1', port: 8000, weight: 90 },
              { name: 'v2', port: 8000, weight: 10 },
            ],
          },
        ],
      },
    });
  });

  test('tells its name and its Namespace', () => {
    const stack = new TestStack();
    const namespace = { name: 'shop' };
    const routes = [{ to: portOf(stack, 'web-svc', { namespace }) }];
    const route = new HttpRoute(stack, 'web', { name: 'front', namespace, gateway: gatewayOf(stack), routes });
    expect([route.name, route.namespace]).toEqual(['front', 'shop']);
  });

  test('is in the Namespace of its stack, as its Gateway is', () => {
    const app = new App();
    const stack = new TestStack(app, 'test-other', { alternativeTo: new TestStack(app) });
    const route = new HttpRoute(stack, 'web', { gateway: gatewayOf(stack), routes: [{ to: portOf(stack) }] });
    expect(route.namespace).toBe('test-other');
    expect(at(only(stack.toJson(), 'HTTPRoute'), 'spec.parentRefs')).toEqual([{ name: 'kind' }]);
  });

  test.each([
    ['shop', 'shop', undefined],
    ['shop', undefined, 'default'],
    [undefined, 'gateways', 'gateways'],
  ])('from the Namespace %s names the Namespace of a Gateway in %s where it differs', (own, gateways, named) => {
    const manifests = synth((stack) => {
      const namespace = own === undefined ? undefined : { name: own };
      const routes = [{ to: portOf(stack, 'web-svc', { namespace }) }];
      new HttpRoute(stack, 'web', { namespace, gateway: gatewayOf(stack, gateways), routes });
    });
    expect(at(only(manifests, 'HTTPRoute'), 'spec.parentRefs')).toEqual([
      { name: 'kind', ...(named !== undefined && { namespace: named }) },
    ]);
  });

  test('names one host for all its routes', () => {
    const manifests = synth((stack) => {
      const to = portOf(stack);
      const routes = ['/a', '/b'].map((path) => ({ to, path: Path.prefix(path), host: '*.example.org' }));
      new HttpRoute(stack, 'web', { gateway: gatewayOf(stack), routes });
    });
    expect(at(only(manifests, 'HTTPRoute'), 'spec.hostnames')).toEqual(['*.example.org']);
  });

  test('leads to the pods of both versions from outside', () => {
    const stack = new TestStack();
    const [v1, v2] = [portOf(stack, 'v1'), portOf(stack, 'v2')];
    const props = { gateway: gatewayOf(stack), routes: [{ to: v1 }], canary: { canary: Canary.byWeight(1), to: v2 } };
    expect(linksOf(new HttpRoute(stack, 'web', props)).map(({ from, to, port }) => [from, to, port])).toEqual([
      ['outside', v1.service.target, http],
      ['outside', v2.service.target, http],
    ]);
  });

  test('fails for several hosts', () => {
    expect(
      refusalOf((stack) => {
        const to = portOf(stack);
        const routes = [{ to, host: 'a.example.org' }, { to }, { to, host: 'a.example.org', path: Path.exact('/a') }];
        new HttpRoute(stack, 'web', { gateway: gatewayOf(stack), routes });
      }),
    ).toBe('test/web: its routes have several hosts: a.example.org, any. Make an HTTPRoute for each host.');
  });

  test('fails without a route', () => {
    expect(refusalOf((stack) => new HttpRoute(stack, 'web', { gateway: gatewayOf(stack), routes: [] }))).toBe(
      'test/web: there is no route. Say which path leads to which Service.',
    );
  });
});
