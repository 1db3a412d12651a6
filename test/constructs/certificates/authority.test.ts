import { type AcmeOptions, Authority, Certificate, ClusterIssuer, checkEmail, Issuer } from '../../../constructs';
import { only, refusalMessage, refusalOf, synth, type TestStack } from '../../synth';

const specOf = (authority: Authority) =>
  only(
    synth((stack) => new Issuer(stack, 'signer', { authority })),
    'Issuer',
  ).spec;

const certificate = (stack: TestStack, isCa: boolean, namespace?: string) =>
  new Certificate(stack, 'root', {
    namespace: namespace === undefined ? undefined : { name: namespace },
    issuer: { kind: 'ClusterIssuer', name: 'self-signed', namespace: undefined },
    commonName: 'root',
    secretName: 'root-key',
    isCa,
  });

describe('Authority', () => {
  test.each([
    ['letsEncryptStaging', Authority.letsEncryptStaging, 'https://acme-staging-v02.api.letsencrypt.org/directory'],
    ['letsEncryptProduction', Authority.letsEncryptProduction, 'https://acme-v02.api.letsencrypt.org/directory'],
    [
      'acme',
      (options: AcmeOptions) => Authority.acme('https://ca.example.org/acme', options),
      'https://ca.example.org/acme',
    ],
  ])(
    '%s with minimal props answers through nginx, with an account key named like the issuer',
    (_name, make, server) => {
      expect(specOf(make({ email: 'you@example.org' }))).toEqual({
        acme: {
          server,
          email: 'you@example.org',
          privateKeySecretRef: { name: 'signer' },
          solvers: [{ http01: { ingress: { ingressClassName: 'nginx' } } }],
        },
      });
    },
  );

  test.each([
    ['letsEncryptStaging', Authority.letsEncryptStaging],
    ['letsEncryptProduction', Authority.letsEncryptProduction],
  ])('%s writes all props', (_name, make) => {
    const options: Required<AcmeOptions> = { email: 'ops@example.org', ingressClassName: 'traefik' };
    expect(specOf(make(options))).toMatchObject({
      acme: { email: 'ops@example.org', solvers: [{ http01: { ingress: { ingressClassName: 'traefik' } } }] },
    });
  });

  test('selfSigned takes nothing', () => {
    expect(specOf(Authority.selfSigned())).toEqual({ selfSigned: {} });
  });

  test('ca signs with the Secret of its certificate', () => {
    const manifests = synth(
      (stack) => new Issuer(stack, 'signer', { authority: Authority.ca(certificate(stack, true)) }),
    );
    expect(only(manifests, 'Issuer').spec).toEqual({ ca: { secretName: 'root-key' } });
  });

  test('ca of a ClusterIssuer signs with a Secret in cert-manager', () => {
    const manifests = synth((stack) => {
      new ClusterIssuer(stack, 'signer', { authority: Authority.ca(certificate(stack, true, 'cert-manager')) });
    });
    expect(only(manifests, 'ClusterIssuer').spec).toEqual({ ca: { secretName: 'root-key' } });
  });

  test.each([
    ['Issuer', 'shop', 'default', Issuer],
    ['ClusterIssuer', 'shop', 'cert-manager', ClusterIssuer],
    ['ClusterIssuer', undefined, 'cert-manager', ClusterIssuer],
  ])('ca of %s fails for a certificate in %s', (kind, namespace, place, Class) => {
    expect(
      refusalOf(
        (stack) => new Class(stack, 'signer', { authority: Authority.ca(certificate(stack, true, namespace)) }),
      ),
    ).toBe(
      `test/signer: Certificate 'root' is in the Namespace '${namespace ?? 'default'}', and ${kind} 'signer' looks for its Secret in '${place}'. Make the Certificate there.`,
    );
  });

  test('ca of an Issuer in a Namespace fails for a certificate elsewhere', () => {
    expect(
      refusalOf((stack) => {
        const authority = Authority.ca(certificate(stack, true));
        new Issuer(stack, 'signer', { namespace: { name: 'shop' }, authority });
      }),
    ).toBe(
      "test/signer: Certificate 'root' is in the Namespace 'default', and Issuer 'signer' looks for its Secret in 'shop'. Make the Certificate there.",
    );
  });

  test('ca fails for a certificate that may not sign', () => {
    expect(
      refusalOf((stack) => new Issuer(stack, 'signer', { authority: Authority.ca(certificate(stack, false)) })),
    ).toBe("test/signer: Certificate 'root' may not sign others. Make it with isCa: true.");
  });

  test.each([
    ['letsEncryptStaging', Authority.letsEncryptStaging],
    ['letsEncryptProduction', Authority.letsEncryptProduction],
  ])('%s fails without an e-mail address', (_name, make) => {
    expect(refusalOf((stack) => new Issuer(stack, 'signer', { authority: make({ email: '' }) }))).toBe(
      "test/signer: no e-mail address was given. Write it like 'you@example.org'.",
    );
  });

  test('fails for what is no e-mail address', () => {
    const authority = Authority.letsEncryptStaging({ email: 'you' });
    expect(refusalOf((stack) => new Issuer(stack, 'signer', { authority }))).toBe(
      "test/signer: 'you' is no e-mail address. Write it like 'you@example.org'.",
    );
  });
});

describe('checkEmail', () => {
  test.each(['you@example.org', 'you.and.me+course@mail.example.org', 'y@e.o'])('takes %s', (email) => {
    expect(() => checkEmail('EMAIL', email)).not.toThrow();
  });

  test.each([
    'you@example',
    '@example.org',
    'you@',
    'you@.org',
    'you@example.',
    'you@example..org',
    'you@me@example.org',
    'you @example.org',
    'you@example.org ',
    ' ',
  ])('fails for %j', (email) => {
    expect(refusalMessage(() => checkEmail('EMAIL', email))).toBe(
      `EMAIL: '${email}' is no e-mail address. Write it like 'you@example.org'.`,
    );
  });
});
