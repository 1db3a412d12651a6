import type { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { Plain } from '../app/kubernetes-object';
import { refuse } from '../app/refusal';
import type { Certificate } from '../certificates/certificate';
import type { IssuerReference } from '../certificates/issuer';
import { checkName } from '../naming/object-name';
import { checkSameNamespace, type Namespaced } from '../naming/same-namespace';
import type { CheckedRoute } from './route';

/** For which hosts a certificate is used. */
export interface TlsOptions {
  /**
   * The hosts; one that no route serves is refused.
   *
   * @default - all hosts of the Ingress
   */
  readonly hosts?: readonly string[];
}

/** How an Ingress gets its certificate. */
export class Tls {
  private constructor(
    /** Name of the Secret with certificate and key. */
    public readonly secretName: string,
    /** The hosts, where they are not all. */
    public readonly hosts: readonly string[] | undefined,
    /** The issuer that cert-manager asks on behalf of the Ingress. */
    public readonly issuer?: IssuerReference,
    /** The Certificate that fills the Secret. */
    public readonly certificate?: Certificate,
  ) {}

  /**
   * cert-manager sees an annotation and makes the Certificate for the hosts of the Ingress.
   *
   * @param secretName name of the Secret that it writes
   * @see https://cert-manager.io/docs/usage/ingress/
   */
  public static fromIssuer(issuer: IssuerReference, secretName: string, options: TlsOptions = {}): Tls {
    return new Tls(secretName, options.hosts, issuer);
  }

  /**
   * A Certificate that exists as an object of its own. No annotation is written, because then two
   * Certificates would fight over one Secret.
   */
  public static fromCertificate(certificate: Certificate, options: TlsOptions = {}): Tls {
    return new Tls(certificate.secretName, options.hosts, undefined, certificate);
  }
}

/** The manifest of one certificate of an Ingress. */
export function tlsEntry(
  ingress: Construct & Namespaced,
  routes: readonly CheckedRoute[],
  tls: Tls,
): Plain<k8s.IngressTls> {
  const served = [...new Set(routes.flatMap(({ host }) => host ?? []))];
  const hosts = tls.hosts ?? served;
  if (hosts.length === 0) {
    refuse(
      ingress,
      'TLS is asked for no host',
      served.length === 0 ? 'Give the routes a host' : `Leave hosts out for ${served.join(', ')}`,
    );
  }
  for (const host of hosts) {
    if (!served.includes(host)) {
      refuse(
        ingress,
        `TLS is asked for host '${host}', which no route serves; there is ${served.join(', ') || 'none'}`,
        'Give a route this host, or take it out of TLS',
      );
    }
  }
  if (tls.certificate) checkCertificate(ingress, hosts, tls.certificate);
  checkName(ingress, 'Secret', tls.secretName);
  return { hosts: [...hosts], secretName: tls.secretName };
}

/** The annotation that asks an issuer for the certificates of an Ingress; it can ask only one. */
export function issuerAnnotations(ingress: Construct & Namespaced, tls: readonly Tls[]): Record<string, string> {
  const asked = tls.flatMap(({ issuer }) => issuer ?? []);
  const issuers = [
    ...new Map(asked.map((issuer) => [`${issuer.kind} ${issuer.namespace} ${issuer.name}`, issuer])).values(),
  ];
  if (issuers.length > 1)
    refuse(
      ingress,
      `several issuers are asked for: ${issuers.map(({ kind, name }) => `${kind} ${name}`).join(', ')}`,
      'Take one, or make Certificates',
    );
  const [issuer] = issuers;
  if (issuer === undefined) return {};
  const certificate = tls.find((entry) => entry.certificate)?.certificate;
  if (certificate !== undefined) {
    refuse(
      ingress,
      `issuer '${issuer.name}' is asked for a certificate, and Certificate '${certificate.name}' is there; the annotation would hold for both, and two Certificates would write one Secret`,
      'Use Tls.fromIssuer or Tls.fromCertificate alone, or make an Ingress for each',
    );
  }
  if (issuer.kind === 'Issuer') checkSameNamespace(ingress, `Issuer '${issuer.name}'`, issuer);
  return { [issuer.kind === 'Issuer' ? 'cert-manager.io/issuer' : 'cert-manager.io/cluster-issuer']: issuer.name };
}

function checkCertificate(ingress: Construct & Namespaced, hosts: readonly string[], certificate: Certificate): void {
  checkSameNamespace(ingress, `Certificate '${certificate.name}'`, certificate);
  for (const host of hosts) {
    if (!certificate.dnsNames.some((name) => covers(name, host))) {
      refuse(
        ingress,
        `host '${host}' is served with Certificate '${certificate.name}', which is valid for ${certificate.dnsNames.join(', ') || 'no host'}`,
        'Add the host to its dnsNames',
      );
    }
  }
}

function covers(name: string, host: string): boolean {
  return name === host || (name.startsWith('*.') && host.slice(host.indexOf('.')) === name.slice(1));
}
