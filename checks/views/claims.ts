import type { Field } from '../model/field';
import type { KubernetesObject } from '../model/kubernetes-object';
import type { ObjectSet } from '../model/object-set';
import { Quantity } from '../model/quantity';

const OLD_CLASS = 'volume.beta.kubernetes.io/storage-class';

/** A claim of storage, wherever it is written: by itself, in a StatefulSet, or in a pod. */
export class Claim {
  constructor(
    /** The object that it is written in. */
    public readonly object: KubernetesObject,
    /** The claim, with `metadata` and `spec`. */
    public readonly field: Field,
    /** Its name; of those in a StatefulSet or a pod the first part of it. */
    public readonly name: string,
  ) {}

  /** Its `spec`. */
  public get spec(): Field {
    return this.field.get('spec');
  }

  /** The field that says its class, an old annotation included. */
  public get classField(): Field {
    const annotation = this.field.get('metadata', 'annotations', OLD_CLASS);
    return annotation.exists ? annotation : this.spec.get('storageClassName');
  }

  /** The name of its class; empty for volumes without a class, undefined for the default one of the cluster. */
  public get className(): string | undefined {
    return this.classField.text;
  }

  /** How it may be mounted. */
  public get modes(): string[] {
    return this.spec
      .get('accessModes')
      .items()
      .flatMap(({ text }) => text ?? []);
  }

  /** How much it asks for. */
  public get size(): Quantity {
    return Quantity.of(this.spec.get('resources', 'requests', 'storage')) ?? Quantity.zero;
  }

  /** Whether it wants a volume as a disk, without a file system. */
  public get isBlock(): boolean {
    return this.spec.get('volumeMode').text === 'Block';
  }

  /** Whether it wants volumes with certain labels, which nobody makes on demand. */
  public get isPicky(): boolean {
    const selector = this.spec.get('selector');
    return selector.get('matchLabels').entries().length + selector.get('matchExpressions').items().length > 0;
  }

  /** In words. */
  public toString(): string {
    return this.object.kind === 'PersistentVolumeClaim'
      ? String(this.object)
      : `The claim '${this.name}' of ${this.object}`;
  }
}

/** All claims of a set. */
export function claimsOf(set: ObjectSet): Claim[] {
  const own = set.of('PersistentVolumeClaim').map((object) => new Claim(object, object.field(), object.name));
  const ofStatefulSets = set
    .of('StatefulSet', 'apps')
    .flatMap((object) => object.field('spec', 'volumeClaimTemplates').items())
    .map((field) => new Claim(field.object, field, field.get('metadata', 'name').text ?? ''));
  const ofPods = set.pods
    .flatMap(({ spec }) => spec.get('volumes').items())
    .map((volume) => [volume, volume.get('ephemeral', 'volumeClaimTemplate')] as const)
    .filter(([, field]) => field.exists)
    .map(([volume, field]) => new Claim(field.object, field, volume.get('name').text ?? ''));
  return [...own, ...ofStatefulSets, ...ofPods];
}
