import type { IConstruct } from 'constructs';
import type { PodPort } from '../pods/port';
import type { ServiceTarget } from './service-target';

const METADATA = 'kind-stacks/link';

/** Somebody who talks to some pods: the fact behind an environment variable or a route. */
export interface Link {
  /** Who talks: a workload, or `outside` for what comes through a load balancer or a route. */
  readonly from: IConstruct | 'outside';
  /** The pods that are talked to. */
  readonly to: ServiceTarget;
  /** The port on which they listen. */
  readonly port: PodPort;
}

/**
 * Records who talks to whom. Graphs, network policies and pages are made from these links, so that
 * nothing has to be described a second time.
 *
 * @param at the construct that makes the link
 */
export function recordLink(at: IConstruct, link: Link): void {
  at.node.addMetadata(METADATA, link);
}

/** The links below a construct, in the order of the constructs that made them. */
export function linksOf(scope: IConstruct): Link[] {
  return scope.node
    .findAll()
    .flatMap((construct) =>
      construct.node.metadata.filter((entry) => entry.type === METADATA).map((entry) => entry.data as Link),
    );
}
