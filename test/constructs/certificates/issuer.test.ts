import { App, Authority, ClusterIssuer, type ClusterIssuerProps, Issuer, type IssuerProps } from '../../../constructs';
import { at, only, refusalOf, synth, TestStack } from '../../synth';

const authority = Authority.selfSigned();

describe.each([
  ['Issuer', Issuer],
  ['ClusterIssuer', ClusterIssuer],
])('%s', (kind, Class) => {
  test('with minimal props is called like its construct', () => {
    expect(synth((stack) => new Class(stack, 'signer', { authority }))).toEqual([
      {
        apiVersion: 'cert-manager.io/v1',
        kind,
        metadata: { name: 'signer', labels: { 'app.kubernetes.io/part-of': 'test' } },
        spec: { selfSigned: {} },
      },
    ]);
  });

  test('can be referred to', () => {
    const { name, namespace, kind: own } = new Class(new TestStack(), 'issuer', { name: 'signer', authority });
    expect({ name, namespace, own }).toEqual({ name: 'signer', namespace: undefined, own: kind });
  });

  test('names the account key of ACME like itself', () => {
    const acme = Authority.letsEncryptStaging({ email: 'you@example.org' });
    const manifests = synth((stack) => new Class(stack, 'issuer', { name: 'lets-encrypt', authority: acme }));
    expect(at(only(manifests, kind), 'spec.acme.privateKeySecretRef')).toEqual({ name: 'lets-encrypt' });
  });

  test('fails for an invalid name', () => {
    expect(refusalOf((stack) => new Class(stack, 'Signer', { authority }))).toBe(
      `test/Signer: ${kind} name 'Signer' is invalid; allowed are lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit. Rename it, for example to 'signer'.`,
    );
  });
});

test('Issuer writes all props', () => {
  const props: Required<IssuerProps> = {
    name: 'signer',
    namespace: { name: 'shop' },
    labels: { team: 'cart' },
    annotations: { owner: 'the cart team' },
    authority,
  };
  const manifest = only(
    synth((stack) => new Issuer(stack, 'issuer', props)),
    'Issuer',
  );
  expect(manifest.metadata).toEqual({
    name: 'signer',
    namespace: 'shop',
    labels: { 'app.kubernetes.io/part-of': 'test', team: 'cart' },
    annotations: { owner: 'the cart team' },
  });
  expect(manifest.spec).toEqual({ selfSigned: {} });
});

test('ClusterIssuer writes all props', () => {
  const props: Required<ClusterIssuerProps> = {
    name: 'signer',
    labels: { team: 'cart' },
    annotations: { owner: 'the cart team' },
    authority,
  };
  const manifest = only(
    synth((stack) => new ClusterIssuer(stack, 'issuer', props)),
    'ClusterIssuer',
  );
  expect(manifest.metadata).toEqual({
    name: 'signer',
    labels: { 'app.kubernetes.io/part-of': 'test', team: 'cart' },
    annotations: { owner: 'the cart team' },
  });
  expect(manifest.spec).toEqual({ selfSigned: {} });
});

describe('the Namespace of an issuer', () => {
  const alternative = () => {
    const app = new App();
    return new TestStack(app, 'test-other', { alternativeTo: new TestStack(app) });
  };

  test('is the one that an Issuer is given', () => {
    expect(new Issuer(alternative(), 'signer', { namespace: { name: 'shop' }, authority }).namespace).toBe('shop');
  });

  test('is otherwise the one of its stack', () => {
    expect(new Issuer(alternative(), 'signer', { authority }).namespace).toBe('test-other');
  });

  test('is none for a ClusterIssuer', () => {
    const stack = alternative();
    expect(new ClusterIssuer(stack, 'signer', { authority }).namespace).toBeUndefined();
    expect(only(stack.toJson(), 'ClusterIssuer').metadata).not.toHaveProperty('namespace');
  });
});
