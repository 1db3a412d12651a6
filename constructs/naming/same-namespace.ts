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
    `${what} is in ${nameOf(to)}, and it can be used only there, not in ${nameOf(from)}`,
    'Put both into one Namespace',
  );
}

function nameOf({ namespace }: Namespaced): string {
  return namespace === undefined ? 'the Namespace that kubectl is told' : `the Namespace '${namespace}'`;
}
