import type { ObjectSet } from '../../model/object-set';
import type { Rule } from '../../rule';
import { nginxAnnotation } from '../../views/ingress-paths';
import { isTrue, type NginxPath, nginxIngressesOf, nginxPathsOf, serviceBehind } from '../../views/nginx-ingresses';
import { portNamed, portsOf } from '../../views/service-ports';

/** A backend that speaks TLS, behind a controller that speaks plain HTTP to it. */
export const backendProtocolMissing: Rule = {
  id: 'backend-protocol-missing',
  subject: 'routing',
  level: 'warning',
  reason:
    'ingress-nginx speaks plain HTTP to every backend unless it is told otherwise; a port for HTTPS answers with an error.',
  remedy: 'Add nginx.ingress.kubernetes.io/backend-protocol: HTTPS, or lead to the port for HTTP',
  bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: dashboard
spec:
  ingressClassName: nginx
  rules:
    - http:
        paths:
          - path: /
            pathType: Prefix
            backend: {service: {name: dashboard, port: {number: 443}}}
`,
  good: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: dashboard
  annotations:
    nginx.ingress.kubernetes.io/backend-protocol: HTTPS
spec:
  ingressClassName: nginx
  rules:
    - http:
        paths:
          - path: /
            pathType: Prefix
            backend: {service: {name: dashboard, port: {number: 443}}}
`,
  *check(set) {
    for (const ingress of nginxIngressesOf(set).mains) {
      if (nginxAnnotation(ingress, 'backend-protocol').exists || isTrue(nginxAnnotation(ingress, 'ssl-passthrough')))
        continue;
      const [first, ...others] = nginxPathsOf([ingress]).filter((path) => speaksTls(path, set));
      if (first === undefined) continue;
      const { name, port } = serviceBehind(first.backend) ?? {};
      yield {
        at: portOf(first),
        message: `${ingress} leads to port ${port} of Service '${name}', which is for HTTPS, and has no backend-protocol`,
        related: others.map(portOf),
      };
    }
  },
};

function speaksTls({ backend, ingress: { namespace } }: NginxPath, set: ObjectSet): boolean {
  const { name, port } = serviceBehind(backend) ?? {};
  if (name === undefined || port === undefined) return false;
  const service = set.find({ group: '', kind: 'Service', namespace, name });
  const exposed = service && portNamed(portsOf(service), port);
  // Port 443 of a Service may lead to a port for plain HTTP.
  if (/^http(?!s)/.test(String(exposed?.target)) || exposed?.target === 80 || exposed?.target === 8080) return false;
  return [port, exposed?.port, exposed?.name].some((one) => one === 443 || /^https(-|$)/.test(String(one)));
}

function portOf({ backend }: NginxPath) {
  return backend.get('service').exists ? backend.get('service', 'port') : backend.get('servicePort');
}
