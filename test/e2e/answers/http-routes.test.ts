import type { Manifest } from '../../../constructs';
import { manifestsOf } from '../../stacks/contract';
import { only } from '../../synth';
import { gatewayTraffic } from './http-routes';
import { rangeOf } from './traffic';

const route = (stack: string) => only(manifestsOf(stack), 'HTTPRoute');

const withRules = (...rules: object[]) => {
  const manifest = route('web-gateway');
  return { ...manifest, spec: { ...(manifest.spec as object), rules } } as unknown as Manifest;
};

describe('what an HTTPRoute promises', () => {
  test('web-gateway: its Service', () => {
    expect(gatewayTraffic(route('web-gateway'))).toEqual([
      {
        shows: 'gateway.web.localhost/web/ leads to web-svc',
        host: 'gateway.web.localhost',
        path: '/web/',
        headers: {},
        tls: false,
        namespace: 'web-gateway',
        times: 20,
        answers: new Map([['web-svc', [20, 20]]]),
      },
    ]);
  });

  test('canary-gateway-header: the canary for the header, and the main Service without', () => {
    const host = 'gateway-header.canary.localhost';
    const where = { host, path: '/web/', tls: false, namespace: 'canary-gateway-header', times: 20 };
    expect(gatewayTraffic(route('canary-gateway-header'))).toEqual([
      {
        ...where,
        shows: `${host}/web/ canary: forsure leads to web-canary-svc`,
        headers: { canary: 'forsure' },
        answers: new Map([['web-canary-svc', [20, 20]]]),
      },
      { ...where, shows: `${host}/web/ leads to web-svc`, headers: {}, answers: new Map([['web-svc', [20, 20]]]) },
    ]);
  });

  test('canary-gateway-weight: a tenth for the canary', () => {
    const [only, ...others] = gatewayTraffic(route('canary-gateway-weight'));
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      shows: 'gateway-weight.canary.localhost/web/ leads to web-svc and web-canary-svc',
      path: '/web/',
      headers: {},
      times: 200,
    });
    expect([...(only?.answers.keys() ?? [])]).toEqual(['web-svc', 'web-canary-svc']);
    expect(only?.answers.get('web-canary-svc')?.[1]).toBe(40);
  });

  test('canary-gateway-weight: the same shares as an Ingress', () => {
    const answers = gatewayTraffic(route('canary-gateway-weight'))[0]?.answers;
    const [least = 0, most = 0] = answers?.get('web-canary-svc') ?? [];
    expect(answers?.get('web-svc')).toEqual([200 - most, 200 - least]);
  });

  test('every match is asked for, and a rule without one at the root', () => {
    const backendRefs = [{ name: 'web-svc', weight: 1 }];
    const matches = [{ path: { value: '/a' } }, { path: { value: '/b/' } }];
    const asked = gatewayTraffic(withRules({ matches, backendRefs }, { backendRefs }));
    expect(asked.map(({ path }) => path)).toEqual(['/a/', '/b/', '/']);
  });

  test('a weight that is left out is one, and one of zero gets nothing', () => {
    const [shared, idle] = gatewayTraffic(
      withRules(
        { backendRefs: [{ name: 'a' }, { name: 'b' }] },
        {
          backendRefs: [
            { name: 'a', weight: 5 },
            { name: 'b', weight: 0 },
          ],
        },
      ),
    );
    expect(shared?.answers.get('a')).toEqual(rangeOf(0.5, 200));
    expect(idle?.answers).toEqual(
      new Map([
        ['a', [200, 200]],
        ['b', [0, 0]],
      ]),
    );
  });

  test('a route without a host is asked without one', () => {
    const manifest = withRules({ backendRefs: [{ name: 'a' }] });
    const { hostnames: _, ...spec } = manifest.spec as Record<string, unknown>;
    const [any] = gatewayTraffic({ ...manifest, spec } as unknown as Manifest);
    expect([any?.host, any?.shows]).toEqual([undefined, '*/ leads to a']);
  });
});
