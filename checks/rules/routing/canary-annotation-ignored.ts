import type { Field } from '../../model/field';
import type { KubernetesObject } from '../../model/kubernetes-object';
import type { Rule } from '../../rule';
import { NGINX, nginxAnnotation } from '../../views/ingress-paths';
import { nginxIngressesOf, nginxPathsOf } from '../../views/nginx-ingresses';

/** Annotations on a canary that only the main Ingress can have. */
export const canaryAnnotationIgnored: Rule = {
  id: 'canary-annotation-ignored',
  subject: 'routing',
  level: 'warning',
  reason:
    'A canary has rewrites, protocols and limits from its main Ingress; ingress-nginx ignores its own, so what they say does not hold.',
  remedy: 'Take them out of the canary; write them into the main Ingress where they are to hold',
  bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web-canary
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
    nginx.ingress.kubernetes.io/canary-by-header: canary
    nginx.ingress.kubernetes.io/rewrite-target: /$3
spec:
  ingressClassName: nginx
  rules:
    - http:
        paths:
          - path: /web(/|$)(.*)
            pathType: ImplementationSpecific
            backend: {service: {name: web-canary, port: {number: 80}}}
`,
  good: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web-canary
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
    nginx.ingress.kubernetes.io/canary-by-header: canary
spec:
  ingressClassName: nginx
  rules:
    - http:
        paths:
          - path: /web(/|$)(.*)
            pathType: ImplementationSpecific
            backend: {service: {name: web-canary, port: {number: 80}}}
`,
  *check(set) {
    const { mains, canaries } = nginxIngressesOf(set);
    const byPath = new Map(nginxPathsOf(mains).map(({ pathKey, ingress }) => [pathKey, ingress]));
    for (const canary of canaries) {
      const main = nginxPathsOf([canary]).flatMap(({ pathKey }) => byPath.get(pathKey) ?? [])[0];
      const [first, ...related] = ignored(canary).filter((field) => !isSame(field, main));
      if (first === undefined) continue;
      const names = [first, ...related].map(nameOf).join(', ');
      yield { at: first, message: `Canary '${canary.name}' has ${names}, which ingress-nginx ignores there`, related };
    }
    for (const canary of canaries) {
      const [value, pattern] = ['value', 'pattern'].map((end) => nginxAnnotation(canary, `canary-by-header-${end}`));
      if (value?.exists && pattern?.exists)
        yield {
          at: pattern,
          message: `Canary '${canary.name}' has a value and a pattern for its header; the pattern is ignored`,
          fix: 'Leave one of the two',
          related: [value],
        };
    }
  },
};

// What belongs to the Service of the canary, and not to the route.
const KEPT = /^(canary|load-balance$|upstream-hash-by|affinity|session-cookie-|service-upstream$|stream-snippet$)/;

function ignored(canary: KubernetesObject): Field[] {
  return canary
    .field('metadata', 'annotations')
    .entries()
    .filter(([key]) => key.startsWith(NGINX) && !KEPT.test(key.slice(NGINX.length)))
    .map(([, field]) => field);
}

// A copy of what the main one says anyway misleads nobody.
function isSame(field: Field, main: KubernetesObject | undefined): boolean {
  return main !== undefined && nginxAnnotation(main, nameOf(field)).value === field.value;
}

function nameOf({ path }: Field): string {
  return String(path.at(-1)).slice(NGINX.length);
}
