import type { KubernetesObject } from '../../model/kubernetes-object';
import type { Rule } from '../../rule';
import { classOf } from '../../views/ingress-paths';
import { nginxIngressesOf, serviceBehind } from '../../views/nginx-ingresses';

/** Several Ingresses that want everything no other one takes. */
export const defaultBackendRepeats: Rule = {
  id: 'default-backend-repeats',
  subject: 'routing',
  level: 'warning',
  reason:
    'A controller has one default backend; of several Ingresses without rules the oldest has it, which changes with the order of applying.',
  remedy: 'Leave one Ingress with a default backend, and give the others rules',
  bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: nginx
  defaultBackend: {service: {name: web, port: {number: 80}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  ingressClassName: nginx
  defaultBackend: {service: {name: shop, port: {number: 80}}}
`,
  good: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: nginx
  defaultBackend: {service: {name: web, port: {number: 80}}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  ingressClassName: nginx
  rules:
    - host: shop.localhost
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: {service: {name: shop, port: {number: 80}}}
`,
  *check(set) {
    const first = new Map<string, KubernetesObject>();
    for (const ingress of nginxIngressesOf(set).mains) {
      const backend = backendOf(ingress);
      // Beside rules it is the default of their hosts alone.
      if (backend === undefined || ingress.field('spec', 'rules').items().length > 0) continue;
      const key = classOf(ingress)?.text ?? 'nginx';
      const before = first.get(key);
      if (before === undefined) first.set(key, ingress);
      else if (target(before) !== target(ingress))
        yield {
          at: backend,
          message: `${ingress} has a default backend, and ${before} has another one`,
          related: [backendOf(before) ?? before.field('spec')],
        };
    }
  },
};

function backendOf(ingress: KubernetesObject) {
  return ['defaultBackend', 'backend'].map((name) => ingress.field('spec', name)).find(({ exists }) => exists);
}

function target(ingress: KubernetesObject): string {
  const backend = backendOf(ingress);
  const behind = backend && serviceBehind(backend);
  return `${ingress.namespace}\n${behind?.name}\n${behind?.port}`;
}
