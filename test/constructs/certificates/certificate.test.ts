import {
  App,
  Authority,
  Certificate,
  type CertificateProps,
  ClusterIssuer,
  Issuer,
  type IssuerReference,
} from '../../../constructs';
import { only, refusalOf, synth, TestStack } from '../../synth';

const issuer: IssuerReference = { kind: 'ClusterIssuer', name: 'signer', namespace: undefined };
const authority = Authority.selfSigned();
const dnsNames = ['web.example.org'];

const specOf = (props: Partial<CertificateProps>) =>
  only(
    synth((stack) => new Certificate(stack, 'web', { issuer, ...props })),
    'Certificate',
  ).spec;

const refusal = (props: Partial<CertificateProps>) =>
  refusalOf((stack) => new Certificate(stack, 'web', { issuer, ...props }));

describe('Certificate', () => {
  test('with minimal props is kept in a Secret of its name', () => {
    expect(synth((stack) => new Certificate(stack, 'web', { issuer, dnsNames }))).toEqual([
      {
        apiVersion: 'cert-manager.io/v1',
        kind: 'Certificate',
        metadata: { name: 'web', labels: { 'app.kubernetes.io/part-of': 'test' } },
        spec: { secretName: 'web', dnsNames, issuerRef: { name: 'signer', kind: 'ClusterIssuer' } },
      },
    ]);
  });

  test('writes all props', () => {
    const props: Required<CertificateProps> = {
      name: 'root',
      namespace: { name: 'shop' },
      labels: { team: 'cart' },
      annotations: { owner: 'the cart team' },
      issuer: { kind: 'Issuer', name: 'signer', namespace: 'shop' },
      dnsNames: ['*.example.org', 'example.org'],
      commonName: 'The shop',
      isCa: true,
      secretName: 'root-key',
    };
    const manifest = only(
      synth((stack) => new Certificate(stack, 'web', props)),
      'Certificate',
    );
    expect(manifest.metadata).toEqual({
      name: 'root',
      namespace: 'shop',
      labels: { 'app.kubernetes.io/part-of': 'test', team: 'cart' },
      annotations: { owner: 'the cart team' },
    });
    expect(manifest.spec).toEqual({
      secretName: 'root-key',
      isCA: true,
      commonName: 'The shop',
      dnsNames: ['*.example.org', 'example.org'],
      issuerRef: { name: 'signer' },
    });
  });

  test('tells what it is', () => {
    const {
      name,
      namespace,
      secretName,
      dnsNames: names,
      isCa,
    } = new Certificate(new TestStack(), 'web', {
      issuer,
      dnsNames,
    });
    expect({ name, namespace, secretName, names, isCa }).toEqual({
      name: 'web',
      namespace: undefined,
      secretName: 'web',
      names: dnsNames,
      isCa: false,
    });
  });

  test('of an authority needs a common name alone', () => {
    expect(specOf({ commonName: 'root', isCa: true })).toEqual({
      secretName: 'web',
      isCA: true,
      commonName: 'root',
      issuerRef: { name: 'signer', kind: 'ClusterIssuer' },
    });
  });

  test('can be signed by an Issuer of the same stack', () => {
    const app = new App();
    const stack = new TestStack(app, 'test-other', { alternativeTo: new TestStack(app) });
    const signer = new Issuer(stack, 'signer', { authority });
    new Certificate(stack, 'web', { issuer: signer, dnsNames });
    expect(only(stack.toJson(), 'Certificate').spec).toMatchObject({ issuerRef: { name: 'signer' } });
  });

  test('can be signed by a ClusterIssuer from any Namespace', () => {
    const manifests = synth((stack) => {
      const signer = new ClusterIssuer(stack, 'signer', { authority });
      new Certificate(stack, 'web', { issuer: signer, namespace: { name: 'shop' }, dnsNames });
    });
    expect(only(manifests, 'Certificate').spec).toMatchObject({ issuerRef: { name: 'signer', kind: 'ClusterIssuer' } });
  });

  test('can have a common name of 64 characters', () => {
    expect(specOf({ commonName: 'a'.repeat(64) })).toMatchObject({ commonName: 'a'.repeat(64) });
  });

  test('fails for a common name of 65 characters', () => {
    expect(refusal({ commonName: 'a'.repeat(65), dnsNames })).toBe(
      "test/web: the common name of Certificate 'web' has 65 characters; 64 are allowed. Shorten it, and put hosts into dnsNames.",
    );
  });

  test.each([{}, { dnsNames: [] }, { commonName: '' }])('fails without a name: %j', (props) => {
    expect(refusal(props)).toBe(
      "test/web: Certificate 'web' is valid for no name. Give it dnsNames, or a commonName when it is an authority.",
    );
  });

  test.each(['https://web.example.org', 'web.*.org'])('fails for the DNS name %s', (name) => {
    expect(refusal({ dnsNames: [...dnsNames, name] })).toBe(
      `test/web: host '${name}' is not a DNS name; allowed are lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit. Write it like 'web.example.org', without scheme, port and path.`,
    );
  });

  test.each([
    ['web_key', 'Secret', { secretName: 'web_key', dnsNames }],
    ['web_key', 'Certificate', { name: 'web_key', dnsNames }],
  ])('fails for %s as the name of its %s', (name, kind, props) => {
    expect(refusal(props)).toBe(
      `test/web: ${kind} name '${name}' is invalid; allowed are lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit. Rename it, for example to 'web-key'.`,
    );
  });

  test.each([
    ['shop', undefined, "the Namespace 'shop'", 'the Namespace that kubectl is told'],
    [undefined, { name: 'shop' }, 'the Namespace that kubectl is told', "the Namespace 'shop'"],
  ])('fails for an Issuer in %s and a Certificate in %j', (served, namespace, there, here) => {
    expect(refusal({ issuer: { kind: 'Issuer', name: 'signer', namespace: served }, namespace, dnsNames })).toBe(
      `test/web: Issuer 'signer' is in ${there}, and it can be used only there, not in ${here}. Put both into one Namespace.`,
    );
  });
});
