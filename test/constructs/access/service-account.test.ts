import { App, ServiceAccount, type ServiceAccountProps } from '../../../constructs';
import { only, refusalOf, synth, TestStack } from '../../synth';

describe('ServiceAccount', () => {
  test('with minimal props is called like its construct', () => {
    expect(synth((stack) => new ServiceAccount(stack, 'web'))).toEqual([
      {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'web', labels: { 'app.kubernetes.io/part-of': 'test' } },
      },
    ]);
  });

  test('writes all props', () => {
    const props: Required<ServiceAccountProps> = {
      name: 'cart',
      namespace: { name: 'shop' },
      labels: { team: 'cart' },
      annotations: { owner: 'the cart team' },
    };
    expect(
      only(
        synth((stack) => new ServiceAccount(stack, 'account', props)),
        'ServiceAccount',
      ).metadata,
    ).toEqual({
      name: 'cart',
      namespace: 'shop',
      labels: { 'app.kubernetes.io/part-of': 'test', team: 'cart' },
      annotations: { owner: 'the cart team' },
    });
  });

  test('knows its name and its Namespace', () => {
    const account = new ServiceAccount(new TestStack(), 'web', { name: 'cart', namespace: { name: 'shop' } });
    expect([account.name, account.namespace]).toEqual(['cart', 'shop']);
  });

  test('is in no certain Namespace when its stack is in none', () => {
    expect(new ServiceAccount(new TestStack(), 'web').namespace).toBeUndefined();
  });

  test('is in the Namespace of its stack', () => {
    const app = new App();
    const alternative = new TestStack(app, 'test-other', { alternativeTo: new TestStack(app) });
    expect(new ServiceAccount(alternative, 'web').namespace).toBe('test-other');
  });

  test('fails for an invalid name', () => {
    expect(refusalOf((stack) => new ServiceAccount(stack, 'Cart'))).toBe(
      "test/Cart: ServiceAccount name 'Cart' is invalid; allowed are lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit. Rename it, for example to 'cart'.",
    );
  });
});
