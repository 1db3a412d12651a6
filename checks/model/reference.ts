import type { Problem } from '../rule';
import type { Field } from './field';
import type { Identity, KubernetesObject } from './kubernetes-object';
import { nearest } from './nearest';
import type { ObjectSet } from './object-set';

/** What a field refers to. */
export interface Reference extends Identity {
  /** The field that names it. */
  readonly at: Field;
}

/** Whether what a field names is there: in the set, or in the cluster around it. */
export function isThere(reference: Reference, set: ObjectSet): boolean {
  return set.find(reference) !== undefined || set.surroundings.provides(reference);
}

/**
 * The problem of a reference that leads to nothing; undefined if it leads to something. One that would be right with
 * another `-n` is a warning; one to something that may be made elsewhere is uncertain in a set that is not complete.
 *
 * @param who what refers, in words, such as `Container 'web'`
 */
export function missing(reference: Reference, who: string, set: ObjectSet): Problem | undefined {
  if (isThere(reference, set)) return undefined;
  const { at, kind, namespace, name } = reference;
  const where = namespace === undefined ? '' : ` in namespace '${namespace}'`;
  const elsewhere = set.anywhere(reference).find((object) => mayShareNamespace(object, at.object, namespace));
  if (elsewhere !== undefined)
    return {
      at,
      level: 'warning',
      message: `${who} names ${kind} '${name}'; it is not${where}, and there is one in '${elsewhere.namespace}'`,
      fix: 'Apply both with the same -n, or write the namespace into both',
      related: [elsewhere.field('metadata', 'name')],
    };
  const meant = nearest(name, namesLike(reference, set));
  return {
    at,
    message: `${who} names ${kind} '${name}', which is not there${where}`,
    ...(meant !== undefined && { fix: `Write '${meant}', which is there` }),
    unlessElsewhere: `${kind} '${name}'`,
  };
}

// Where one of two does not say its Namespace, -n may bring them together; a reference that says its own is bound to it.
function mayShareNamespace(target: KubernetesObject, from: KubernetesObject, namespace: string | undefined): boolean {
  if (namespace === undefined) return false;
  return !target.saysNamespace || (!from.saysNamespace && from.namespace === namespace);
}

/** How many names are compared with one that is missing. */
const MOST_COMPARED = 500;

/** Names of objects of the same kind and Namespace: one of them may have been meant. */
export function namesLike(identity: Omit<Identity, 'name'>, set: ObjectSet): string[] {
  // Of thousands no one was meant by a slip, and comparing all with all would take minutes.
  return set
    .ofIn(identity)
    .slice(0, MOST_COMPARED)
    .map(({ name }) => name);
}
