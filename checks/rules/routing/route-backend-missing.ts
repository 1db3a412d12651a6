import { grouped } from '../../model/grouped';
import type { KubernetesObject } from '../../model/kubernetes-object';
import type { ObjectSet } from '../../model/object-set';
import { isThere, missing } from '../../model/reference';
import { RunTimeMakers } from '../../model/run-time-makers';
import type { Problem, Rule } from '../../rule';
import { backendsOf, GATEWAY, type RouteReference, routesOf } from '../../views/gateway-routes';
import { portNamed, portsInWords, portsOf } from '../../views/service-ports';

/** A route to a Service or a port that is not there, or that another Namespace does not grant. */
export const routeBackendMissing: Rule = {
  id: 'route-backend-missing',
  subject: 'routing',
  level: 'error',
  reason: 'A route that leads to nothing answers every request with status 500.',
  remedy: 'Name a Service and a port of it that are there',
  bad: `
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: {app: web}
  ports: [{port: 80, targetPort: 8000}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: web
spec:
  rules:
    - backendRefs: [{name: web, port: 8000}]
`,
  good: `
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: {app: web}
  ports: [{port: 80, targetPort: 8000}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: web
spec:
  rules:
    - backendRefs: [{name: web, port: 80}]
`,
  *check(set) {
    const makers = new RunTimeMakers(set);
    const grants = grantsOf(set);
    for (const route of routesOf(set))
      for (const backend of backendsOf(route)) {
        if (backend.kind !== 'Service' || backend.group !== '' || backend.name === '') continue;
        const problem = isThere(backend, set)
          ? (ofPort(route, backend, set) ?? ofGrant(route, backend, grants))
          : ofService(route, backend, makers, set);
        if (problem !== undefined) yield problem;
      }
  },
};

function ofService(
  route: KubernetesObject,
  backend: RouteReference,
  makers: RunTimeMakers,
  set: ObjectSet,
): Problem | undefined {
  return makers.mayMake('services', backend.namespace) ? undefined : missing(backend, String(route), set);
}

function ofPort(
  route: KubernetesObject,
  { field, name, ...identity }: RouteReference,
  set: ObjectSet,
): Problem | undefined {
  const service = set.find({ ...identity, name });
  const port = field.get('port');
  if (service === undefined || service.field('spec', 'type').text === 'ExternalName') return undefined;
  if (!port.exists)
    return {
      at: field.get('name'),
      message: `${route} leads to Service '${name}' and says no port`,
      fix: 'Add the port',
    };
  if (port.number === undefined) return undefined;
  const ports = portsOf(service);
  if (portNamed(ports, port.number) !== undefined) return undefined;
  const behind = ports.find(({ target }) => target === port.number);
  return {
    at: port,
    message: `${route} leads to port ${port.number} of Service '${name}', which exposes ${portsInWords(ports)}`,
    ...(behind?.port !== undefined && {
      fix: `Write port: ${behind.port}, which leads to port ${port.number} of the pods`,
    }),
    related: [service.field('spec', 'ports')],
  };
}

type Grants = ReadonlyMap<string, readonly KubernetesObject[]>;

function grantsOf(set: ObjectSet): Grants {
  return grouped(set.of('ReferenceGrant', GATEWAY), ({ namespace = '' }) => namespace);
}

function ofGrant(route: KubernetesObject, backend: RouteReference, grants: Grants): Problem | undefined {
  const { namespace, name, field } = backend;
  if (namespace === route.namespace || (grants.get(namespace ?? '') ?? []).some((grant) => allows(grant, route, name)))
    return undefined;
  return {
    at: field.get('namespace'),
    // With -n the route may go into that Namespace.
    ...(!route.saysNamespace && { level: 'warning' }),
    message: `${route} of namespace '${route.namespace}' leads to Service '${name}' of '${namespace}', where no ReferenceGrant lets it`,
    fix: `Add a ReferenceGrant in '${namespace}' from ${route.kind} of '${route.namespace}' to Service`,
    unlessElsewhere: `a ReferenceGrant in '${namespace}'`,
  };
}

function allows(grant: KubernetesObject, { kind, namespace }: KubernetesObject, name: string): boolean {
  const from = grant.field('spec', 'from').items();
  const to = grant.field('spec', 'to').items();
  return (
    from.some((one) => one.get('kind').text === kind && one.get('namespace').text === namespace) &&
    to.some((one) => one.get('kind').text === 'Service' && (one.get('name').text ?? name) === name)
  );
}
