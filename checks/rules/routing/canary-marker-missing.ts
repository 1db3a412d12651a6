import type { Field } from '../../model/field';
import type { KubernetesObject } from '../../model/kubernetes-object';
import type { Problem, Rule } from '../../rule';
import { NGINX, nginxAnnotation } from '../../views/ingress-paths';
import { allIngresses, isTrue } from '../../views/nginx-ingresses';

/** Annotations of a canary on an Ingress that is not marked as one, or a value without the header that would have it. */
export const canaryMarkerMissing: Rule = {
  id: 'canary-marker-missing',
  subject: 'routing',
  level: 'error',
  reason:
    'Annotations of a canary count only beside canary: "true", and a value or pattern only beside the name of its header; otherwise ingress-nginx ignores them.',
  remedy: `Add ${NGINX}canary: "true"`,
  bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web-canary
  annotations:
    nginx.ingress.kubernetes.io/canary-weight: "10"
spec:
  ingressClassName: nginx
  rules:
    - http:
        paths:
          - path: /web
            pathType: Prefix
            backend: {service: {name: web-canary, port: {number: 80}}}
`,
  good: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web-canary
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
    nginx.ingress.kubernetes.io/canary-weight: "10"
spec:
  ingressClassName: nginx
  rules:
    - http:
        paths:
          - path: /web
            pathType: Prefix
            backend: {service: {name: web-canary, port: {number: 80}}}
`,
  *check(set) {
    for (const ingress of allIngresses(set)) {
      const marker = nginxAnnotation(ingress, 'canary');
      const problem = isTrue(marker) ? withoutHeader(ingress) : unmarked(ingress, marker);
      if (problem !== undefined) yield problem;
    }
  },
};

// Somebody who writes false has switched the canary off; true without quotes is for the rules of the schema.
const OFF = /^(0|f|F|FALSE|false|False)$/;

function unmarked(ingress: KubernetesObject, marker: Field): Problem | undefined {
  const [first, ...others] = ingress
    .field('metadata', 'annotations')
    .entries()
    .filter(([key]) => key.startsWith(`${NGINX}canary-`));
  if (first === undefined) return undefined;
  const [key, field] = first;
  const related = others.map(([, other]) => other);
  const name = key.slice(NGINX.length);
  if (!marker.exists)
    return {
      at: field,
      message: `${ingress} has ${name} and no canary: "true"; it is a main Ingress like any other`,
      related,
    };
  if (marker.text === undefined || OFF.test(marker.text)) return undefined;
  return {
    at: marker,
    message: `${ingress} has ${name}, and canary: '${marker.text}' does not switch it on`,
    fix: 'Write canary: "true"',
    related: [field, ...related],
  };
}

function withoutHeader(ingress: KubernetesObject): Problem | undefined {
  const [first, ...related] = ['canary-by-header-value', 'canary-by-header-pattern']
    .map((name) => nginxAnnotation(ingress, name))
    .filter(({ exists }) => exists);
  if (first === undefined || nginxAnnotation(ingress, 'canary-by-header').exists) return undefined;
  return {
    at: first,
    message: `Canary '${ingress.name}' has ${String(first.path.at(-1)).slice(NGINX.length)} and no canary-by-header, so no header is looked at`,
    fix: `Add ${NGINX}canary-by-header with the name of the header`,
    related,
  };
}
