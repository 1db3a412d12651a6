import type { KubernetesObject } from '../../model/kubernetes-object';
import { nearest } from '../../model/nearest';
import type { Problem, Rule } from '../../rule';
import { groupBackends, type IngressBackend, ingressBackends } from '../../views/ingress-backends';
import { portNamed, portsInWords, portsOf, type ServicePort } from '../../views/service-ports';

const example = (port: string) => `
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
            backend:
              service:
                name: web
                port:
                  number: ${port}
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
      targetPort: 8000
`;

/** An Ingress that leads to a port that its Service does not expose. */
export const ingressBackendPortMissing: Rule = {
  id: 'ingress-backend-port-missing',
  subject: 'ports',
  level: 'error',
  reason:
    'An Ingress names a port of the Service, by its number or name; where the Service has no such port, it answers 503.',
  remedy: 'Write a port of the Service',
  bad: example('8080'),
  good: example('80'),
  *check(set) {
    const groups = groupBackends(ingressBackends(set), ({ name, wanted }) => `${name}\n${wanted}`);
    for (const [first, ...others] of groups) {
      if (first?.wanted === undefined) continue;
      const { ingress, name, wanted } = first;
      const services = set.all({ group: '', kind: 'Service', namespace: ingress.namespace, name }).filter(hasPorts);
      const [service] = services;
      if (service === undefined || services.some((one) => isExposed(wanted, one))) continue;
      yield problemOf(first, others, service, wanted);
    }
  },
};

// Of another domain, every port can be asked for.
function hasPorts(service: KubernetesObject): boolean {
  return service.field('spec', 'type').text !== 'ExternalName' && portsOf(service).length > 0;
}

// A number in quotes is a number to older versions of the API.
function isExposed(wanted: number | string, service: KubernetesObject): boolean {
  const number = Number(wanted);
  return portNamed(portsOf(service), Number.isNaN(number) ? wanted : number) !== undefined;
}

function problemOf(
  { ingress, port: at }: IngressBackend,
  others: readonly IngressBackend[],
  service: KubernetesObject,
  wanted: number | string,
): Problem {
  const ports = portsOf(service);
  const behind = ports.find(({ target }) => target === wanted);
  const meant = behind ?? likely(ports, wanted);
  const found = `${ingress} leads to port '${wanted}' of ${service}`;
  return {
    at,
    // ingress-nginx takes it for the port; other controllers and the definition of an Ingress do not.
    ...(behind !== undefined && { level: 'warning' }),
    message:
      behind === undefined
        ? `${found}, which exposes ${portsInWords(ports)}`
        : `${found}, which is a target port; the Service exposes ${portsInWords(ports)}`,
    ...(meant?.port !== undefined && { fix: `Write ${inWords(meant, wanted)}` }),
    related: [service.field('spec', 'ports'), ...others.map(({ port }) => port)],
  };
}

function likely(ports: readonly ServicePort[], wanted: number | string): ServicePort | undefined {
  if (ports.length === 1) return ports[0];
  const meant = nearest(
    String(wanted),
    ports.flatMap(({ name }) => name ?? []),
  );
  return meant === undefined ? undefined : portNamed(ports, meant);
}

function inWords({ name, port }: ServicePort, wanted: number | string): string {
  return typeof wanted === 'string' && name !== undefined ? `name: ${name}` : `number: ${port}`;
}
