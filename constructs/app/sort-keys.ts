import { keyRank } from './key-order';

const FEW = 16;

/**
 * Sorts the keys of one mapping, in place. Mappings of manifests are small, and sorting them by
 * insertion makes no garbage: `Array.sort` made a quarter of all there was.
 */
export function sortKeys(keys: string[]): string[] {
  if (keys.length > FEW) return keys.sort(compareKeys);
  for (let end = 1; end < keys.length; end++) {
    const key = keys[end] as string;
    let place = end;
    for (; place > 0 && compareKeys(key, keys[place - 1] as string) < 0; place--)
      keys[place] = keys[place - 1] as string;
    keys[place] = key;
  }
  return keys;
}

function compareKeys(a: string, b: string): number {
  const byTable = keyRank(a) - keyRank(b);
  if (byTable !== 0 || a === b) return byTable;
  return a < b ? -1 : 1;
}
