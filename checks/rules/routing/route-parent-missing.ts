import type { Field } from '../../model/field';
import type { KubernetesObject } from '../../model/kubernetes-object';
import { didYouMean, nearest } from '../../model/nearest';
import type { ObjectSet } from '../../model/object-set';
import { missing } from '../../model/reference';
import type { Problem, Rule } from '../../rule';
import { GATEWAY, parentsOf, type RouteReference, routesOf } from '../../views/gateway-routes';

/** A route whose Gateway or listener is not there, or does not let it in. */
export const routeParentMissing: Rule = {
  id: 'route-parent-missing',
  subject: 'routing',
  level: 'error',
  reason: 'A route has traffic from the listeners of its parents that let it in; without one it is accepted by nobody.',
  remedy: 'Name a Gateway and a listener that are there, or let the Gateway take routes of this Namespace',
  bad: `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: kind
spec:
  gatewayClassName: eg
  listeners: [{name: http, port: 80, protocol: HTTP}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: web
spec:
  parentRefs: [{name: kind, sectionName: web}]
`,
  good: `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: kind
spec:
  gatewayClassName: eg
  listeners: [{name: http, port: 80, protocol: HTTP}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: web
spec:
  parentRefs: [{name: kind, sectionName: http}]
`,
  *check(set) {
    for (const route of routesOf(set))
      for (const parent of parentsOf(route)) {
        const problem = problemOf(route, parent, set);
        if (problem !== undefined) yield problem;
      }
  },
};

function problemOf(route: KubernetesObject, parent: RouteReference, set: ObjectSet): Problem | undefined {
  const { group, kind, name } = parent;
  // Of other parents, such as sets of listeners, one knows too little.
  if (name === '' || !['Gateway', 'Service'].includes(kind) || group !== (kind === 'Gateway' ? GATEWAY : ''))
    return undefined;
  const gateway = set.find(parent);
  if (gateway === undefined) return missing(parent, String(route), set);
  return kind === 'Gateway' ? ofListeners(route, parent, gateway) : undefined;
}

function ofListeners(
  route: KubernetesObject,
  { field }: RouteReference,
  gateway: KubernetesObject,
): Problem | undefined {
  const listeners = gateway.field('spec', 'listeners').items();
  const section = field.get('sectionName');
  const port = field.get('port');
  const named = listeners.filter((one) => section.text === undefined || one.get('name').text === section.text);
  if (named.length === 0) {
    const names = listeners.flatMap((one) => one.get('name').text ?? []);
    const meant = nearest(section.text ?? '', names);
    return {
      at: section.exists ? section : field.get('name'),
      message: section.exists
        ? `${route} names listener '${section.text}' of ${gateway}, which has ${inWords(names)}${didYouMean(section.text ?? '', names)}`
        : `${route} names ${gateway}, which has no listener`,
      ...(meant !== undefined && { fix: `Write sectionName: ${meant}` }),
      related: [gateway.field('spec', 'listeners')],
    };
  }
  const open = named.filter((one) => port.number === undefined || one.get('port').number === port.number);
  if (open.length === 0)
    return {
      at: port,
      message: `${route} names port ${port.number} of ${gateway}, whose listeners have ${named.map((one) => one.get('port').value).join(', ')}`,
      related: [gateway.field('spec', 'listeners')],
    };
  return open.some((listener) => letsIn(listener, route)) ? undefined : shutOut(route, field, gateway, open[0]);
}

// By labels of a Namespace one cannot say here.
function letsIn(listener: Field, route: KubernetesObject): boolean {
  const from = listener.get('allowedRoutes', 'namespaces', 'from').text ?? 'Same';
  return from !== 'Same' || route.namespace === listener.object.namespace;
}

function shutOut(route: KubernetesObject, at: Field, gateway: KubernetesObject, listener: Field | undefined): Problem {
  return {
    at: at.get('name'),
    // With -n both may be of one Namespace.
    level: route.saysNamespace && gateway.saysNamespace ? 'error' : 'warning',
    message: `${route} is in namespace '${route.namespace}', and ${gateway} takes routes of '${gateway.namespace}' only`,
    fix: 'Write allowedRoutes.namespaces.from: All into the listener, or a Selector that means this Namespace',
    ...(listener && { related: [listener] }),
  };
}

function inWords(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.map((name) => `'${name}'`).join(', ');
}
