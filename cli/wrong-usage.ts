import { closest } from 'fastest-levenshtein';

/** Thrown for a command line that means nothing; the exit code is 2. */
export class WrongUsage extends Error {}

/**
 * Ends because there is nothing of this name.
 *
 * @param what what it was taken for, such as `stack`
 * @param allowed the names that there are
 */
export function unknownName(what: string, name: string, allowed: readonly string[]): never {
  throw new WrongUsage(
    `There is no ${what} '${name}'; there are ${allowed.join(', ')}. Did you mean '${closest(name, allowed)}'?`,
  );
}
