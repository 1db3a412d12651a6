/** How many groups a path keeps for `$1`, `$2` and so on. */
export function groupsIn(path: string): number {
  // Neither escaped ones nor those in brackets, and of those with a question mark only the named ones.
  const plain = path.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '');
  return plain.match(/\((?!\?)|\(\?P?<(?![=!])/g)?.length ?? 0;
}

/** Whether a path is written as a regular expression: it has a sign that no address has. */
export function isRegex(path: string): boolean {
  return /[()[\]{}^$|\\*]|\.\+|\?/.test(path);
}
