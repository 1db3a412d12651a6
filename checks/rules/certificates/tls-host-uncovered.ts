import type { Field } from '../../model/field';
import { grouped } from '../../model/grouped';
import type { KubernetesObject } from '../../model/kubernetes-object';
import type { ObjectSet } from '../../model/object-set';
import type { Problem, Rule } from '../../rule';
import { coversHost } from '../../views/host-names';
import { CERT_MANAGER, issuerAnnotations } from '../../views/issuers';
import { allIngresses } from '../../views/nginx-ingresses';

/** A host without a certificate, beside one for another. */
export const tlsHostUncovered: Rule = {
  id: 'tls-host-uncovered',
  subject: 'certificates',
  level: 'error',
  reason:
    'A certificate serves the hosts that it names; for any other the controller answers with one that no browser trusts.',
  remedy: 'Write the host into the tls entry and into the Certificate',
  bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    cert-manager.io/cluster-issuer: kind-ca
spec:
  ingressClassName: nginx
  tls:
    - hosts: [wbe.localhost]
      secretName: web-tls
  rules:
    - host: web.localhost
`,
  good: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    cert-manager.io/cluster-issuer: kind-ca
spec:
  ingressClassName: nginx
  tls:
    - hosts: [web.localhost]
      secretName: web-tls
  rules:
    - host: web.localhost
`,
  *check(set) {
    const certificates = certificatesOf(set);
    const all = new Set(allIngresses(set).flatMap((ingress) => tlsHosts(ingress).map(({ text }) => text ?? '')));
    for (const ingress of allIngresses(set)) {
      yield* ofCertificates(ingress, certificates);
      const problem = ofRules(ingress, certificates, all);
      if (problem !== undefined) yield problem;
    }
  },
};

type Certificates = ReadonlyMap<string, readonly KubernetesObject[]>;

function certificatesOf(set: ObjectSet): Certificates {
  return grouped(set.of('Certificate', CERT_MANAGER), (certificate) =>
    [certificate.namespace, certificate.field('spec', 'secretName').text].join('\n'),
  );
}

function tlsHosts(ingress: KubernetesObject): Field[] {
  return ingress
    .field('spec', 'tls')
    .items()
    .flatMap((tls) => tls.get('hosts').items());
}

// Hosts that the certificate of their Secret does not have.
function* ofCertificates(ingress: KubernetesObject, certificates: Certificates): Iterable<Problem> {
  if (issuerAnnotations(ingress).length > 0) return;
  for (const tls of ingress.field('spec', 'tls').items()) {
    const [certificate, another] = certificates.get(`${ingress.namespace}\n${tls.get('secretName').text}`) ?? [];
    const names = certificate === undefined || another !== undefined ? [] : namesOf(certificate);
    if (certificate === undefined || names.length === 0) continue;
    for (const host of tls.get('hosts').items()) {
      if (host.text === undefined || isCovered(host.text, names)) continue;
      yield {
        at: host,
        message: `${ingress} has TLS for host '${host.text}', and ${certificate} is for '${names.join("', '")}'`,
        fix: `Add ${host.text} to the dnsNames of ${certificate}`,
        related: [certificate.field('spec', 'dnsNames')],
      };
    }
  }
}

function namesOf(certificate: KubernetesObject): string[] {
  const spec = certificate.field('spec');
  return [...spec.get('dnsNames').items(), spec.get('commonName')].flatMap(({ text }) => text ?? []);
}

function isCovered(host: string, names: Iterable<string>): boolean {
  for (const name of names) if (coversHost(name, host)) return true;
  return false;
}

// Hosts of rules that no tls entry has; without hosts an entry serves what its certificate names.
function ofRules(ingress: KubernetesObject, certificates: Certificates, all: ReadonlySet<string>): Problem | undefined {
  const entries = ingress.field('spec', 'tls').items();
  const tls = tlsHosts(ingress);
  if (tls.length === 0 || entries.some((entry) => entry.get('hosts').items().length === 0)) return undefined;
  const rules = ingress
    .field('spec', 'rules')
    .items()
    .map((rule) => rule.get('host'))
    .filter(({ text }) => text);
  const [bare] = rules.filter(({ text = '' }) => !isServed(text, all));
  if (bare?.text === undefined) return undefined;
  const idle = tls.find(({ text = '' }) => !rules.some((rule) => coversHost(text, rule.text ?? '')));
  if (idle === undefined)
    return { at: bare, level: 'warning', message: `${ingress} has TLS, and none for host '${bare.text}'` };
  return {
    at: idle,
    // A Secret that somebody fills by hand may have more hosts than are written here.
    level: isIssued(ingress, bare.text, certificates) ? 'error' : 'warning',
    message: `${ingress} has TLS for host '${idle.text}', which none of its rules has, and none for '${bare.text}'`,
    fix: `Write ${bare.text} into the tls entry`,
    related: [bare],
  };
}

// By its own name or the star above it: a look-up, and no walk through all of them.
function isServed(host: string, all: ReadonlySet<string>): boolean {
  return all.has(host) || all.has(`*${host.slice(host.indexOf('.'))}`);
}

function isIssued(ingress: KubernetesObject, bare: string, certificates: Certificates): boolean {
  if (issuerAnnotations(ingress).length > 0) return true;
  return ingress
    .field('spec', 'tls')
    .items()
    .every((tls) => {
      const there = certificates.get(`${ingress.namespace}\n${tls.get('secretName').text}`) ?? [];
      return there.length > 0 && there.every((certificate) => !isCovered(bare, namesOf(certificate)));
    });
}
