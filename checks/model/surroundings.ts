import { type ClusterNode, kind } from '../../platform/kind';
import type { Identity } from './kubernetes-object';
import type { Labels, Selector } from './selector';

/** Something that is in the cluster without being in the set; `*` stands for any text. */
export interface External {
  readonly kind: string;
  /** @default - any, and none */
  readonly namespace?: string;
  readonly name: string;
}

/** Pods that are in the cluster without being in the set. */
export interface ExternalPods {
  readonly namespace: string;
  readonly labels: Labels;
}

/** What is known of the cluster beside the set. */
export interface SurroundingsOptions {
  /** Whether the set is all there is, but for what is declared here. @default false */
  readonly complete?: boolean;
  /** @default - none */
  readonly externals?: readonly External[];
  /** @default - none */
  readonly pods?: readonly ExternalPods[];
  /** The nodes that pods may run on. @default - nothing is known of them */
  readonly nodes?: readonly ClusterNode[];
  /** Minor of Kubernetes, such as `1.36`. @default - the newest that the stacks are proven on */
  readonly kubernetes?: string;
}

const NEWEST = Object.keys(kind.nodeImages)[0] as string;

/** Answers whether something is in the cluster although it is not in the set. */
export class Surroundings {
  /** Whether the set is all there is, but for what is declared. */
  public readonly complete: boolean;
  /** The nodes that pods may run on; none where nothing is known of them. */
  public readonly nodes: readonly ClusterNode[];
  /** Minor of Kubernetes, such as `1.36`. */
  public readonly kubernetes: string;
  private readonly pods: readonly ExternalPods[];
  private readonly named = new Set<string>();
  private readonly patterns = new Map<string, { readonly namespace: RegExp | undefined; readonly name: RegExp }[]>();

  constructor(options: SurroundingsOptions = {}) {
    const { complete = false, externals = [], pods = [], nodes = [], kubernetes = NEWEST } = options;
    this.complete = complete;
    this.nodes = nodes;
    this.kubernetes = kubernetes;
    this.pods = pods;
    for (const external of externals) this.declare(external);
  }

  /** Whether an object is there. */
  public provides({ kind, namespace, name }: Pick<Identity, 'kind' | 'namespace' | 'name'>): boolean {
    if (this.named.has(keyOf(kind, namespace ?? '', name))) return true;
    return (this.patterns.get(kind) ?? []).some(
      (one) => one.name.test(name) && (one.namespace === undefined || one.namespace.test(namespace ?? '')),
    );
  }

  /** Whether pods are there that a selector means. */
  public hasPods(selector: Selector, namespace: string | undefined): boolean {
    return this.pods.some((pods) => pods.namespace === namespace && selector.matches(pods.labels));
  }

  private declare({ kind, namespace, name }: External): void {
    if (namespace !== undefined && !namespace.includes('*') && !name.includes('*')) {
      this.named.add(keyOf(kind, namespace, name));
      return;
    }
    const patterns = this.patterns.get(kind) ?? [];
    patterns.push({ namespace: namespace === undefined ? undefined : pattern(namespace), name: pattern(name) });
    this.patterns.set(kind, patterns);
  }
}

function keyOf(kind: string, namespace: string, name: string): string {
  return `${kind}\n${namespace}\n${name}`;
}

function pattern(text: string): RegExp {
  const words = text.split('*').map((word) => word.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${words.join('.*')}$`);
}
