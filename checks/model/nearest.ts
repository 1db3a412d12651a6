import { distance } from 'fastest-levenshtein';

/** The name that was probably meant: close enough to be a slip, and the closest of those; undefined if none is. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of names) {
    const apart = distance(name, candidate);
    if (apart === 0 || apart >= least) continue;
    best = candidate;
    least = apart;
  }
  return best;
}

/** The end of a sentence about a name that is not there: `; did you mean 'web'?`, or nothing. */
export function didYouMean(name: string, names: Iterable<string>): string {
  const meant = nearest(name, names);
  return meant === undefined ? '' : `; did you mean '${meant}'?`;
}
