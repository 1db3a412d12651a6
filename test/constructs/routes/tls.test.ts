import {
  Authority,
  Certificate,
  ClusterIssuer,
  Ingress,
  Issuer,
  type IssuerReference,
  Path,
  Tls,
  type TlsOptions,
} from '../../../constructs';
import { at, only, refusalOf, synth, type TestStack } from '../../synth';
import { portOf } from '../services/pods';

const [A, B] = ['a.example.org', 'b.example.org'] as const;
const issuer: IssuerReference = { name: 'letsencrypt', kind: 'ClusterIssuer', namespace: undefined };
const authority = Authority.selfSigned();

function makeIngress(stack: TestStack, hosts: readonly (string | undefined)[], ...tls: readonly Tls[]): Ingress {
  const to = portOf(stack);
  return new Ingress(stack, 'web', {
    routes: hosts.map((host, index) => ({ to, host, path: Path.prefix(`/${index}`) })),
    tls,
  });
}

function refusalFor(hosts: readonly (string | undefined)[], ...tls: readonly Tls[]): string {
  return refusalOf((stack) => makeIngress(stack, hosts, ...tls));
}

function certificateOf(stack: TestStack, ...dnsNames: readonly string[]): Certificate {
  const props = dnsNames.length === 0 ? { commonName: 'our authority', isCa: true } : { dnsNames };
  return new Certificate(stack, 'cert', { issuer, ...props });
}

describe('Tls', () => {
  test('fromIssuer asks for all hosts once', () => {
    const manifests = synth((stack) => makeIngress(stack, [B, undefined, A, B], Tls.fromIssuer(issuer, 'web-tls')));
    expect(at(only(manifests, 'Ingress'), 'spec.tls')).toEqual([{ hosts: [B, A], secretName: 'web-tls' }]);
  });

  test('fromIssuer takes all options', () => {
    const options: Required<TlsOptions> = { hosts: [A] };
    const manifests = synth((stack) => makeIngress(stack, [A, B], Tls.fromIssuer(issuer, 'web-tls', options)));
    expect(at(only(manifests, 'Ingress'), 'spec.tls')).toEqual([{ hosts: [A], secretName: 'web-tls' }]);
  });

  test('fromCertificate uses its Secret and asks nobody', () => {
    const manifests = synth((stack) => {
      const certificate = new Certificate(stack, 'cert', { issuer, dnsNames: [A, B], secretName: 'keys' });
      makeIngress(stack, [A, B], Tls.fromCertificate(certificate));
    });
    const ingress = only(manifests, 'Ingress');
    expect(at(ingress, 'spec.tls')).toEqual([{ hosts: [A, B], secretName: 'keys' }]);
    expect(ingress.metadata.annotations).toBeUndefined();
  });

  test('fromCertificate takes all options', () => {
    const options: Required<TlsOptions> = { hosts: [B] };
    const manifests = synth((stack) =>
      makeIngress(stack, [A, B], Tls.fromCertificate(certificateOf(stack, B), options)),
    );
    expect(at(only(manifests, 'Ingress'), 'spec.tls')).toEqual([{ hosts: [B], secretName: 'cert' }]);
  });

  test.each([
    ['cluster-issuer', (stack: TestStack) => new ClusterIssuer(stack, 'ours', { authority })],
    ['issuer', (stack: TestStack) => new Issuer(stack, 'ours', { authority })],
  ])('is asked for with the annotation %s', (annotation, make) => {
    const manifests = synth((stack) => makeIngress(stack, [A], Tls.fromIssuer(make(stack), 'web-tls')));
    expect(only(manifests, 'Ingress').metadata.annotations).toEqual({ [`cert-manager.io/${annotation}`]: 'ours' });
  });

  test.each([
    ['*.example.org', 'a.example.org'],
    ['*.example.org', '*.example.org'],
    ['*.b.example.org', 'a.b.example.org'],
  ])('a certificate for %s covers %s', (name, host) => {
    const manifests = synth((stack) => makeIngress(stack, [host], Tls.fromCertificate(certificateOf(stack, B, name))));
    expect(at(only(manifests, 'Ingress'), 'spec.tls.0.hosts')).toEqual([host]);
  });

  test.each([
    ['b.example.org', 'a.example.org'],
    ['*.example.org', 'example.org'],
    ['*.example.org', 'a.b.example.org'],
    ['*.example.org', 'a.example.com'],
    ['a.example.org', '*.example.org'],
    ['*.local', 'localhost'],
  ])('fails when a certificate for %s does not cover %s', (name, host) => {
    expect(
      refusalOf((stack) => makeIngress(stack, [host], Tls.fromCertificate(certificateOf(stack, 'c.org', name)))),
    ).toBe(
      `test/web: host '${host}' is served with Certificate 'cert', which is valid for c.org, ${name}. Add the host to its dnsNames.`,
    );
  });

  test('fails when the certificate is valid for no host', () => {
    expect(refusalOf((stack) => makeIngress(stack, [A], Tls.fromCertificate(certificateOf(stack))))).toBe(
      "test/web: host 'a.example.org' is served with Certificate 'cert', which is valid for no host. Add the host to its dnsNames.",
    );
  });

  test.each([
    [[undefined], 'none'],
    [[A, undefined, B], 'a.example.org, b.example.org'],
  ])('fails for a host that no rule serves: %j', (hosts, served) => {
    expect(refusalFor(hosts, Tls.fromIssuer(issuer, 'web-tls', { hosts: ['c.org'] }))).toBe(
      `test/web: TLS is asked for host 'c.org', which no route serves; there is ${served}. Give a route this host, or take it out of TLS.`,
    );
  });

  test.each<[string, (string | undefined)[], TlsOptions, string]>([
    ['no route has one', [undefined], {}, 'Give the routes a host'],
    ['no route has one and none is named', [undefined], { hosts: [] }, 'Give the routes a host'],
    ['none is named', [A, undefined, B, A], { hosts: [] }, 'Leave hosts out for a.example.org, b.example.org'],
  ])('fails without hosts: %s', (_why, hosts, options, remedy) => {
    expect(refusalFor(hosts, Tls.fromIssuer(issuer, 'web-tls', options))).toBe(
      `test/web: TLS is asked for no host. ${remedy}.`,
    );
  });

  test('fails for a Secret that cannot exist', () => {
    expect(refusalFor([A], Tls.fromIssuer(issuer, 'web_tls'))).toBe(
      "test/web: Secret name 'web_tls' is invalid; allowed are lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit. Rename it, for example to 'web-tls'.",
    );
  });
});
