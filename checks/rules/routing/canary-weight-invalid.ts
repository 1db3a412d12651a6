import type { Field } from '../../model/field';
import type { Problem, Rule } from '../../rule';
import { NGINX, nginxAnnotation } from '../../views/ingress-paths';
import { nginxIngressesOf } from '../../views/nginx-ingresses';

/** A weight that is no number between none and all. */
export const canaryWeightInvalid: Rule = {
  id: 'canary-weight-invalid',
  subject: 'routing',
  level: 'error',
  reason:
    'A weight is a whole number from 0 to the weight-total, which is 100 unless it is written; ingress-nginx ignores any other text, and a larger number takes everything.',
  remedy: 'Write a whole number from 0 to 100, or raise canary-weight-total',
  bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web-canary
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
    nginx.ingress.kubernetes.io/canary-weight: "10%"
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
    for (const ingress of nginxIngressesOf(set).canaries) {
      const weight = nginxAnnotation(ingress, 'canary-weight');
      const total = nginxAnnotation(ingress, 'canary-weight-total');
      const problem =
        total.text !== undefined && !isCount(total.text) ? notANumber(total, 1) : problemOf(weight, total);
      if (problem !== undefined) yield problem;
    }
  },
};

function problemOf(weight: Field, total: Field): Problem | undefined {
  const { text } = weight;
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) return notANumber(weight);
  const most = Number(total.text ?? 100);
  if (Number(text) <= most) return undefined;
  return {
    at: weight,
    message: `Canary '${weight.object.name}' has weight ${text} of ${most}, so it takes everything`,
    ...(total.exists && { related: [total] }),
  };
}

function notANumber(field: Field, least = 0): Problem {
  const { text = '' } = field;
  const [, number] = /^(\d+)\s*%$/.exec(text) ?? [];
  return {
    at: field,
    message: `Canary '${field.object.name}' has '${text}' as ${String(field.path.at(-1)).slice(NGINX.length)}, which is no whole number of at least ${least}`,
    ...(number !== undefined && { fix: `Write "${number}"` }),
  };
}

function isCount(text: string): boolean {
  return /^\d+$/.test(text) && Number(text) > 0;
}
