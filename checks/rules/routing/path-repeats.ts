import type { ObjectSet } from '../../model/object-set';
import { levelTogether, orAlternatives } from '../../model/together';
import type { Problem, Rule } from '../../rule';
import { hostInWords, type NginxPath, nginxIngressesOf, nginxPathsOf } from '../../views/nginx-ingresses';

/** The same path of the same host twice. */
export const pathRepeats: Rule = {
  id: 'path-repeats',
  subject: 'routing',
  level: 'error',
  reason:
    'One host can have a path once: ingress-nginx refuses a second Ingress with it, and ignores a second backend.',
  remedy: 'Leave the path in one place, or give one of them another path or host',
  bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: nginx
  rules:
    - http:
        paths:
          - path: /
            pathType: Prefix
            backend: {service: {name: web, port: {number: 80}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  ingressClassName: nginx
  rules:
    - http:
        paths:
          - path: /
            pathType: Prefix
            backend: {service: {name: shop, port: {number: 80}}}
`,
  good: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: nginx
  rules:
    - http:
        paths:
          - path: /
            pathType: Prefix
            backend: {service: {name: web, port: {number: 80}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  ingressClassName: nginx
  rules:
    - http:
        paths:
          - path: /shop
            pathType: Prefix
            backend: {service: {name: shop, port: {number: 80}}}
`,
  *check(set) {
    const first = new Map<string, NginxPath>();
    const told = new Set<string>();
    for (const path of nginxPathsOf(nginxIngressesOf(set).mains)) {
      const before = first.get(path.pathKey);
      if (before === undefined) {
        first.set(path.pathKey, path);
        continue;
      }
      // Two Ingresses with many paths in common are one mistake.
      const pair = [before.ingress, path.ingress].map(({ namespace, name }) => `${namespace}/${name}`).join('\n');
      if (before.ingress !== path.ingress && told.has(pair)) continue;
      told.add(pair);
      yield problemOf(before, path, set);
    }
  },
};

function problemOf(before: NginxPath, again: NginxPath, set: ObjectSet): Problem {
  const level = levelTogether(before.ingress, again.ingress, set);
  const path = `path '${again.path}' of ${hostInWords(again.host)}`;
  return {
    at: again.field.get('path').exists ? again.field.get('path') : again.field,
    level,
    message:
      before.ingress === again.ingress
        ? `${again.ingress} has ${path} twice; the first one counts`
        : `${again.ingress} has ${path}, which ${before.ingress} has as well${orAlternatives(level)}`,
    related: [before.field.get('path')],
  };
}
