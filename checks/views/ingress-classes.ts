import { ingressNginx } from '../../platform/add-ons';
import type { ObjectSet } from '../model/object-set';

// Add-ons of the platform, and the class that each of them brings.
const BROUGHT = new Map([['nginx', ingressNginx]]);

/** Names of the classes that are there: of the set and of the add-ons. */
export function classNames(set: ObjectSet): string[] {
  return [...new Set([...BROUGHT.keys(), ...set.of('IngressClass', 'networking.k8s.io').map(({ name }) => name)])];
}

/** Whether somebody brings a class. */
export function isClassThere(name: string, set: ObjectSet): boolean {
  const identity = { group: 'networking.k8s.io', kind: 'IngressClass', namespace: undefined, name };
  return BROUGHT.has(name) || set.find(identity) !== undefined || set.surroundings.provides(identity);
}

/** Whether the set brings a class for Ingresses that name none. */
export function hasDefaultClass(set: ObjectSet): boolean {
  return set
    .of('IngressClass', 'networking.k8s.io')
    .some((one) => one.field('metadata', 'annotations', 'ingressclass.kubernetes.io/is-default-class').text === 'true');
}
