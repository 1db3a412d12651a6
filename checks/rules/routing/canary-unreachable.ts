import type { Rule } from '../../rule';
import { nginxAnnotation } from '../../views/ingress-paths';
import { nginxIngressesOf } from '../../views/nginx-ingresses';

/** A canary that no request goes to. */
export const canaryUnreachable: Rule = {
  id: 'canary-unreachable',
  subject: 'routing',
  level: 'error',
  reason:
    'Requests go to a canary by a header, a cookie or a weight; without any of them every request goes to the main one.',
  remedy: 'Add canary-by-header, canary-by-cookie or canary-weight',
  bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web-canary
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
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
    nginx.ingress.kubernetes.io/canary-by-header: canary
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
    for (const ingress of nginxIngressesOf(set).canaries) {
      const has = (...names: string[]) => names.some((name) => nginxAnnotation(ingress, name).exists);
      // Of a value without its header canary-marker-missing speaks.
      if (has('canary-by-header', 'canary-by-cookie', 'canary-by-header-value', 'canary-by-header-pattern')) continue;
      const weight = nginxAnnotation(ingress, 'canary-weight');
      if (!weight.exists)
        yield {
          at: nginxAnnotation(ingress, 'canary'),
          message: `Canary '${ingress.name}' has no header, cookie or weight, so no request goes to it`,
        };
      else if (/^0+$/.test(weight.text ?? ''))
        // Perhaps switched off for now.
        yield {
          at: weight,
          level: 'warning',
          message: `Canary '${ingress.name}' has weight 0 and no header or cookie, so no request goes to it`,
          fix: 'Raise the weight when the new version may have traffic',
        };
    }
  },
};
