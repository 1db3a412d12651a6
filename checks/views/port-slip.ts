// Has neighbours of its own, such as 4443.
const HTTPS = '443';

/**
 * Whether a port number is another one with a slip of the finger: two neighbouring digits swapped, or one dropped or
 * doubled behind the first. Neighbours such as 8080 and 8081, or 443 and 8443, are two ports as a rule.
 */
export function isSlipOf(port: number, other: number): boolean {
  const [a, b] = [String(port), String(other)];
  if (a.length === b.length) return a.length > 2 && isSwapped(a, b);
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length > 2 && short !== HTTPS && long.length === short.length + 1 && isDropped(short, long);
}

function isSwapped(a: string, b: string): boolean {
  const at = [...a].findIndex((digit, position) => digit !== b[position]);
  const swapped = `${a.slice(0, at)}${a[at + 1] ?? ''}${a[at]}${a.slice(at + 2)}`;
  return at !== -1 && swapped === b;
}

function isDropped(short: string, long: string): boolean {
  return [...long].some((_, position) => position > 0 && long.slice(0, position) + long.slice(position + 1) === short);
}
