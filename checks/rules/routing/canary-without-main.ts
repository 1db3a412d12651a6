import type { Field } from '../../model/field';
import { didYouMean } from '../../model/nearest';
import type { Problem, Rule } from '../../rule';
import { hostInWords, type NginxPath, nginxIngressesOf, nginxPathsOf, ruleOf } from '../../views/nginx-ingresses';

/** A canary whose path no main Ingress has. */
export const canaryWithoutMain: Rule = {
  id: 'canary-without-main',
  subject: 'routing',
  level: 'error',
  reason:
    'A canary takes a part of the traffic of a main Ingress with the same host, path and path type; without one, ingress-nginx drops it.',
  remedy: 'Write the host, path and pathType of the main Ingress into the canary',
  bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: nginx
  rules:
    - host: web.localhost
      http:
        paths:
          - path: /web
            pathType: Prefix
            backend: {service: {name: web, port: {number: 80}}}
---
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
    - host: web.localhost
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: {service: {name: web-canary, port: {number: 80}}}
`,
  good: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: nginx
  rules:
    - host: web.localhost
      http:
        paths:
          - path: /web
            pathType: Prefix
            backend: {service: {name: web, port: {number: 80}}}
---
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
    - host: web.localhost
      http:
        paths:
          - path: /web
            pathType: Prefix
            backend: {service: {name: web-canary, port: {number: 80}}}
`,
  *check(set) {
    const { mains, canaries } = nginxIngressesOf(set);
    const servers = new Map<string, Map<string, NginxPath>>();
    for (const path of nginxPathsOf(mains)) {
      const server = servers.get(path.hostKey) ?? new Map<string, NginxPath>();
      servers.set(path.hostKey, server.set(path.pathKey, path));
    }
    const hosts = new Set(
      [...servers.values()].flatMap((server) => [...server.values()].map(({ host }) => host ?? '')),
    );
    // Of a rule whose host is nowhere, its paths say nothing more.
    const rules = new Set<string>();
    for (const path of nginxPathsOf(canaries)) {
      const server = servers.get(path.hostKey);
      const rule = ruleOf(path);
      const key = `${path.ingress.namespace}\n${path.ingress.name}\n${rule}`;
      if (server?.has(path.pathKey) || rules.has(key)) continue;
      if (server === undefined) rules.add(key);
      yield server === undefined ? withoutHost(path, rule, hosts) : withoutPath(path, [...server.values()]);
    }
  },
};

function withoutHost(path: NginxPath, rule: Field, hosts: ReadonlySet<string>): Problem {
  return {
    at: path.host === undefined ? path.field.get('path') : rule.get('host'),
    message: `Canary '${path.ingress.name}' is for ${hostInWords(path.host)}, which no main Ingress of its class has${didYouMean(path.host ?? '', hosts)}`,
    unlessElsewhere: `the main Ingress of ${hostInWords(path.host)}`,
  };
}

function withoutPath({ ingress, path, pathType, host, field }: NginxPath, there: readonly NginxPath[]): Problem {
  const same = there.find((main) => main.path === path);
  const canary = `Canary '${ingress.name}' is for path '${path}' of ${hostInWords(host)}`;
  if (same !== undefined)
    return {
      at: field.get('pathType'),
      message: `${canary} as ${pathType}; ${same.ingress} has it as ${same.pathType}`,
      fix: `Write pathType: ${same.pathType}, as ${same.ingress} has it`,
      related: [same.field.get('pathType')],
    };
  const paths = there.map((main) => `'${main.path}'`).slice(0, 5);
  return {
    at: field.get('path'),
    message: `${canary}, which no main Ingress has; there is ${paths.join(', ')}`,
    related: there.slice(0, 1).map((main) => main.field.get('path')),
    unlessElsewhere: `the main Ingress of '${path}'`,
  };
}
