import type { Field } from '../../model/field';
import { type KubernetesObject, keyOf } from '../../model/kubernetes-object';
import type { ObjectSet } from '../../model/object-set';
import { levelTogether, orAlternatives } from '../../model/together';
import type { Rule } from '../../rule';
import { CERT_MANAGER, issuerAnnotations } from '../../views/issuers';
import { allIngresses } from '../../views/nginx-ingresses';

/** Two certificates in one Secret. */
export const certificateSecretShared: Rule = {
  id: 'certificate-secret-shared',
  subject: 'certificates',
  level: 'error',
  reason:
    'Two certificates with one Secret overwrite each other, and each is issued again as soon as the other is there.',
  remedy: 'Give each certificate a Secret of its own, or make one certificate for all hosts',
  bad: `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: web
spec:
  secretName: tls
  dnsNames: [web.localhost]
  issuerRef: {name: kind-ca, kind: ClusterIssuer}
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: shop
spec:
  secretName: tls
  dnsNames: [shop.localhost]
  issuerRef: {name: kind-ca, kind: ClusterIssuer}
`,
  good: `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: web
spec:
  secretName: web-tls
  dnsNames: [web.localhost]
  issuerRef: {name: kind-ca, kind: ClusterIssuer}
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: shop
spec:
  secretName: shop-tls
  dnsNames: [shop.localhost]
  issuerRef: {name: kind-ca, kind: ClusterIssuer}
`,
  *check(set) {
    const first = new Map<string, Wish>();
    for (const wish of [...ofCertificates(set), ...ofIngresses(set)]) {
      const key = `${wish.object.namespace}\n${wish.at.text}`;
      const before = first.get(key);
      if (before === undefined) first.set(key, wish);
      else if (excludes(before, wish)) {
        const level = levelTogether(before.object, wish.object, set);
        yield {
          at: wish.at,
          level,
          message: `${wish.object} has its certificate written into Secret '${wish.at.text}', and so has ${before.object}${orAlternatives(level)}`,
          related: [before.at],
        };
      }
    }
  },
};

/** What makes a certificate, and the name of the Secret. */
interface Wish {
  readonly object: KubernetesObject;
  readonly at: Field;
  /** Of an Ingress; undefined for a Certificate. */
  readonly hosts?: string;
}

function ofCertificates(set: ObjectSet): Wish[] {
  return set
    .of('Certificate', CERT_MANAGER)
    .map((object) => ({ object, at: object.field('spec', 'secretName') }))
    .filter(({ at }) => at.text !== undefined);
}

function ofIngresses(set: ObjectSet): Wish[] {
  return allIngresses(set)
    .filter((object) => issuerAnnotations(object).length > 0)
    .flatMap((object) =>
      object
        .field('spec', 'tls')
        .items()
        .map((tls) => ({
          object,
          at: tls.get('secretName'),
          hosts: tls
            .get('hosts')
            .items()
            .map(({ text }) => text)
            .sort()
            .join('\n'),
        })),
    )
    .filter(({ at }) => at.text !== undefined);
}

// The certificate of an Ingress is called like its Secret: one of that name stays as it is, and the same hosts twice
// are the same certificate.
function excludes(before: Wish, wish: Wish): boolean {
  if (keyOf(before.object) === keyOf(wish.object)) return before.object === wish.object && before.hosts !== wish.hosts;
  if (wish.hosts === undefined) return true;
  return before.hosts === undefined ? before.object.name !== wish.at.text : before.hosts !== wish.hosts;
}
