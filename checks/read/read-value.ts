import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';

/** A key that a mapping has more than once. */
export interface RepeatedKey {
  readonly key: string;
  /** Offsets of all of them, the one that kubectl keeps last. */
  readonly offsets: readonly number[];
  /** Whether it stands at the top of the document. */
  readonly top: boolean;
}

/** Thrown for a document whose anchors lead nowhere, to themselves, or to more than a memory holds. */
export class BadAlias extends Error {
  constructor(
    message: string,
    /** Where in the text. */
    public readonly offset: number,
  ) {
    super(message);
  }
}

/** How many values anchors may bring into one document: enough for any manifest, too few to fill the memory. */
const MOST_ALIASED = 100_000;

/** Turns the nodes of one document into values as kubectl does: of two equal keys the last one counts. */
export class ValueReader {
  /** Every key that was met more than once. */
  public readonly repeated: RepeatedKey[] = [];
  private aliased = 0;
  /** What is being read by an alias. */
  private readonly within: Alias[] = [];
  private readonly open = new Set<unknown>();

  constructor(private readonly document: Document.Parsed) {}

  /** The value of the whole document. */
  public read(): unknown {
    return this.valueOf(this.document.contents, true);
  }

  private valueOf(node: unknown, top = false): unknown {
    if (this.within.length > 0) {
      this.aliased += 1;
      if (this.aliased > MOST_ALIASED) throw new BadAlias('its anchors repeat too much', this.document.range[0]);
    }
    if (isScalar(node)) return typeof node.value === 'bigint' ? Number(node.value) : node.value;
    if (isAlias(node)) return this.aliasOf(node);
    if (!isMap(node) && !isSeq(node)) return null;
    this.open.add(node);
    const value = isMap(node) ? this.mapOf(node, top) : node.items.map((item) => this.valueOf(item));
    this.open.delete(node);
    return value;
  }

  private aliasOf(alias: Alias): unknown {
    const target = alias.resolve(this.document);
    const offset = alias.range?.[0] ?? this.document.range[0];
    if (target === undefined) throw new BadAlias(`there is no anchor '${alias.source}' before this`, offset);
    if (this.open.has(target)) throw new BadAlias(`the anchor '${alias.source}' holds itself`, offset);
    this.within.push(alias);
    const value = this.valueOf(target);
    this.within.pop();
    return value;
  }

  private mapOf(map: YAMLMap, top: boolean): Record<string, unknown> {
    const values = new Map<string, unknown>();
    const places = new Map<string, number[]>();
    for (const { key, value } of map.items) {
      const name = nameOf(key);
      if (name === '<<') {
        this.merge(this.valueOf(value), values);
        continue;
      }
      values.set(name, this.valueOf(value));
      const offset = (key as Node | null)?.range?.[0];
      if (offset === undefined) continue;
      const before = places.get(name);
      if (before === undefined) places.set(name, [offset]);
      else before.push(offset);
    }
    // What comes in by an anchor was looked at where the anchor stands.
    if (places.size < map.items.length && this.within.length === 0)
      for (const [key, offsets] of places) if (offsets.length > 1) this.repeated.push({ key, offsets, top });
    return Object.fromEntries(values);
  }

  private merge(value: unknown, into: Map<string, unknown>): void {
    const maps = Array.isArray(value) ? value : [value];
    for (const map of maps)
      for (const [key, merged] of Object.entries(typeof map === 'object' && map !== null ? map : {}))
        if (!into.has(key)) into.set(key, merged);
  }
}

function nameOf(key: unknown): string {
  if (!isScalar(key)) return '?';
  // `on:` and `yes:` are words for true to YAML 1.1, and what was written to a reader.
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}
