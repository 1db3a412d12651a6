import type { Field } from '../../model/field';
import type { ObjectSet } from '../../model/object-set';
import type { Rule } from '../../rule';
import { issuerAnnotations } from '../../views/issuers';
import { allIngresses } from '../../views/nginx-ingresses';
import { SecretLookup, type SecretReference } from '../../views/secret-lookup';

/** A certificate from a Secret that nobody makes. */
export const tlsSecretUnproduced: Rule = {
  id: 'tls-secret-unproduced',
  subject: 'certificates',
  level: 'error',
  reason:
    'Without the Secret there is no certificate: the controller answers with one of its own, which no browser trusts.',
  remedy: 'Make the Secret, add a Certificate for it, or annotate the Ingress with an issuer',
  bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: nginx
  tls:
    - hosts: [web.localhost]
      secretName: web-tls
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
`,
  *check(set) {
    const secrets = new SecretLookup(set);
    const told = new Set<string>();
    for (const reference of [...ofIngresses(set), ...ofGateways(set)]) {
      const { object } = reference.at;
      // One Secret for several hosts is missing once.
      const key = [object.kind, object.namespace, object.name, reference.namespace, reference.name].join('\n');
      if (told.has(key)) continue;
      told.add(key);
      const problem = secrets.missing(reference, `${object} has its certificate from`);
      if (problem !== undefined) yield problem;
    }
  },
};

function ofIngresses(set: ObjectSet): SecretReference[] {
  return allIngresses(set)
    .filter((ingress) => !isIssued(ingress.field('metadata', 'annotations')))
    .flatMap((ingress) =>
      ingress
        .field('spec', 'tls')
        .items()
        .map((tls) => tls.get('secretName'))
        .map((at) => ({ at, namespace: ingress.namespace, name: at.text ?? '' })),
    );
}

// Whoever is named there makes the Secret, or another rule says why not.
function isIssued(annotations: Field): boolean {
  return (
    issuerAnnotations(annotations.object).length > 0 ||
    annotations
      .entries()
      .some(([key]) => /^(kubernetes\.io\/tls-acme|certmanager\.k8s\.io\/|cert-manager\.io\/issuer-name)/.test(key))
  );
}

function ofGateways(set: ObjectSet): SecretReference[] {
  return set
    .of('Gateway', 'gateway.networking.k8s.io')
    .filter((gateway) => !isIssued(gateway.field('metadata', 'annotations')))
    .flatMap((gateway) =>
      gateway
        .field('spec', 'listeners')
        .items()
        .flatMap((listener) => listener.get('tls', 'certificateRefs').items())
        .filter((reference) => (reference.get('kind').text ?? 'Secret') === 'Secret')
        .map((reference) => ({
          at: reference.get('name'),
          namespace: reference.get('namespace').text ?? gateway.namespace,
          name: reference.get('name').text ?? '',
        })),
    );
}
