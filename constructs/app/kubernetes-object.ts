import { ApiObject, type ApiObjectMetadata, type JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Json } from './yaml';

/**
 * A field of the typed Kubernetes API as it stands in a manifest: a number or text where the API
 * has a class of its own for ports, percentages and quantities, the words of an enumeration
 * instead of its constants.
 */
export type Plain<T> = T extends string
  ? `${T}`
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : T extends object
      ? keyof T extends 'value'
        ? string | number
        : { readonly [Key in keyof T]: Plain<T[Key]> }
      : T;

/** One object of the Kubernetes API, its fields written as they will stand in the manifest. */
export interface KubernetesObjectProps {
  /** Group and version, such as `apps/v1`. */
  readonly apiVersion: string;
  /** Kind, such as `Deployment`. */
  readonly kind: string;
  /** Name, labels and the like. */
  readonly metadata: ApiObjectMetadata;
  /** What the object is about; what is undefined is left out. */
  readonly [field: string]: unknown;
}

/**
 * An ApiObject that is known to hold plain data, and is therefore rendered without looking for
 * tokens in it. The classes that cdk8s generates would convert every field a second time and drop
 * those that are younger than their schema.
 */
export class KubernetesObject extends ApiObject {
  private readonly fields: Readonly<Record<string, unknown>>;
  private patched = false;

  public constructor(scope: Construct, id: string, props: KubernetesObjectProps) {
    super(scope, id, props);
    const { apiVersion, kind, metadata, ...fields } = props;
    this.fields = fields;
  }

  /** Applies JSON patches on top of what the construct writes. */
  public override addJsonPatch(...patches: readonly JsonPatch[]): void {
    this.patched = true;
    super.addJsonPatch(...patches);
  }

  /** The manifest of this object. */
  public override toJson(): Json {
    if (this.patched) return super.toJson();
    const metadata = this.metadata.toJson() as Json;
    return { apiVersion: this.apiVersion, kind: this.kind, metadata, ...(given(this.fields) as Record<string, Json>) };
  }
}

// Fields that were left out are not fields.
function given(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(given);
  if (typeof value !== 'object' || value === null) return value;
  const fields: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const field = (value as Record<string, unknown>)[key];
    if (field !== undefined) fields[key] = given(field);
  }
  return fields;
}
