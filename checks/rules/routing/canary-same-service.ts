import type { KubernetesObject } from '../../model/kubernetes-object';
import type { ObjectSet } from '../../model/object-set';
import type { Rule } from '../../rule';
import { type NginxPath, nginxIngressesOf, nginxPathsOf, serviceBehind } from '../../views/nginx-ingresses';
import { portNamed, portsOf } from '../../views/service-ports';

/** A canary that leads to the Service of the main Ingress. */
export const canarySameService: Rule = {
  id: 'canary-same-service',
  subject: 'routing',
  level: 'error',
  reason: 'A canary with the Service and port of the main Ingress is no other version; ingress-nginx drops it.',
  remedy: 'Write the Service of the new version into the canary',
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
spec:
  ingressClassName: nginx
  rules:
    - http:
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
    - http:
        paths:
          - path: /web
            pathType: Prefix
            backend: {service: {name: web-canary, port: {number: 80}}}
`,
  *check(set) {
    const { mains, canaries } = nginxIngressesOf(set);
    const byPath = new Map(nginxPathsOf(mains).map((path) => [path.pathKey, path]));
    for (const path of nginxPathsOf(canaries)) {
      const main = byPath.get(path.pathKey);
      if (main === undefined || upstream(main, set) === undefined || upstream(main, set) !== upstream(path, set))
        continue;
      yield {
        at: nameOf(path),
        message: `Canary '${path.ingress.name}' leads to Service '${serviceBehind(path.backend)?.name}', where ${main.ingress} leads as well`,
        related: [nameOf(main)],
      };
    }
  },
};

// Backends of two Namespaces are never the same, a name and a number of one port are.
function upstream({ backend, ingress }: NginxPath, set: ObjectSet): string | undefined {
  const behind = serviceBehind(backend);
  if (behind === undefined) return undefined;
  const { namespace } = ingress;
  const { name, port } = behind;
  return `${namespace}\n${name}\n${numberOf(set.find({ group: '', kind: 'Service', namespace, name }), port)}`;
}

function numberOf(
  service: KubernetesObject | undefined,
  port: number | string | undefined,
): number | string | undefined {
  if (service === undefined || port === undefined) return port;
  return portNamed(portsOf(service), port)?.port ?? port;
}

function nameOf({ backend }: NginxPath) {
  return backend.get('service').exists ? backend.get('service', 'name') : backend.get('serviceName');
}
