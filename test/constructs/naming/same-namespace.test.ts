import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { checkSameNamespace } from '../../../constructs/naming/same-namespace';
import { refusalMessage, TestStack } from '../../synth';

class Place extends Construct {
  public constructor(public readonly namespace: string | undefined) {
    super(new TestStack(), 'web');
  }
}

describe('checkSameNamespace', () => {
  test.each([undefined, 'shop'])('takes what is in the same Namespace: %s', (namespace) => {
    expect(() => checkSameNamespace(new Place(namespace), "Service 'cart'", { namespace })).not.toThrow();
  });

  test.each([
    ['shop', 'store', "the Namespace 'shop'", "the Namespace 'store'"],
    ['shop', undefined, "the Namespace 'shop'", 'the Namespace that kubectl is told'],
    [undefined, 'shop', 'the Namespace that kubectl is told', "the Namespace 'shop'"],
    // Whether kubectl is told this one nobody knows.
    ['default', undefined, "the Namespace 'default'", 'the Namespace that kubectl is told'],
  ])('fails for what is in %s when the reader is in %s', (namespace, own, there, here) => {
    expect(refusalMessage(() => checkSameNamespace(new Place(own), "Secret 'keys'", { namespace }))).toBe(
      `test/web: Secret 'keys' is in ${there}, and it can be used only there, not in ${here}. Put both into one Namespace.`,
    );
  });

  test('takes a Namespace and no other', () => {
    const namespace = fc.option(fc.constantFrom('shop', 'store', 'default', 'kube-system'), { nil: undefined });
    fc.assert(
      fc.property(namespace, namespace, (here, there) => {
        const check = () => checkSameNamespace(new Place(here), "claim 'data'", { namespace: there });
        if (here === there) expect(check).not.toThrow();
        else expect(refusalMessage(check)).toMatch(/^test\/web: claim 'data' is in the Namespace /);
      }),
    );
  });
});
