import { certManager } from '../../../platform/add-ons';
import type { KubernetesObject } from '../../model/kubernetes-object';
import type { Problem, Rule } from '../../rule';
import { issuerAnnotations } from '../../views/issuers';
import { allIngresses } from '../../views/nginx-ingresses';

/** An Ingress that asks for a certificate without saying for what. */
export const tlsAnnotationIncomplete: Rule = {
  id: 'tls-annotation-incomplete',
  subject: 'certificates',
  level: 'error',
  reason:
    'cert-manager makes a certificate for each tls entry with hosts and a secretName; without them the annotation does nothing.',
  remedy: 'Add tls with hosts and a secretName',
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
    - hosts: [web.localhost]
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
    for (const ingress of allIngresses(set)) {
      const old = ofOldPrefix(ingress);
      if (old !== undefined) yield old;
      else yield* incomplete(ingress);
    }
  },
};

function* incomplete(ingress: KubernetesObject): Iterable<Problem> {
  const [annotation, second] = issuerAnnotations(ingress);
  if (annotation === undefined) return;
  if (second !== undefined)
    yield {
      at: second,
      message: `${ingress} names an issuer and a cluster-issuer; cert-manager takes neither`,
      fix: 'Leave one of the two annotations',
      related: [annotation],
    };
  const entries = ingress.field('spec', 'tls').items();
  if (entries.length === 0) yield { at: annotation, message: `${ingress} asks for a certificate and has no tls entry` };
  for (const entry of entries) {
    const lacks = [
      ...(entry.get('hosts').items().length === 0 ? ['hosts'] : []),
      ...(entry.get('secretName').text ? [] : ['secretName']),
    ];
    if (lacks.length > 0)
      yield {
        at: entry,
        message: `${ingress} asks for a certificate, and its tls entry has no ${lacks.join(' and no ')}`,
        fix: `Add ${lacks.join(' and ')} to the tls entry`,
        related: [annotation],
      };
  }
}

const OLD = 'certmanager.k8s.io/';

function ofOldPrefix(ingress: KubernetesObject): Problem | undefined {
  const [first] = ingress
    .field('metadata', 'annotations')
    .entries()
    .filter(([key]) => /^certmanager\.k8s\.io\/(cluster-)?issuer$/.test(key));
  if (first === undefined || issuerAnnotations(ingress).length > 0) return undefined;
  const [key, at] = first;
  return {
    at,
    message: `${ingress} has ${key}, which cert-manager ${certManager.version} does not read`,
    fix: `Write cert-manager.io/${key.slice(OLD.length)}`,
  };
}
