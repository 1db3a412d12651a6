import { levelTogether, orAlternatives } from '../../model/together';
import type { Rule } from '../../rule';
import { hostInWords, type NginxPath, nginxIngressesOf, nginxPathsOf } from '../../views/nginx-ingresses';

/** Several canaries of one path. */
export const canaryRepeats: Rule = {
  id: 'canary-repeats',
  subject: 'routing',
  level: 'error',
  reason: 'ingress-nginx looks at one canary of a path, and never at the others.',
  remedy: 'Leave one canary for this path',
  bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: canary-by-header
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
    nginx.ingress.kubernetes.io/canary-by-header: canary
spec:
  ingressClassName: nginx
  rules:
    - http:
        paths:
          - path: /web
            pathType: Prefix
            backend: {service: {name: web-canary, port: {number: 80}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: canary-by-weight
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
            backend: {service: {name: web-next, port: {number: 80}}}
`,
  good: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web-canary
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
    nginx.ingress.kubernetes.io/canary-by-header: canary
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
    const first = new Map<string, NginxPath>();
    const told = new Set<string>();
    for (const path of nginxPathsOf(nginxIngressesOf(set).canaries)) {
      const before = first.get(path.pathKey);
      if (before === undefined) {
        first.set(path.pathKey, path);
        continue;
      }
      // Two canaries with many paths in common are one mistake.
      const pair = [before.ingress, path.ingress].map(({ namespace, name }) => `${namespace}/${name}`).join('\n');
      if (before.ingress === path.ingress || told.has(pair)) continue;
      told.add(pair);
      const level = levelTogether(before.ingress, path.ingress, set);
      yield {
        at: path.field.get('path').exists ? path.field.get('path') : path.field,
        level,
        message: `Canaries '${before.ingress.name}' and '${path.ingress.name}' are both for path '${path.path}' of ${hostInWords(path.host)}; one of them counts${orAlternatives(level)}`,
        related: [before.field.get('path')],
      };
    }
  },
};
