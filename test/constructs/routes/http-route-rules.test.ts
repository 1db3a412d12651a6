import { Canary, Gateway, HttpRoute, Path, type Route } from '../../../constructs';
import { at, only, refusalOf, synth, type TestStack } from '../../synth';
import { portOf } from '../services/pods';

interface Options {
  readonly canary?: Canary;
  readonly regularExpressions?: boolean;
}

function build(stack: TestStack, routes: readonly Omit<Route, 'to'>[], options: Options = {}): HttpRoute {
  const { canary, regularExpressions } = options;
  const to = portOf(stack, 'v1');
  return new HttpRoute(stack, 'web', {
    gateway: new Gateway(stack, 'kind', { className: 'envoy', regularExpressions }),
    routes: routes.map((route) => ({ to, ...route })),
    canary: canary && { canary, to: portOf(stack, 'v2') },
  });
}

function rulesOf(routes: readonly Omit<Route, 'to'>[], options?: Options): unknown {
  return at(
    only(
      synth((stack) => build(stack, routes, options)),
      'HTTPRoute',
    ),
    'spec.rules',
  );
}

const v1 = { name: 'v1', port: 8000 };
const v2 = { name: 'v2', port: 8000 };
const path = { type: 'PathPrefix', value: '/' };

describe('rules of an HTTPRoute', () => {
  test.each([
    ['exact', Path.exact('/a'), { type: 'Exact', value: '/a' }],
    ['prefix', Path.prefix('/a'), { type: 'PathPrefix', value: '/a' }],
    ['regex', Path.regex('/a(b|c)'), { type: 'RegularExpression', value: '/a(b|c)' }],
  ])('%s matches and rewrites nothing', (_name, given, matched) => {
    expect(rulesOf([{ path: given }], { regularExpressions: true })).toEqual([
      { matches: [{ path: matched }], backendRefs: [v1] },
    ]);
  });

  test('strippedPrefix replaces the prefix', () => {
    expect(rulesOf([{ path: Path.strippedPrefix('/v1.0') }])).toEqual([
      {
        matches: [{ path: { type: 'PathPrefix', value: '/v1.0' } }],
        filters: [
          { type: 'URLRewrite', urlRewrite: { path: { type: 'ReplacePrefixMatch', replacePrefixMatch: '/' } } },
        ],
        backendRefs: [v1],
      },
    ]);
  });

  test.each([
    [10, 100],
    [0, 100],
    [3, 3],
  ])('a weight of %s of %s leaves the rest to the main version', (weight, total) => {
    expect(rulesOf([{}], { canary: Canary.byWeight(weight, total) })).toEqual([
      {
        matches: [{ path }],
        backendRefs: [
          { ...v1, weight: total - weight },
          { ...v2, weight },
        ],
      },
    ]);
  });

  test('a header that switches has a rule for always and one for never', () => {
    expect(rulesOf([{}], { canary: Canary.byHeader('X-Canary') })).toEqual([
      { matches: [{ path, headers: [{ name: 'X-Canary', value: 'always' }] }], backendRefs: [v2] },
      { matches: [{ path, headers: [{ name: 'X-Canary', value: 'never' }] }], backendRefs: [v1] },
      { matches: [{ path }], backendRefs: [v1] },
    ]);
  });

  test('a header with a value has a rule for it', () => {
    expect(rulesOf([{}], { canary: Canary.byHeader('X-Version', 'v2') })).toEqual([
      { matches: [{ path, headers: [{ name: 'X-Version', value: 'v2' }] }], backendRefs: [v2] },
      { matches: [{ path }], backendRefs: [v1] },
    ]);
  });

  test('a header with a pattern has a rule for it', () => {
    const canary = Canary.byHeaderPattern('X-Version', '^v2');
    expect(rulesOf([{}], { canary, regularExpressions: true })).toEqual([
      {
        matches: [{ path, headers: [{ name: 'X-Version', type: 'RegularExpression', value: '^v2' }] }],
        backendRefs: [v2],
      },
      { matches: [{ path }], backendRefs: [v1] },
    ]);
  });

  test('the header comes before the weight, for each route, with its filters', () => {
    const canary = Canary.any(Canary.byWeight(1, 4), Canary.byHeader('V', '2'));
    const filters = [
      { type: 'URLRewrite', urlRewrite: { path: { type: 'ReplacePrefixMatch', replacePrefixMatch: '/' } } },
    ];
    const headers = [{ name: 'V', value: '2' }];
    const weighted = [
      { ...v1, weight: 3 },
      { ...v2, weight: 1 },
    ];
    const a = { type: 'PathPrefix', value: '/a' };
    const b = { type: 'Exact', value: '/b' };
    expect(rulesOf([{ path: Path.strippedPrefix('/a') }, { path: Path.exact('/b') }], { canary })).toEqual([
      { matches: [{ path: a, headers }], filters, backendRefs: [v2] },
      { matches: [{ path: a }], filters, backendRefs: weighted },
      { matches: [{ path: b, headers }], backendRefs: [v2] },
      { matches: [{ path: b }], backendRefs: weighted },
    ]);
  });

  test('fails for a cookie', () => {
    expect(refusalOf((stack) => build(stack, [{}], { canary: Canary.byCookie('canary') }))).toBe(
      "test/web: the canary is chosen by the cookie 'canary', which the Gateway API cannot ask for. Choose it by a header or by weight.",
    );
  });

  test.each<[string, Omit<Route, 'to'>, Options]>([
    ["the path '/a.*'", { path: Path.regex('/a.*') }, {}],
    ["the path '/b.*'", { path: Path.regex('/b.*') }, { regularExpressions: false }],
    ["the pattern '^v2'", {}, { canary: Canary.byHeaderPattern('V', '^v2') }],
  ])('fails for %s when the Gateway matches no regular expressions', (what, route, options) => {
    expect(refusalOf((stack) => build(stack, [route], options))).toBe(
      `test/web: ${what} is a regular expression, and nothing says that Gateway 'kind' matches these. Match exactly, or make the Gateway with regularExpressions: true if its implementation has them.`,
    );
  });

  test('fails for a rewrite with groups', () => {
    const routes = [{ path: Path.regex('/a/(.*)', '/$1') }];
    expect(refusalOf((stack) => build(stack, routes, { regularExpressions: true }))).toBe(
      "test/web: the path '/a/(.*)' is rewritten to '/$1', which the Gateway API cannot do with groups. Use Path.strippedPrefix.",
    );
  });

  test('fails for conditions that cannot be', () => {
    expect(refusalOf((stack) => build(stack, [{}], { canary: Canary.byHeader('V', '') }))).toBe(
      "test/web: the value of header 'V' is empty. Say which value leads to the canary, or leave it out for always and never.",
    );
  });
});
