import { Deployment, SecretKey } from '../../../constructs';
import { at, only, refusalOf, synth, type TestStack } from '../../synth';

const reading = (TOKEN: SecretKey, namespace?: string) => (stack: TestStack) =>
  new Deployment(stack, 'web', {
    namespace: namespace === undefined ? undefined : { name: namespace },
    containers: [{ name: 'web', image: 'busybox:1.37.0', env: { TOKEN } }],
  });

describe('SecretKey', () => {
  test.each([undefined, 'shop'])('is the value of an environment variable in its Namespace: %s', (namespace) => {
    const key = new SecretKey({ name: 'web-secret', namespace }, 'token');
    expect(at(only(synth(reading(key, namespace)), 'Deployment'), 'spec.template.spec.containers.0.env')).toEqual([
      { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'web-secret', key: 'token' } } },
    ]);
  });

  test.each([
    ['shop', undefined, "the Namespace 'shop'", 'the Namespace that kubectl is told'],
    ['shop', 'mail', "the Namespace 'shop'", "the Namespace 'mail'"],
    [undefined, 'mail', 'the Namespace that kubectl is told', "the Namespace 'mail'"],
  ])('fails for a Secret in %s and a reader in %s', (namespace, reader, there, here) => {
    expect(refusalOf(reading(new SecretKey({ name: 'web-secret', namespace }, 'token'), reader))).toBe(
      `test/web: Secret 'web-secret' is in ${there}, and it can be used only there, not in ${here}. Put both into one Namespace.`,
    );
  });
});
