import { App, Canary, Gateway, HttpRoute, linksOf, type NamespaceReference } from '../../../constructs';
import { at, only, refusalOf, synth, TestStack } from '../../synth';
import { portOf } from '../services/pods';

const shop: NamespaceReference = { name: 'shop' };
const SHOP = "the Namespace 'shop'";
const KUBECTL = 'the Namespace that kubectl is told';

type Namespace = NamespaceReference | undefined;

/** A route in one Namespace, to Services in two others. */
function build(stack: TestStack, namespace: Namespace, main: Namespace, canary: Namespace): HttpRoute {
  return new HttpRoute(stack, 'web', {
    namespace,
    gateway: new Gateway(stack, 'kind', { className: 'envoy' }),
    routes: [{ to: portOf(stack, 'v1', { namespace: main }) }],
    canary: { canary: Canary.byWeight(10), to: portOf(stack, 'v2', { namespace: canary }) },
  });
}

describe('HttpRoute across Namespaces', () => {
  test('leads to Services of its own Namespace', () => {
    expect(
      at(
        only(
          synth((stack) => build(stack, shop, shop, shop)),
          'HTTPRoute',
        ),
        'spec.rules.0.backendRefs',
      ),
    ).toEqual([
      { name: 'v1', port: 8000, weight: 90 },
      { name: 'v2', port: 8000, weight: 10 },
    ]);
  });

  test('leads to Services in the Namespace of its stack', () => {
    const app = new App();
    const stack = new TestStack(app, 'test-other', { alternativeTo: new TestStack(app) });
    expect(linksOf(build(stack, undefined, undefined, undefined))).toHaveLength(2);
    expect(only(stack.toJson(), 'HTTPRoute').metadata.namespace).toBe('test-other');
  });

  test.each<[Namespace, Namespace, string, string]>([
    [undefined, shop, SHOP, KUBECTL],
    [shop, undefined, KUBECTL, SHOP],
    [{ name: 'store' }, shop, SHOP, "the Namespace 'store'"],
  ])('fails for a canary of another Namespace: %j, %j', (own, canary, other, here) => {
    expect(refusalOf((stack) => build(stack, own, own, canary))).toBe(
      `test/web: Service 'v2' is in ${other}, and it can be used only there, not in ${here}. Put both into one Namespace.`,
    );
  });

  test('fails for a main version of another Namespace', () => {
    expect(refusalOf((stack) => build(stack, shop, undefined, shop))).toBe(
      `test/web: Service 'v1' is in ${KUBECTL}, and it can be used only there, not in ${SHOP}. Put both into one Namespace.`,
    );
  });

  test('fails for a canary that leads to the main version', () => {
    const refused = refusalOf((stack) => {
      const to = portOf(stack, 'v1', {});
      const gateway = new Gateway(stack, 'kind', { className: 'envoy' });
      new HttpRoute(stack, 'web', { gateway, routes: [{ to }], canary: { canary: Canary.byWeight(10), to } });
    });
    expect(refused).toBe(
      "test/web: the canary leads to Service 'v1', where the main route leads already. Lead it to the Service of the new version.",
    );
  });
});
