import { ingressNginx } from '../../../platform/add-ons';
import type { Problem, Rule } from '../../rule';
import { nginxAnnotation } from '../../views/ingress-paths';
import { hostInWords, isTrue, type NginxPath, nginxIngressesOf, nginxPathsOf } from '../../views/nginx-ingresses';
import { isRegex } from '../../views/nginx-regex';

/** A regular expression where it is taken for a plain path. */
export const regexPathType: Rule = {
  id: 'regex-path-type',
  subject: 'routing',
  level: 'error',
  reason:
    'ingress-nginx refuses expressions in Prefix and Exact paths, and takes those of ImplementationSpecific for plain text unless use-regex or a rewrite is on for the host.',
  remedy: 'Write pathType: ImplementationSpecific',
  bad: `
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
    const { mains, canaries } = nginxIngressesOf(set);
    const paths = nginxPathsOf(mains);
    const withRegex = new Set(paths.filter(turnsOn).map(({ hostKey }) => hostKey));
    const known = new Set(paths.map(({ hostKey }) => hostKey));
    const told = new Set<NginxPath['ingress']>();
    for (const path of [...paths, ...nginxPathsOf(canaries)]) {
      if (!isRegex(path.path)) continue;
      if (path.pathType !== 'ImplementationSpecific') yield typed(path);
      // A canary goes by its main Ingress, which may be elsewhere.
      else if (known.has(path.hostKey) && !withRegex.has(path.hostKey) && !told.has(path.ingress)) {
        told.add(path.ingress);
        yield plain(path);
      }
    }
  },
};

// One path of a host turns expressions on for all of them.
function turnsOn({ ingress, path }: NginxPath): boolean {
  const target = nginxAnnotation(ingress, 'rewrite-target').text ?? '';
  return isTrue(nginxAnnotation(ingress, 'use-regex')) || (target !== '' && target !== path);
}

function typed({ ingress, path, pathType, field }: NginxPath): Problem {
  return {
    at: field.get('pathType'),
    message: `${ingress} has the expression '${path}' as ${pathType}; ingress-nginx ${ingressNginx.version} refuses it there`,
    related: [field.get('path')],
  };
}

function plain({ ingress, path, field, host }: NginxPath): Problem {
  return {
    at: field.get('path'),
    message: `${ingress} has the expression '${path}', and nothing turns expressions on for ${hostInWords(host)}`,
    fix: 'Add nginx.ingress.kubernetes.io/use-regex: "true"',
    unlessElsewhere: `an Ingress with use-regex for ${hostInWords(host)}`,
  };
}
