import { freshCluster } from '../../platform/fresh-cluster';
import type { ObjectSet } from '../model/object-set';
import type { Labels, Selector } from '../model/selector';

/** The label that the cluster itself writes into every Namespace. */
export const NAME_LABEL = 'kubernetes.io/metadata.name';

/** The Namespaces that one knows of, with their labels: those of the set, and those in which it puts objects. */
export class KnownNamespaces {
  /** Labels of those that the set makes. */
  public readonly made = new Map<string, Labels>();
  private readonly others = new Set<string>();

  constructor(private readonly set: ObjectSet) {
    for (const object of set.of('Namespace'))
      this.made.set(object.name, { ...object.field('metadata', 'labels').texts(), [NAME_LABEL]: object.name });
    for (const { namespace } of set.objects) if (namespace !== undefined) this.others.add(namespace);
    for (const { kind, name } of freshCluster) if (kind === 'Namespace') this.others.add(name);
    for (const name of this.made.keys()) this.others.delete(name);
  }

  /** Whether there is one of this name. */
  public has(name: string): boolean {
    return (
      this.made.has(name) ||
      this.others.has(name) ||
      this.set.surroundings.provides({ kind: 'Namespace', namespace: undefined, name })
    );
  }

  /**
   * Those that a selector means; of one that the set does not make only its name is known.
   *
   * @param names what the selector itself says as names
   */
  public matching(selector: Selector, names: readonly string[]): string[] {
    const unmade = new Set([...this.others, ...names.filter((name) => !this.made.has(name) && this.has(name))]);
    return [
      ...[...this.made].flatMap(([name, labels]) => (selector.matches(labels) ? [name] : [])),
      ...[...unmade].filter((name) => selector.matches({ [NAME_LABEL]: name })),
    ];
  }
}
