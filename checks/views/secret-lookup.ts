import type { Field } from '../model/field';
import { grouped } from '../model/grouped';
import type { KubernetesObject } from '../model/kubernetes-object';
import { nearest } from '../model/nearest';
import type { ObjectSet } from '../model/object-set';
import { RunTimeMakers } from '../model/run-time-makers';
import type { Problem } from '../rule';

/** A Secret that a field names. */
export interface SecretReference {
  readonly at: Field;
  readonly namespace: string | undefined;
  readonly name: string;
  /** The key that is read. @default - whatever there is */
  readonly key?: Field;
}

interface Made {
  readonly by: KubernetesObject;
  readonly name: string;
}

/** Finds Secrets by whoever makes them; made once for all references of a rule. */
export class SecretLookup {
  private readonly atRunTime: RunTimeMakers;
  private readonly byName: ReadonlyMap<string, readonly Made[]>;
  private readonly byNamespace: ReadonlyMap<string, readonly Made[]>;

  constructor(private readonly set: ObjectSet) {
    this.atRunTime = new RunTimeMakers(set);
    const made = [...set.of('Secret'), ...set.of('SealedSecret', 'bitnami.com')].map(
      (by): Made => ({ by, name: by.name }),
    );
    for (const by of set.of('Certificate', 'cert-manager.io'))
      made.push({ by, name: by.field('spec', 'secretName').text ?? '' });
    this.byName = grouped(made, ({ name }) => name);
    this.byNamespace = grouped(made, ({ by }) => by.namespace ?? '');
  }

  /** The problem of a Secret, or a key of it, that nobody makes; undefined if it is there or nobody can know. */
  public missing(reference: SecretReference, who: string): Problem | undefined {
    const { at, namespace, name } = reference;
    if (name === '' || this.isOutside(reference)) return undefined;
    if (this.set.secrets.of(namespace, name).length > 0) return this.withoutKey(reference, who);
    const elsewhere = this.byName.get(name)?.[0]?.by;
    const message = `${who} Secret '${name}', which nobody makes in namespace '${namespace}'`;
    if (elsewhere !== undefined)
      return {
        at,
        message: `${message}; ${elsewhere} makes it in '${elsewhere.namespace}'`,
        fix: `Make it in namespace '${namespace}'`,
        related: [elsewhere.field('metadata')],
        // With -n it goes there.
        ...(elsewhere.saysNamespace ? { unlessElsewhere: `Secret '${name}'` } : { level: 'warning' as const }),
      };
    const meant = nearest(
      name,
      (this.byNamespace.get(namespace ?? '') ?? []).map((one) => one.name),
    );
    return {
      at,
      message,
      ...(meant !== undefined && { fix: `Write '${meant}', which is there` }),
      unlessElsewhere: `Secret '${name}'`,
    };
  }

  private isOutside({ namespace, name }: SecretReference): boolean {
    return (
      this.atRunTime.mayMake('secrets', namespace) ||
      this.set.surroundings.provides({ kind: 'Secret', namespace, name })
    );
  }

  private withoutKey({ namespace, name, key }: SecretReference, who: string): Problem | undefined {
    const wanted = key?.text;
    const producers = this.set.secrets.of(namespace, name);
    if (key === undefined || wanted === undefined || producers.some(({ keys }) => keys?.has(wanted) ?? true))
      return undefined;
    const keys = [...new Set(producers.flatMap((one) => [...(one.keys ?? [])]))];
    return {
      at: key,
      message: `${who} key '${wanted}' of Secret '${name}', which has ${keys.length === 0 ? 'none' : `'${keys.join("', '")}'`}`,
      related: producers.map(({ object }) => object.field('metadata')),
    };
  }
}
