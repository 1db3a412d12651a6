import type { Location } from '../read/position';
import { Field, type Path } from './field';

/** Where an object was read; asked only for what is reported. */
export interface Source {
  /** The file, or what stands for it. */
  readonly file: string;
  /** The construct that made it, if an app did. */
  readonly construct?: string;
  /** Where a field is, or the nearest one above it that is written. */
  locate(path: Path): Location;
}

/** What names an object in a cluster. */
export interface Identity {
  readonly group: string;
  readonly kind: string;
  /** None for objects of the whole cluster. */
  readonly namespace: string | undefined;
  readonly name: string;
}

/** An object that is checked: its identity, its fields, and where it was read. */
export class KubernetesObject implements Identity {
  public readonly apiVersion: string;
  public readonly group: string;
  public readonly version: string;
  public readonly kind: string;
  public readonly name: string;

  constructor(
    /** The whole manifest. */
    public readonly value: Readonly<Record<string, unknown>>,
    /** Its Namespace, resolved before any rule runs. */
    public readonly namespace: string | undefined,
    /** Whether the manifest itself says so, and no `-n` could change it. */
    public readonly saysNamespace: boolean,
    public readonly source: Source,
  ) {
    const text = (...path: Path) => this.field(...path).text ?? '';
    this.apiVersion = text('apiVersion');
    const slash = this.apiVersion.indexOf('/');
    this.group = slash === -1 ? '' : this.apiVersion.slice(0, slash);
    this.version = this.apiVersion.slice(slash + 1);
    this.kind = text('kind');
    this.name = text('metadata', 'name');
  }

  /** A field of it. */
  public field(...path: Path): Field {
    return new Field(this, [], this.value).get(...path);
  }

  /** In words: `Service 'web'`. */
  public toString(): string {
    return `${this.kind} '${this.name}'`;
  }
}

/** What tells objects apart, as one text. */
export function keyOf({ group, kind, namespace, name }: Identity): string {
  return [group, kind, namespace ?? '', name].join('\n');
}
