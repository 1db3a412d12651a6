import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Path } from '../model/field';

/** Where in a text a field begins, or the nearest one above it that is written. */
export function offsetOf(path: Path, document: Document.Parsed): number {
  let node: unknown = document.contents;
  let offset = (node as Node | null)?.range?.[0] ?? document.range[0];
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isSeq(node)) node = node.items[Number(key)];
    else if (isMap(node)) {
      const pair = node.items.findLast((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (pair === undefined) return offset;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
      continue;
    }
    offset = (node as Node | null | undefined)?.range?.[0] ?? offset;
  }
  return offset;
}
