import type { Rule } from '../../rule';
import { nginxAnnotation } from '../../views/ingress-paths';
import { nginxIngressesOf, nginxPathsOf } from '../../views/nginx-ingresses';
import { groupsIn } from '../../views/nginx-regex';

/** A rewrite with a group that its paths do not have. */
export const rewriteGroupMissing: Rule = {
  id: 'rewrite-group-missing',
  subject: 'routing',
  level: 'error',
  reason:
    'A group that the path does not have is empty, so that every request of the path is rewritten to the same address.',
  remedy: 'Write a group that the path has, or put the part to keep in parentheses',
  bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    nginx.ingress.kubernetes.io/rewrite-target: /$3
spec:
  ingressClassName: nginx
  rules:
    - http:
        paths:
          - path: /web(/|$)(.*)
            pathType: ImplementationSpecific
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
      const highest = Math.max(0, ...[...(target.text ?? '').matchAll(/\$(\d)/g)].map(([, digit]) => Number(digit)));
      // An exact path has nothing to keep.
      const paths = nginxPathsOf([ingress]).filter(({ pathType }) => pathType !== 'Exact');
      const short = paths.filter(({ path }) => groupsIn(path) < highest);
      const [first] = short;
      if (first === undefined) continue;
      const groups = groupsIn(first.path);
      const related = short.map(({ field }) => field.get('path'));
      const message = `${ingress} rewrites to '${target.text}'; path '${first.path}' has ${groups === 0 ? 'no group' : `${groups} group${groups === 1 ? '' : 's'}`}`;
      if (
        groups > 0 &&
        short.length === paths.length &&
        highest === groups + 1 &&
        !/\$\d.*\$\d/.test(target.text ?? '')
      )
        yield { at: target, message, fix: `Write '${target.text?.replace(`$${highest}`, `$${groups}`)}'`, related };
      else yield { at: target, message, related };
    }
  },
};
