import { Chart } from 'cdk8s';
import {
  IntOrString,
  KubeNetworkPolicy,
  type NetworkPolicyEgressRule,
  type NetworkPolicyIngressRule,
  type NetworkPolicyPort,
} from 'cdk8s-plus-27/lib/imports/k8s';
import { Construct, type IConstruct } from 'constructs';
import type { PodPort } from '../pods/port';
import { type Link, linksOf } from '../services/links';
import type { ServiceTarget } from '../services/service-target';
import { Workload } from '../workloads/workload';

/** What the policies of a stack can be told. */
export interface NetworkPoliciesProps {
  /** The pods that resolve names, which everybody may ask. */
  readonly dns: ServiceTarget;
}

/**
 * Forbids everything between the pods of a stack but what its constructs have said of each other:
 * the addresses in environments and the routes. Make it last; later links are not in it.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export class NetworkPolicies extends Construct {
  public constructor(scope: Construct, id: string, props: NetworkPoliciesProps) {
    super(scope, id);
    const links = linksOf(Chart.of(this));
    new KubeNetworkPolicy(this, 'default-deny', {
      metadata: { name: 'default-deny' },
      spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
    });
    new KubeNetworkPolicy(this, 'allow-dns', {
      metadata: { name: 'allow-dns' },
      spec: {
        podSelector: {},
        policyTypes: ['Egress'],
        egress: [{ to: [peer(props.dns)], ports: props.dns.ports.map(policyPort) }],
      },
    });
    for (const [target, incoming] of groupBy(links, ({ to }) => to)) this.allowTo(target, incoming);
    for (const [source, outgoing] of groupBy(links, ({ from }) => from)) {
      if (source instanceof Workload) this.allowFrom(source, outgoing);
    }
  }

  private allowTo(target: ServiceTarget, incoming: readonly Link[]): void {
    const ingress = [...groupBy(incoming, ({ port }) => port)].map(([port, links]) => ingressRule(port, links));
    const name = `to-${target.name}`;
    new KubeNetworkPolicy(this, name, {
      metadata: { name },
      spec: { podSelector: { matchLabels: { ...target.selector } }, policyTypes: ['Ingress'], ingress },
    });
  }

  private allowFrom(source: Workload, outgoing: readonly Link[]): void {
    const unique = new Map(outgoing.map((link) => [`${link.to.name} ${link.port.name}`, link]));
    const egress: NetworkPolicyEgressRule[] = [...unique.values()].map(({ to, port }) => ({
      to: [peer(to)],
      ports: [policyPort(port)],
    }));
    const name = `from-${source.name}`;
    new KubeNetworkPolicy(this, name, {
      metadata: { name },
      spec: { podSelector: { matchLabels: { ...source.selector } }, policyTypes: ['Egress'], egress },
    });
  }
}

// What is reached from outside is open to every address: behind a load balancer nobody is known.
function ingressRule(port: PodPort, links: readonly Link[]): NetworkPolicyIngressRule {
  const sources = new Set(links.map(({ from }) => from));
  const from = sources.has('outside')
    ? []
    : [...sources].filter((source): source is IConstruct & Workload => source instanceof Workload).map(peer);
  return { ...(from.length > 0 && { from }), ports: [policyPort(port)] };
}

function peer(pods: Pick<ServiceTarget, 'selector' | 'in'>): { podSelector: object; namespaceSelector?: object } {
  return {
    ...(pods.in && { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': pods.in.name } } }),
    podSelector: { matchLabels: { ...pods.selector } },
  };
}

function policyPort({ name, number, protocol }: PodPort): NetworkPolicyPort {
  return {
    port: number === undefined ? IntOrString.fromString(name) : IntOrString.fromNumber(number),
    ...(protocol !== 'TCP' && { protocol }),
  };
}

function groupBy<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
