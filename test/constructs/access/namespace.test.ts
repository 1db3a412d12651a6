import { Deployment, Namespace, type NamespaceProps, webPod } from '../../../constructs';
import { only, refusalOf, synth } from '../../synth';

describe('Namespace', () => {
  test('with minimal props is called like its construct', () => {
    expect(synth((stack) => new Namespace(stack, 'shop'))).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: 'shop', labels: { 'app.kubernetes.io/part-of': 'test' } },
      },
    ]);
  });

  test('writes all props', () => {
    const props: Required<NamespaceProps> = {
      name: 'shop',
      labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
    };
    expect(
      only(
        synth((stack) => new Namespace(stack, 'namespace', props)),
        'Namespace',
      ).metadata,
    ).toEqual({
      name: 'shop',
      labels: { 'app.kubernetes.io/part-of': 'test', 'pod-security.kubernetes.io/enforce': 'restricted' },
    });
  });

  test('can be given to an object', () => {
    const manifests = synth((stack) => {
      const namespace = new Namespace(stack, 'namespace', { name: 'shop' });
      new Deployment(stack, 'web', { ...webPod(), namespace });
    });
    expect(only(manifests, 'Deployment').metadata.namespace).toBe('shop');
  });

  test('fails for a name that is no DNS label', () => {
    expect(refusalOf((stack) => new Namespace(stack, 'namespace', { name: 'my.shop' }))).toBe(
      "test/namespace: Namespace name 'my.shop' is invalid; allowed are lower-case letters, digits and '-', beginning and ending with a letter or digit. Rename it, for example to 'my-shop'.",
    );
  });

  test('fails for an invalid label', () => {
    expect(refusalOf((stack) => new Namespace(stack, 'shop', { labels: { team: 'a b' } }))).toBe(
      "test/shop: label team has the value 'a b'; allowed are at most 63 letters, digits, '-', '_' and '.', beginning and ending with a letter or digit. Change the value, or make it an annotation.",
    );
  });
});
