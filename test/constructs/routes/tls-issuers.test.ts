import { Authority, Certificate, Ingress, Issuer, type IssuerReference, Path, Tls } from '../../../constructs';
import { at, only, refusalOf, synth, type TestStack } from '../../synth';
import { portOf } from '../services/pods';

const hosts = ['a.example.org', 'b.example.org'] as const;
const [A, B] = hosts;

function reference(name: string, kind: IssuerReference['kind']): IssuerReference {
  return { name, kind, namespace: undefined };
}

function makeIngress(stack: TestStack, ...tls: readonly Tls[]): Ingress {
  const to = portOf(stack);
  return new Ingress(stack, 'web', { routes: hosts.map((host) => ({ to, host, path: Path.prefix('/') })), tls });
}

function tlsFor(issuers: readonly IssuerReference[]): Tls[] {
  return issuers.map((issuer, index) => Tls.fromIssuer(issuer, `tls-${index}`, { hosts: [hosts[index] ?? A] }));
}

describe('issuers of an Ingress', () => {
  const clusterIssuer = reference('ours', 'ClusterIssuer');
  test.each<[string, IssuerReference[], string]>([
    ['one reference', [clusterIssuer, clusterIssuer], 'cluster-issuer'],
    ['two references', [clusterIssuer, { ...clusterIssuer }], 'cluster-issuer'],
    ['two references to an Issuer', [reference('ours', 'Issuer'), reference('ours', 'Issuer')], 'issuer'],
  ])('are one when they are the same: %s', (_how, issuers, annotation) => {
    const manifests = synth((stack) => makeIngress(stack, ...tlsFor(issuers)));
    const ingress = only(manifests, 'Ingress');
    expect(at(ingress, 'spec.tls')).toEqual([
      { hosts: [A], secretName: 'tls-0' },
      { hosts: [B], secretName: 'tls-1' },
    ]);
    expect(ingress.metadata.annotations).toEqual({ [`cert-manager.io/${annotation}`]: 'ours' });
  });

  test('are one when a construct and a reference name it', () => {
    const manifests = synth((stack) => {
      const issuer = new Issuer(stack, 'ours', { authority: Authority.selfSigned() });
      makeIngress(stack, ...tlsFor([issuer, reference('ours', 'Issuer')]));
    });
    expect(only(manifests, 'Ingress').metadata.annotations).toEqual({ 'cert-manager.io/issuer': 'ours' });
  });

  test.each<[string, IssuerReference, string]>([
    ['name', reference('letsencrypt', 'ClusterIssuer'), 'ClusterIssuer ours, ClusterIssuer letsencrypt'],
    ['kind', reference('ours', 'Issuer'), 'ClusterIssuer ours, Issuer ours'],
  ])('fails for two that differ in their %s', (_what, other, names) => {
    expect(refusalOf((stack) => makeIngress(stack, ...tlsFor([clusterIssuer, other])))).toBe(
      `test/web: several issuers are asked for: ${names}. Take one, or make Certificates.`,
    );
  });

  test.each([
    ['before', (fromIssuer: Tls, fromCertificate: Tls) => [fromIssuer, fromCertificate]],
    ['after', (fromIssuer: Tls, fromCertificate: Tls) => [fromCertificate, fromIssuer]],
  ])('fails for one %s a Certificate', (_when, order) => {
    expect(
      refusalOf((stack) => {
        const certificate = new Certificate(stack, 'cert', { issuer: clusterIssuer, dnsNames: [B] });
        const tls = order(
          Tls.fromIssuer(clusterIssuer, 'web-tls', { hosts: [A] }),
          Tls.fromCertificate(certificate, { hosts: [B] }),
        );
        makeIngress(stack, ...tls);
      }),
    ).toBe(
      "test/web: issuer 'ours' is asked for a certificate, and Certificate 'cert' is there; the annotation would hold for both, and two Certificates would write one Secret. Use Tls.fromIssuer or Tls.fromCertificate alone, or make an Ingress for each.",
    );
  });

  test('are not asked when there are only Certificates', () => {
    const manifests = synth((stack) => {
      const tls = hosts.map((host, index) =>
        Tls.fromCertificate(new Certificate(stack, `cert-${index}`, { issuer: clusterIssuer, dnsNames: [host] }), {
          hosts: [host],
        }),
      );
      makeIngress(stack, ...tls);
    });
    const ingress = only(manifests, 'Ingress');
    expect(at(ingress, 'spec.tls')).toEqual([
      { hosts: [A], secretName: 'cert-0' },
      { hosts: [B], secretName: 'cert-1' },
    ]);
    expect(ingress.metadata.annotations).toBeUndefined();
  });
});
