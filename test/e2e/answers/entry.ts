import { ingressController } from '../../../platform/pods';
import { answers, Cluster } from '../cluster';
import { CannotShow } from '../journal';
import { type Service, selects } from '../live';

/** Where requests of a client enter the cluster. */
export interface Entry {
  readonly address: string;
  readonly http: number;
  readonly https: number;
}

/**
 * Where the ingress controller takes requests from this machine: a load balancer, the ports of a node, or the
 * ports that kind maps to this machine.
 */
export async function ingressEntry(cluster: Cluster): Promise<Entry> {
  cluster.needs('ingress');
  const services = await cluster.kubectl.list<Service>('-n', ingressController.in.name, 'services');
  const balanced = services
    .filter(({ spec }) => selects(spec.selector, ingressController.selector))
    .map(Cluster.addressOf)
    .filter((address) => address !== undefined);
  for (const address of [...cluster.nodes, '127.0.0.1', ...balanced])
    if (await answers(address, 443)) return { address, http: 80, https: 443 };
  throw new CannotShow('this machine reaches no port of the ingress controller');
}
