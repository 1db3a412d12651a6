import type { Rule } from '../../rule';
import { allIngresses } from '../../views/nginx-ingresses';

/** The class in the annotation of old. */
export const ingressClassAnnotation: Rule = {
  id: 'ingress-class-annotation',
  subject: 'routing',
  level: 'warning',
  reason:
    'The annotation kubernetes.io/ingress.class has been deprecated since Kubernetes 1.18; the field ingressClassName took its place, and newer controllers read that alone.',
  remedy: 'Write spec.ingressClassName instead of the annotation',
  bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    kubernetes.io/ingress.class: nginx
spec:
  rules:
    - http:
        paths:
          - path: /
            pathType: Prefix
            backend: {service: {name: web, port: {number: 80}}}
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
`,
  *check(set) {
    for (const ingress of allIngresses(set)) {
      // Of a version that is no longer served, the schema speaks; GKE has its classes in the annotation only.
      if (ingress.version !== 'v1') continue;
      const annotation = ingress.field('metadata', 'annotations', 'kubernetes.io/ingress.class');
      const { text } = annotation;
      const field = ingress.field('spec', 'ingressClassName');
      if (text === undefined || /^gce/.test(text)) continue;
      if (field.text === undefined)
        yield {
          at: annotation,
          message: `${ingress} has its class '${text}' in the old annotation`,
          fix: `Write spec.ingressClassName: ${text} instead of the annotation`,
        };
      else if (field.text !== text)
        yield {
          at: annotation,
          level: 'error',
          message: `${ingress} has class '${text}' in the old annotation and '${field.text}' in ingressClassName; the API server refuses two that differ`,
          fix: 'Take out the annotation',
          related: [field],
        };
    }
  },
};
