import type { IConstruct } from 'constructs';
import { refuse } from '../app/refusal';

/** Something that is in a Namespace; none is that of `kubectl`. */
export interface Namespaced {
  /** Name of the Namespace. */
  readonly namespace: string | undefined;
}

/**
 * Refuses a reference to what is in another Namespace than the one who refers to it.
 *
 * @param from who refers
 * @param what what is referred to, as a message calls it
 */
export function checkSameNamespace(from: IConstruct & Namespaced, what: string, to: Namespaced): void {
  if (from.namespace === to.namespace) return;
  refuse(
    from,
    `${what} is in the Namespace '${to.namespace ?? 'default'}', and it can be used only there, not in '${from.namespace ?? 'default'}'`,
    'Put both into one Namespace',
  );
}
