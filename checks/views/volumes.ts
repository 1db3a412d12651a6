import type { Field } from '../model/field';
import type { KubernetesObject } from '../model/kubernetes-object';
import type { ObjectSet } from '../model/object-set';
import { Quantity } from '../model/quantity';
import { Selector } from '../model/selector';
import type { Claim } from './claims';

/** The name of the class of a volume; empty for none. */
export function classOfVolume(volume: KubernetesObject): string {
  const old = volume.field('metadata', 'annotations', 'volume.beta.kubernetes.io/storage-class').text;
  return old ?? volume.field('spec', 'storageClassName').text ?? '';
}

/** The volumes that somebody made by hand, as claims find them. */
export class Volumes {
  private readonly byClass = new Map<string, KubernetesObject[]>();
  private readonly ofNobody: readonly string[];

  constructor(set: ObjectSet, claims: readonly Claim[]) {
    for (const volume of set.of('PersistentVolume')) {
      const name = classOfVolume(volume);
      const there = this.byClass.get(name);
      if (there === undefined) this.byClass.set(name, [volume]);
      else there.push(volume);
    }
    const wanted = new Set(claims.map(({ className }) => className));
    this.ofNobody = [...this.byClass.keys()].filter((name) => name !== '' && !wanted.has(name));
  }

  /** Those of a class; of none for an empty name. */
  public ofClass(name: string): readonly KubernetesObject[] {
    return this.byClass.get(name) ?? [];
  }

  /** One that a claim could have, of a class that no claim names. */
  public fittingOfNobody(claim: Claim): KubernetesObject | undefined {
    for (const name of this.ofNobody) {
      const volume = this.fitting(claim, name);
      if (volume !== undefined) return volume;
    }
    return undefined;
  }

  /** One of a class that a claim could have. */
  public fitting(claim: Claim, className: string): KubernetesObject | undefined {
    return this.ofClass(className).find((volume) => misfit(volume, claim) === undefined);
  }
}

/** Whether a volume was made for one claim, whatever its class. */
export function isKeptFor(volume: KubernetesObject, { object, name }: Claim): boolean {
  const reference = volume.field('spec', 'claimRef');
  return (
    reference.get('name').text === name && (reference.get('namespace').text ?? object.namespace) === object.namespace
  );
}

/** Why a claim cannot have a volume. */
export interface Misfit {
  /** The field of the claim. */
  readonly at: Field;
  /** What is wrong with the volume, in words. */
  readonly why: string;
}

/** Why a claim cannot have a volume, but for its class; undefined if it can. */
export function misfit(volume: KubernetesObject, claim: Claim): Misfit | undefined {
  return misfitOfAmount(volume, claim) ?? misfitOfName(volume, claim);
}

function misfitOfAmount(volume: KubernetesObject, claim: Claim): Misfit | undefined {
  const size = Quantity.of(volume.field('spec', 'capacity', 'storage'));
  if (size !== undefined && claim.size.exceeds(size))
    return {
      at: claim.spec.get('resources', 'requests', 'storage'),
      why: `has ${size} where ${claim.size} is wanted`,
    };
  const modes = volume
    .field('spec', 'accessModes')
    .items()
    .flatMap(({ text }) => text ?? []);
  const mode = claim.modes.find((wanted) => !modes.includes(wanted));
  if (mode !== undefined)
    return {
      at: claim.spec.get('accessModes'),
      why: `has ${modes.join(', ') || 'no access mode'} where ${mode} is wanted`,
    };
  if ((volume.field('spec', 'volumeMode').text === 'Block') === claim.isBlock) return undefined;
  const why = claim.isBlock ? 'has a file system where a disk is wanted' : 'is a disk where a file system is wanted';
  return { at: claim.spec.get('volumeMode'), why };
}

function misfitOfName(volume: KubernetesObject, claim: Claim): Misfit | undefined {
  const selector = claim.spec.get('selector');
  const wanted = Selector.of(selector, 'all');
  if (!wanted.matches(volume.field('metadata', 'labels').texts()))
    return { at: selector, why: `has not the labels ${wanted}` };
  const name = claim.spec.get('volumeName');
  if (name.text && name.text !== volume.name) return { at: name, why: `is not the wanted '${name.text}'` };
  const kept = volume.field('spec', 'claimRef', 'name').text;
  if (kept === undefined || claim.object.kind !== 'PersistentVolumeClaim' || isKeptFor(volume, claim)) return undefined;
  return { at: claim.spec, why: `is kept for the claim '${kept}'` };
}

/**
 * A volume that was made for a claim without a class, and that it misses: the default class takes the claim. Undefined
 * where it has what it wants, or nothing was made for it.
 */
export function missedVolume(claim: Claim, volumes: Volumes, usual: string | undefined): KubernetesObject | undefined {
  if (claim.className !== undefined || usual === undefined || usual === '') return undefined;
  if (volumes.fitting(claim, usual) !== undefined) return undefined;
  const missed = volumes.fitting(claim, '') ?? volumes.fittingOfNobody(claim);
  return missed === undefined || isKeptFor(missed, claim) ? undefined : missed;
}
