import { Construct } from 'constructs';
import {
  Canary,
  CanaryIngress,
  Exposure,
  Ingress,
  Path,
  Refusal,
  type Route,
  Service,
  type ServicePort,
} from '../../../constructs';
import { refusalOf, TestStack } from '../../synth';
import { http, metrics, pods, portOf } from '../services/pods';

const canary = Canary.byWeight(10);
const shop = { name: 'shop' };
const SHOP = "the Namespace 'shop'";
const KUBECTL = 'the Namespace that kubectl is told';

function mainOf(stack: TestStack): Ingress {
  return new Ingress(stack, 'main', { routes: [{ to: portOf(stack, 'v1') }] });
}

describe('CanaryIngress', () => {
  test('fails without a main route', () => {
    expect(
      refusalOf(
        (stack) => new CanaryIngress(stack, 'canary', { of: undefined as never, to: portOf(stack, 'v2'), canary }),
      ),
    ).toBe('test/canary: the canary has no main route. Give it the Ingress from which it takes part of the traffic.');
  });

  test('fails for two canaries on one rule', () => {
    expect(
      refusalOf((stack) => {
        const props = { of: mainOf(stack), to: portOf(stack, 'v2'), canary };
        for (const id of ['one', 'two']) new CanaryIngress(stack, id, props);
      }),
    ).toBe(
      "test/two: Ingress 'main' has a canary already, test/one, and ingress-nginx takes one for each rule. Join their conditions with Canary.any, or give the other one a route of its own.",
    );
  });

  test.each([
    [undefined, shop, KUBECTL, SHOP],
    [shop, undefined, SHOP, KUBECTL],
    [shop, { name: 'store' }, SHOP, "the Namespace 'store'"],
  ])('fails for a Service of another Namespace: %j, %j', (of, namespace, other, own) => {
    expect(
      refusalOf((stack) => {
        const to = portOf(stack, 'v2', { namespace: of });
        new CanaryIngress(stack, 'canary', { of: mainOf(stack), to, canary, namespace });
      }),
    ).toBe(
      `test/canary: Service 'v2' is in ${other}, and it can be used only there, not in ${own}. Put both into one Namespace.`,
    );
  });

  test.each<[string, (stack: TestStack, to: ServicePort) => Route[]]>([
    ['its only route', (_stack, to) => [{ to }]],
    ['another of its routes', (stack, to) => [{ to: portOf(stack, 'api'), path: Path.prefix('/api') }, { to }]],
  ])('fails when it leads to the Service of the main route: %s', (_which, routesOf) => {
    const message =
      "test/canary: the canary leads to Service 'v1', where the main route leads already. Lead it to the Service of the new version.";
    const refusal = (make: (stack: TestStack, of: Ingress, to: ServicePort) => void) =>
      refusalOf((stack) => {
        const to = portOf(stack, 'v1');
        make(stack, new Ingress(stack, 'main', { routes: routesOf(stack, to) }), to);
      });
    expect(refusal((stack, of, to) => new CanaryIngress(stack, 'canary', { of, to, canary }))).toBe(message);
    expect(refusal((stack, of, to) => of.rulesFor(new Construct(stack, 'canary'), to))).toBe(message);
  });

  test('fails when it leads to another port of the Service of the main route', () => {
    expect(
      refusalOf((stack) => {
        const exposure = Exposure.clusterIp({ target: http }, { target: metrics });
        const service = new Service(stack, 'v1', { target: pods(http, metrics), exposure });
        const of = new Ingress(stack, 'main', { routes: [{ to: service.port('http') }] });
        new CanaryIngress(stack, 'canary', { of, to: service.port('metrics'), canary });
      }),
    ).toBe(
      "test/canary: the canary leads to Service 'v1', where the main route leads already. Lead it to the Service of the new version.",
    );
  });

  test('may be made after one that was refused', () => {
    const stack = new TestStack();
    const to = portOf(stack, 'v1');
    const main = new Ingress(stack, 'main', { routes: [{ to }] });
    expect(() => main.rulesFor(new Construct(stack, 'one'), to)).toThrow(Refusal);
    expect(main.rulesFor(new Construct(stack, 'two'), portOf(stack, 'v2'))).toMatchObject([
      { http: { paths: [{ backend: { service: { name: 'v2' } } }] } },
    ]);
  });

  test('fails for conditions that cannot be', () => {
    expect(
      refusalOf((stack) => {
        const props = { of: mainOf(stack), to: portOf(stack, 'v2'), canary: Canary.any() };
        new CanaryIngress(stack, 'canary', props);
      }),
    ).toBe('test/canary: the canary has no condition. Say which requests it gets, for example Canary.byWeight(10).');
  });
});
