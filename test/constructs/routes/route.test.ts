import { Construct } from 'constructs';
import { type App, Ingress, linksOf, Path, type Route, type ServicePort } from '../../../constructs';
import { checkRoutes } from '../../../constructs/routes/route';
import { refusalOf, TestStack } from '../../synth';
import { http, portOf } from '../services/pods';

/** Something that has routes: an Ingress or an HTTPRoute. */
class Place extends Construct {
  public constructor(
    scope: Construct,
    public readonly namespace: string | undefined = undefined,
  ) {
    super(scope, 'route');
  }
}

function refusalFor(routes: (to: ServicePort) => readonly Route[], namespace?: string): string {
  return refusalOf((stack) => checkRoutes(new Place(stack, namespace), routes(portOf(stack))));
}

describe('routes', () => {
  test('minimal props', () => {
    const stack = new TestStack();
    const to = portOf(stack);
    expect(checkRoutes(new Place(stack), [{ to }])).toEqual([{ to, path: Path.prefix('/'), host: undefined }]);
  });

  test('all props', () => {
    const stack = new TestStack();
    const route: Required<Route> = { to: portOf(stack), path: Path.exact('/web'), host: 'web.example.org' };
    expect(checkRoutes(new Place(stack), [route])).toEqual([route]);
  });

  test('keep their order', () => {
    const stack = new TestStack();
    const to = portOf(stack);
    const paths = ['/b', '/', '/a'].map(Path.prefix);
    const checked = checkRoutes(
      new Place(stack),
      paths.map((path) => ({ to, path })),
    );
    expect(checked.map(({ path }) => path)).toEqual(paths);
  });

  test('lead to their Service from outside', () => {
    const stack = new TestStack();
    const place = new Place(stack);
    const to = portOf(stack);
    checkRoutes(place, [{ to }, { to, path: Path.exact('/a') }]);
    const link = { from: 'outside', to: to.service.target, port: http };
    expect(linksOf(place)).toEqual([link, link]);
  });

  test.each(['web.example.org', '*.example.org', 'localhost'])('take the host %s', (host) => {
    const stack = new TestStack();
    expect(checkRoutes(new Place(stack), [{ to: portOf(stack), host }])).toMatchObject([{ host }]);
  });

  test.each<[string, Omit<Route, 'to'>, Omit<Route, 'to'>]>([
    ['host', { host: 'a.example.org' }, { host: 'b.example.org' }],
    ['host and any host', { host: 'a.example.org' }, {}],
    ['path', { path: Path.prefix('/a') }, { path: Path.prefix('/b') }],
    ['kind of path', { path: Path.prefix('/a') }, { path: Path.exact('/a') }],
  ])('may differ in the %s alone', (_what, first, second) => {
    const stack = new TestStack();
    const to = portOf(stack);
    const routes = [
      { to, ...first },
      { to, ...second },
    ];
    expect(checkRoutes(new Place(stack), routes)).toMatchObject(routes);
  });

  test('share the Namespace of their Service', () => {
    const stack = new TestStack();
    const to = portOf(stack, 'web-svc', { namespace: { name: 'shop' } });
    expect(checkRoutes(new Place(stack, 'shop'), [{ to }])).toMatchObject([{ to }]);
  });

  test('fails when there is none', () => {
    expect(refusalFor(() => [])).toBe('test/route: there is no route. Say which path leads to which Service.');
  });

  test.each<[string, Omit<Route, 'to'>]>([
    ["'/' of any host", {}],
    ["'/a' of any host", { path: Path.exact('/a') }],
    ["'/a' of host 'a.example.org'", { path: Path.exact('/a'), host: 'a.example.org' }],
  ])('fails when two take the path %s', (what, route) => {
    expect(
      refusalFor((to) => [
        { to, ...route },
        { to, path: Path.prefix('/b') },
        { to, ...route },
      ]),
    ).toBe(`test/route: two routes take the path ${what}. Remove one of them.`);
  });

  test.each([
    ['prefix and strippedPrefix', [Path.prefix, Path.strippedPrefix]],
    ['strippedPrefix and prefix', [Path.strippedPrefix, Path.prefix]],
  ])('fails when two take all below one path: %s', (_kinds, kinds) => {
    expect(refusalFor((to) => kinds.map((kind) => ({ to, path: kind('/a') })))).toBe(
      "test/route: two routes take the path '/a' of any host. Remove one of them.",
    );
  });

  test('fails for a path that cannot match', () => {
    expect(refusalFor((to) => [{ to, path: Path.prefix('web') }])).toBe(
      "test/route: the path 'web' does not begin with '/'. Write '/web'.",
    );
  });

  test.each([
    'https://example.org',
    'a.*.example.org',
    'Example.org',
    'example.org:80',
    '*.',
    '',
    '10.0.0.1',
    `${'a'.repeat(64)}.org`,
  ])("fails for the host '%s'", (host) => {
    expect(refusalFor((to) => [{ to, host }])).toBe(
      `test/route: host '${host}' is not a DNS name; allowed are lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit. Write it like 'web.example.org', without scheme, port and path.`,
    );
  });

  test('fails when the Service is in no Namespace of its own and the route is', () => {
    expect(refusalFor((to) => [{ to }], 'shop')).toBe(
      "test/route: Service 'web-svc' is in the Namespace that kubectl is told, and it can be used only there, not in the Namespace 'shop'. Put both into one Namespace.",
    );
  });

  test('fails when the Service is in another Namespace', () => {
    expect(
      refusalOf((stack) => {
        const to = portOf(stack, 'web-svc', { namespace: { name: 'shop' } });
        checkRoutes(new Place(stack), [{ to, path: Path.exact('/a') }]);
      }),
    ).toBe(
      "test/route: Service 'web-svc' is in the Namespace 'shop', and it can be used only there, not in the Namespace that kubectl is told. Put both into one Namespace.",
    );
  });

  test('fails when the Service is in another stack with a Namespace of its own', () => {
    expect(
      refusalOf((main) => {
        const other = new TestStack(main.node.root as App, 'test-other', { alternativeTo: main });
        new Ingress(main, 'route', { routes: [{ to: portOf(other) }] });
      }),
    ).toBe(
      "test/route: Service 'web-svc' is in the Namespace 'test-other', and it can be used only there, not in the Namespace that kubectl is told. Put both into one Namespace.",
    );
  });
});
