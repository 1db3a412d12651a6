import type { KubernetesObject } from './kubernetes-object';

/** Keys and positions that lead to a field. */
export type Path = readonly (string | number)[];

/**
 * A field of a manifest: its value, and where it is. Anybody's YAML may have anything anywhere, so a field that is not
 * there or is of another type is an answer, never an exception.
 */
export class Field {
  constructor(
    /** The object that it is in. */
    public readonly object: KubernetesObject,
    /** How it is reached from there. */
    public readonly path: Path,
    /** What it holds; undefined if it is not there. */
    public readonly value: unknown,
  ) {}

  /** The field below it that these keys lead to; one without a value if there is none. */
  public get(...keys: Path): Field {
    let value = this.value;
    for (const key of keys) value = own(value, key);
    return new Field(this.object, [...this.path, ...keys], value);
  }

  /** Whether there is something other than null. */
  public get exists(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  /** Its value if it is a text. */
  public get text(): string | undefined {
    return typeof this.value === 'string' ? this.value : undefined;
  }

  /** Its value if it is a number. */
  public get number(): number | undefined {
    return typeof this.value === 'number' ? this.value : undefined;
  }

  /** The elements of a list; none if it is no list. */
  public items(): Field[] {
    if (!Array.isArray(this.value)) return [];
    return this.value.map((value, position) => new Field(this.object, [...this.path, position], value));
  }

  /** The members of a map by their keys; none if it is no map. */
  public entries(): [key: string, field: Field][] {
    if (!isMap(this.value)) return [];
    return Object.entries(this.value).map(([key, value]) => [key, new Field(this.object, [...this.path, key], value)]);
  }

  /** The texts of a map, such as labels; numbers and other values are as kubectl would refuse them, so they are left out. */
  public texts(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      this.entries().flatMap(([key, { text }]) => (text === undefined ? [] : [[key, text] as const])),
    );
  }

  /** The field in the words of `kubectl explain`: `spec.ports[0].targetPort`. */
  public toString(): string {
    return this.path.reduce<string>((text, key) => {
      if (typeof key === 'number') return `${text}[${key}]`;
      if (!/^[\w-]+$/.test(key)) return `${text}["${key}"]`;
      return text === '' ? key : `${text}.${key}`;
    }, '');
  }
}

function own(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined;
  return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
