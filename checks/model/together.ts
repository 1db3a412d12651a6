import type { Level } from '../level';
import type { KubernetesObject } from './kubernetes-object';
import type { ObjectSet } from './object-set';

/**
 * How sure it is that two objects are meant to be in a cluster at once: files of one folder are often alternatives to
 * each other, unless the set is all there is.
 */
export function levelTogether(one: KubernetesObject, other: KubernetesObject, set: ObjectSet): Level {
  return set.surroundings.complete || one.source.file === other.source.file ? 'error' : 'warning';
}

/** What to add to a message about two objects that may be alternatives. */
export function orAlternatives(level: Level): string {
  return level === 'error' ? '' : ', unless the files are alternatives';
}
