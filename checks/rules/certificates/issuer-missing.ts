import type { ObjectSet } from '../../model/object-set';
import { isThere, missing, type Reference } from '../../model/reference';
import type { Problem, Rule } from '../../rule';
import { CERT_MANAGER, issuerReferences } from '../../views/issuers';

/** A certificate from an issuer that is not there. */
export const issuerMissing: Rule = {
  id: 'issuer-missing',
  subject: 'certificates',
  level: 'error',
  reason:
    'A certificate waits for its issuer: an Issuer of its own Namespace or a ClusterIssuer, as its kind says; without it no Secret is ever written.',
  remedy: 'Name an issuer that is there, with its kind',
  bad: `
apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata:
  name: kind-ca
spec:
  selfSigned: {}
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: web
spec:
  secretName: web-tls
  dnsNames: [web.localhost]
  issuerRef:
    name: kind-ca
`,
  good: `
apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata:
  name: kind-ca
spec:
  selfSigned: {}
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: web
spec:
  secretName: web-tls
  dnsNames: [web.localhost]
  issuerRef:
    name: kind-ca
    kind: ClusterIssuer
`,
  *check(set) {
    for (const reference of issuerReferences(set)) {
      const { group, kind, name, at } = reference;
      // Issuers of other makers are their own matter.
      if (group !== CERT_MANAGER || name === '' || !/^(Cluster)?Issuer$/.test(kind)) continue;
      if (isThere(reference, set)) continue;
      const problem = ofOtherKind(reference, set) ?? missing(reference, String(at.object), set);
      if (problem !== undefined)
        yield problem.related === undefined && isOfTheCluster(reference, set)
          ? { ...problem, level: 'advice' }
          : problem;
    }
  },
};

// Most clusters have their issuers from somewhere else; a set that brings none says nothing about them.
function isOfTheCluster({ kind }: Reference, set: ObjectSet): boolean {
  return kind === 'ClusterIssuer' && !set.surroundings.complete && set.of(kind, CERT_MANAGER).length === 0;
}

function ofOtherKind(reference: Reference, set: ObjectSet): Problem | undefined {
  const { group, kind, name, namespace, at } = reference;
  const other = kind === 'Issuer' ? 'ClusterIssuer' : 'Issuer';
  const own = { group, kind: other, name, namespace: other === 'ClusterIssuer' ? undefined : at.object.namespace };
  const there = set.find(own);
  if (there === undefined) return undefined;
  const annotation = `${CERT_MANAGER}/${other === 'Issuer' ? 'issuer' : 'cluster-issuer'}`;
  const isAnnotation = at.path.includes('annotations');
  return {
    at,
    message: `${at.object} names ${kind} '${name}', which is not there${namespace === undefined ? '' : ` in namespace '${namespace}'`}; there is ${other} '${name}'`,
    fix: isAnnotation ? `Use the annotation ${annotation}` : `Write kind: ${other}`,
    related: [there.field('kind')],
    unlessElsewhere: `${kind} '${name}'`,
  };
}
