import type { ObjectSet } from '../model/object-set';
import type { PodTemplate } from '../model/pod-template';

/** What names a Service in a cluster. */
export interface Name {
  readonly namespace: string | undefined;
  readonly name: string;
}

const OUTSIDE = /^(localhost|metadata|host|gateway)$|\.(internal|local|localhost|localdomain|example|test)\.?$/;

/** Tells which Service a host name means, as the resolver of a pod reads it. */
export class ServiceNames {
  private readonly namespaces = new Set<string>();

  constructor(private readonly set: ObjectSet) {
    for (const { kind, group, name, namespace } of set.objects) {
      if (kind === 'Namespace' && group === '') this.namespaces.add(name);
      if (namespace !== undefined) this.namespaces.add(namespace);
    }
  }

  /** The Service behind a name; undefined where it means something outside, a pod, or nobody can know. */
  public read(host: string, pod: PodTemplate): Name | undefined {
    if (hasOwnResolver(pod) || hasAlias(host, pod)) return undefined;
    const [, inside, suffix] = /^(.*?)(\.svc(?:\.cluster\.local)?\.?)?$/.exec(host) ?? [];
    if (inside === undefined) return undefined;
    const labels = inside.split('.');
    if (suffix !== undefined) return labels.length < 2 ? undefined : this.known(labels.at(-2), labels.at(-1));
    if (OUTSIDE.test(host) || labels.length > 2) return undefined;
    const [first, second] = labels;
    return second === undefined ? this.local(first, pod) : this.ofTwo(first, second, pod);
  }

  // The name of a pod by itself means that pod, on itself.
  private local(name: string | undefined, pod: PodTemplate): Name | undefined {
    const own = pod.spec.get('hostname').text ?? pod.owner.name;
    return name === undefined || name === own || name.startsWith(`${pod.owner.name}-`)
      ? this.existing(pod.namespace, name)
      : { namespace: pod.namespace, name };
  }

  // `redis-0.redis` is a pod of a Service, `redis.shop` a Service of a Namespace, `example.com` neither.
  private ofTwo(first: string | undefined, second: string, pod: PodTemplate): Name | undefined {
    const behind = this.existing(pod.namespace, second);
    if (behind !== undefined) return behind;
    return this.namespaces.has(second) ? this.known(first, second) : undefined;
  }

  private existing(namespace: string | undefined, name: string | undefined): Name | undefined {
    if (name === undefined) return undefined;
    return this.set.find({ group: '', kind: 'Service', namespace, name }) && { namespace, name };
  }

  // Of a Namespace that the cluster or an add-on brings, nobody here knows all Services.
  private known(name: string | undefined, namespace: string | undefined): Name | undefined {
    if (name === undefined || namespace === undefined) return undefined;
    const foreign = this.set.surroundings.provides({ kind: 'Namespace', namespace: undefined, name: namespace });
    return foreign && namespace !== 'default' ? this.existing(namespace, name) : { namespace, name };
  }
}

// Its own lists of domains, or the resolver of the node.
function hasOwnResolver({ spec }: PodTemplate): boolean {
  const policy = spec.get('dnsPolicy').text;
  if (spec.get('dnsConfig', 'searches').items().length > 0) return true;
  if (spec.get('hostNetwork').value === true) return policy !== 'ClusterFirstWithHostNet';
  return policy === 'Default' || policy === 'None';
}

function hasAlias(host: string, { spec }: PodTemplate): boolean {
  return spec
    .get('hostAliases')
    .items()
    .some((alias) =>
      alias
        .get('hostnames')
        .items()
        .some(({ text }) => text === host),
    );
}
