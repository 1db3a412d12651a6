import { SecretProducers } from '../views/secret-producers';
import { type Identity, type KubernetesObject, keyOf } from './kubernetes-object';
import { isOperated } from './operators';
import { PodTemplate } from './pod-template';
import type { Selector } from './selector';
import type { Surroundings } from './surroundings';

/** Everything that is checked together, with the indexes that rules look things up in. */
export class ObjectSet {
  private readonly byKey = new Map<string, KubernetesObject[]>();
  private readonly byKind = new Map<string, KubernetesObject[]>();
  private readonly byName = new Map<string, KubernetesObject[]>();
  private readonly byKindIn = new Map<string, KubernetesObject[]>();
  private readonly podsByLabel = new Map<string, PodTemplate[]>();
  private readonly podsByNamespace = new Map<string, PodTemplate[]>();
  private readonly podsOfAll = new Map<string, PodTemplate[]>();
  private readonly custom = new Set<string>();
  private producers: SecretProducers | undefined;
  /** The pods of every object that makes some. */
  public readonly pods: readonly PodTemplate[];

  constructor(
    /** In the order in which they were read. */
    public readonly objects: readonly KubernetesObject[],
    /** What is in the cluster without being in the set. */
    public readonly surroundings: Surroundings,
  ) {
    for (const object of objects) {
      add(this.byKey, keyOf(object), object);
      add(this.byKind, `${object.group}\n${object.kind}`, object);
      add(this.byName, nameKey(object), object);
      add(this.byKindIn, kindKey(object), object);
      if (isOperated(object.group)) this.custom.add(object.namespace ?? '');
    }
    this.pods = objects.flatMap((object) => PodTemplate.of(object));
    for (const pod of this.pods) {
      add(this.podsByNamespace, pod.namespace ?? '', pod);
      for (const [key, value] of Object.entries(pod.labels))
        for (const [index, namespace] of [
          [this.podsByLabel, pod.namespace],
          [this.podsOfAll, ''],
        ] as const)
          add(index, labelKey(namespace, key, value), pod);
    }
  }

  /** All objects of a kind. */
  public of(kind: string, group = ''): readonly KubernetesObject[] {
    return this.byKind.get(`${group}\n${kind}`) ?? [];
  }

  /** All objects of a kind in one Namespace. */
  public ofIn(identity: Omit<Identity, 'name'>): readonly KubernetesObject[] {
    return this.byKindIn.get(kindKey(identity)) ?? [];
  }

  /** The objects of one identity, of which a cluster could hold one. */
  public all(identity: Identity): readonly KubernetesObject[] {
    return this.byKey.get(keyOf(identity)) ?? [];
  }

  /** The object of an identity. */
  public find(identity: Identity): KubernetesObject | undefined {
    return this.all(identity)[0];
  }

  /** Objects of this kind and name, whatever their Namespace. */
  public anywhere(identity: Omit<Identity, 'namespace'>): readonly KubernetesObject[] {
    return this.byName.get(nameKey(identity)) ?? [];
  }

  /** The pods of a Namespace. */
  public podsIn(namespace: string | undefined): readonly PodTemplate[] {
    return this.podsByNamespace.get(namespace ?? '') ?? [];
  }

  /** The pods of a Namespace that a selector means; by the index of labels where the selector names one. */
  public selected(selector: Selector, namespace: string | undefined): PodTemplate[] {
    return this.fewest(selector, this.podsByLabel, namespace ?? '', this.podsIn(namespace));
  }

  /** The pods of any Namespace that a selector means. */
  public selectedAnywhere(selector: Selector): PodTemplate[] {
    return this.fewest(selector, this.podsOfAll, '', this.pods);
  }

  // Of all labels that a selector is certain of, the rarest leaves the fewest pods to look at.
  private fewest(
    selector: Selector,
    index: ReadonlyMap<string, readonly PodTemplate[]>,
    namespace: string,
    all: readonly PodTemplate[],
  ): PodTemplate[] {
    const buckets = selector.certain.map((label) => index.get(labelKey(namespace, ...label)) ?? []);
    const candidates = buckets.reduce((least, bucket) => (bucket.length < least.length ? bucket : least), all);
    return candidates.filter(({ labels }) => selector.matches(labels));
  }

  /** Who makes each Secret. */
  public get secrets(): SecretProducers {
    this.producers ??= new SecretProducers(this);
    return this.producers;
  }

  /** Whether operators may make pods, Secrets and accounts in a Namespace: it has resources that are theirs. */
  public mayBeMadeAtRunTime(namespace: string | undefined): boolean {
    return this.custom.has(namespace ?? '');
  }
}

function add<Value>(index: Map<string, Value[]>, key: string, value: Value): void {
  const there = index.get(key);
  if (there === undefined) index.set(key, [value]);
  else there.push(value);
}

function nameKey({ group, kind, name }: Omit<Identity, 'namespace'>): string {
  return `${group}\n${kind}\n${name}`;
}

function kindKey({ group, kind, namespace }: Omit<Identity, 'name'>): string {
  return `${group}\n${kind}\n${namespace ?? ''}`;
}

function labelKey(namespace: string | undefined, key: string, value: string): string {
  return `${namespace ?? ''}\n${key}\n${value}`;
}
