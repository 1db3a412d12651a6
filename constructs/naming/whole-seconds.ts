import type { Duration } from 'cdk8s';
import { type Place, refuse } from '../app/refusal';

/**
 * A duration in seconds; refused when it is not a whole number of them, which Kubernetes could not
 * write down.
 *
 * @param what the duration, as a message calls it
 */
export function wholeSeconds(place: Place, what: string, duration: Duration): number {
  const seconds = duration.toSeconds({ integral: false });
  if (!Number.isInteger(seconds)) refuse(place, `${what} is ${seconds} s; allowed are whole seconds`, 'Round it');
  return seconds;
}
