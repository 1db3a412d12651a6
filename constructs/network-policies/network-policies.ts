import { Chart } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { KubernetesObject, type Plain } from '../app/kubernetes-object';
import { refuse } from '../app/refusal';
import { checkName } from '../naming/object-name';
import type { PodPort } from '../pods/port';
import { type Link, linksOf } from '../services/links';
import type { ServiceTarget } from '../services/service-target';
import { Workload } from '../workloads/workload';

/** What the policies of a stack can be told. */
export interface NetworkPoliciesProps {
  /** The pods that resolve names, which everybody may ask. */
  readonly dns: ServiceTarget;
}

type PolicySpec = Plain<k8s.NetworkPolicySpec>;
type Peer = Plain<k8s.NetworkPolicyPeer>;

/**
 * Forbids everything between the pods of a stack but what its constructs have said of each other:
 * the addresses in environments and the routes. Make it last; later links are not in it.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export class NetworkPolicies extends Construct {
  private readonly namespace: string | undefined;

  public constructor(scope: Construct, id: string, props: NetworkPoliciesProps) {
    super(scope, id);
    const stack = Chart.of(this);
    const links = linksOf(stack);
    this.namespace = stack.namespace;
    this.policy('default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
    this.policy('allow-dns', {
      podSelector: {},
      policyTypes: ['Egress'],
      egress: [{ to: [this.peer(props.dns)], ports: props.dns.ports.map(policyPort) }],
    });
    for (const [target, incoming] of groupBy(links, ({ to }) => to)) {
      if (target instanceof Workload && target.namespace === this.namespace) this.allowTo(target, incoming);
    }
    for (const [source, outgoing] of groupBy(links, ({ from }) => from)) {
      if (source instanceof Workload && source.namespace === this.namespace) this.allowFrom(source, outgoing);
    }
  }

  private allowTo(target: Workload, incoming: readonly Link[]): void {
    const known = incoming.filter(({ from }) => from === 'outside' || from instanceof Workload);
    const ingress = [...groupBy(known, ({ port }) => port)].map(([port, links]) => ({
      ...this.sourcesOf(links),
      ports: [policyPort(port)],
    }));
    this.policy(`to-${target.name}`, { podSelector: selecting(target), policyTypes: ['Ingress'], ingress });
  }

  private allowFrom(source: Workload, outgoing: readonly Link[]): void {
    const egress = [...groupBy(outgoing, ({ to }) => to)].map(([to, links]) => ({
      to: [this.peer(to)],
      ports: [...new Set(links.map(({ port }) => port))].map(policyPort),
    }));
    this.policy(`from-${source.name}`, { podSelector: selecting(source), policyTypes: ['Egress'], egress });
  }

  private policy(name: string, spec: PolicySpec): void {
    checkName(this, 'NetworkPolicy', name);
    if (this.node.tryFindChild(name) !== undefined) {
      refuse(this, `two policies would be called '${name}', because two workloads have one name`, 'Rename one of them');
    }
    const apiVersion = 'networking.k8s.io/v1';
    new KubernetesObject(this, name, { apiVersion, kind: 'NetworkPolicy', metadata: { name }, spec });
  }

  // What is reached from outside is open to every address: behind a load balancer nobody is known.
  private sourcesOf(links: readonly Link[]): { readonly from?: readonly Peer[] } {
    const sources = [...new Set(links.map(({ from }) => from))];
    if (sources.includes('outside')) return {};
    return { from: sources.filter((source) => source instanceof Workload).map((source) => this.peer(source)) };
  }

  private peer(pods: ServiceTarget): Peer {
    const namespace = pods instanceof Workload ? pods.namespace : (pods.in?.name ?? this.namespace);
    return {
      ...(namespace !== this.namespace && {
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace ?? 'default' } },
      }),
      podSelector: selecting(pods),
    };
  }
}

function selecting({ selector }: Pick<ServiceTarget, 'selector'>): { readonly matchLabels: Record<string, string> } {
  return { matchLabels: { ...selector } };
}

function policyPort({ name, number, protocol }: PodPort): Plain<k8s.NetworkPolicyPort> {
  return { port: number ?? name, ...(protocol !== 'TCP' && { protocol }) };
}

function groupBy<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
