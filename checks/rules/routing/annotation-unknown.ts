import { distance } from 'fastest-levenshtein';
import { ingressNginx } from '../../../platform/add-ons';
import { KNOWN_ANNOTATIONS, REMOVED_ANNOTATIONS } from '../../facts/nginx-annotations';
import type { Field } from '../../model/field';
import { didYouMean, nearest } from '../../model/nearest';
import type { Problem, Rule } from '../../rule';
import { NGINX } from '../../views/ingress-paths';
import { allIngresses } from '../../views/nginx-ingresses';

/** An annotation for ingress-nginx that it does not know. */
export const annotationUnknown: Rule = {
  id: 'annotation-unknown',
  subject: 'routing',
  level: 'warning',
  reason: 'ingress-nginx ignores annotations that it does not know, without a word.',
  remedy: 'Write an annotation that ingress-nginx knows, or take this one out',
  bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    nginx.ingress.kubernetes.io/rewrite-traget: /$2
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
    for (const ingress of allIngresses(set))
      for (const [key, field] of ingress.field('metadata', 'annotations').entries()) {
        const problem = key.startsWith(NGINX) ? ofName(key, field) : ofPrefix(key, field);
        if (problem !== undefined) yield problem;
      }
  },
};

function ofName(key: string, at: Field): Problem | undefined {
  const name = key.slice(NGINX.length);
  if (KNOWN_ANNOTATIONS.has(name)) return undefined;
  const instead = REMOVED_ANNOTATIONS.get(name);
  if (instead !== undefined)
    return {
      at,
      message: `${at.object} has ${name}, which ingress-nginx ${ingressNginx.version} no longer knows`,
      fix: instead,
    };
  const meant = nearest(name, KNOWN_ANNOTATIONS);
  return {
    at,
    message: `${at.object} has ${name}, which ingress-nginx ${ingressNginx.version} does not know${didYouMean(name, KNOWN_ANNOTATIONS)}`,
    ...(meant !== undefined && { fix: `Write ${NGINX}${meant}` }),
  };
}

// How far a prefix may be from the right one: less than from that of any other controller.
const FARTHEST = 3;

// A name that ingress-nginx has, behind a prefix that is nearly its own.
function ofPrefix(key: string, at: Field): Problem | undefined {
  const [, prefix = '', name = ''] = /^(.+)[/.]([a-z\d-]+)$/.exec(key) ?? [];
  if (!KNOWN_ANNOTATIONS.has(name) || distance(`${prefix}/`, NGINX) > FARTHEST) return undefined;
  return {
    at,
    message: `${at.object} has ${key}, which nobody reads; annotations of ingress-nginx begin with '${NGINX}'`,
    fix: `Write ${NGINX}${name}`,
  };
}
