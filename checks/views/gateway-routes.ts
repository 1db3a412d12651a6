import type { Field } from '../model/field';
import type { KubernetesObject } from '../model/kubernetes-object';
import type { ObjectSet } from '../model/object-set';

/** Group of the Gateway API. */
export const GATEWAY = 'gateway.networking.k8s.io';

const KINDS = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'];

/** All routes of the Gateway API. */
export function routesOf(set: ObjectSet): KubernetesObject[] {
  return KINDS.flatMap((kind) => set.of(kind, GATEWAY));
}

/** Gateways and Services that a route wants to be attached to. */
export function parentsOf(route: KubernetesObject): RouteReference[] {
  return route
    .field('spec', 'parentRefs')
    .items()
    .map((field) => referenceOf(field, route, GATEWAY, 'Gateway'));
}

/** What a route leads to, copies of requests among them. */
export function backendsOf(route: KubernetesObject): RouteReference[] {
  return route
    .field('spec', 'rules')
    .items()
    .flatMap((rule) => {
      const backends = rule.get('backendRefs').items();
      const mirrors = [rule, ...backends]
        .flatMap((one) => one.get('filters').items())
        .map((filter) => filter.get('requestMirror', 'backendRef'))
        .filter(({ exists }) => exists);
      return [...backends, ...mirrors];
    })
    .map((field) => referenceOf(field, route, '', 'Service'));
}

/** A reference of a route, with what holds where nothing is written. */
export interface RouteReference {
  readonly field: Field;
  readonly at: Field;
  readonly group: string;
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
}

function referenceOf(field: Field, route: KubernetesObject, group: string, kind: string): RouteReference {
  return {
    field,
    at: field.get('name'),
    group: field.get('group').text ?? group,
    kind: field.get('kind').text ?? kind,
    namespace: field.get('namespace').text ?? route.namespace,
    name: field.get('name').text ?? '',
  };
}
