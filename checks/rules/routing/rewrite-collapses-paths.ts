import type { Problem, Rule } from '../../rule';
import { nginxAnnotation } from '../../views/ingress-paths';
import { type NginxPath, nginxIngressesOf, nginxPathsOf } from '../../views/nginx-ingresses';
import { isRegex } from '../../views/nginx-regex';

/** A rewrite of everything below a path to one address. */
export const rewriteCollapsesPaths: Rule = {
  id: 'rewrite-collapses-paths',
  subject: 'routing',
  level: 'warning',
  reason:
    'A rewrite-target without a group leads every address below the path to that one: pages below it, scripts and pictures are never found.',
  remedy: 'Keep what follows the path in a group, and write the group into rewrite-target',
  bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    nginx.ingress.kubernetes.io/rewrite-target: /
spec:
  ingressClassName: nginx
  rules:
    - http:
        paths:
          - path: /web
            pathType: Prefix
            backend: {service: {name: web, port: {number: 80}}}
`,
  good: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    nginx.ingress.kubernetes.io/rewrite-target: /$2
spec:
  ingressClassName: nginx
  rules:
    - http:
        paths:
          - path: /web(/|$)(.*)
            pathType: ImplementationSpecific
            backend: {service: {name: web, port: {number: 80}}}
`,
  *check(set) {
    for (const ingress of nginxIngressesOf(set).mains) {
      const target = nginxAnnotation(ingress, 'rewrite-target');
      if (target.text === undefined || /\$|^https?:/.test(target.text) || isRedirect(ingress)) continue;
      const [first, ...others] = nginxPathsOf([ingress]).filter(
        ({ path, pathType }) => pathType !== 'Exact' && path !== target.text && hasPathsBelow(path),
      );
      if (first === undefined) continue;
      yield {
        at: target,
        message: `${ingress} rewrites everything below '${first.path}' to '${target.text}'`,
        ...fixOf(first, target.text, others.length),
        related: [first, ...others].map(({ field }) => field.get('path')),
      };
    }
  },
};

// The end of an expression, or a single file.
function hasPathsBelow(path: string): boolean {
  return !/\$$|\/[\w-]+\.\w+$/.test(path);
}

function isRedirect(ingress: NginxPath['ingress']): boolean {
  return ['permanent-redirect', 'temporal-redirect'].some((name) => nginxAnnotation(ingress, name).exists);
}

function fixOf({ path }: NginxPath, target: string, others: number): Pick<Problem, 'fix'> {
  if (others > 0 || isRegex(path) || path === '/') return {};
  const base = path.replace(/\/$/, '');
  return {
    fix: `Write path: ${base}(/|$)(.*) with pathType: ImplementationSpecific, and rewrite-target: ${target.replace(/\/$/, '')}/$2`,
  };
}
