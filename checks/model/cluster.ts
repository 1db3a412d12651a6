import * as addOns from '../../platform/add-ons';
import { freshCluster } from '../../platform/fresh-cluster';
import { kind } from '../../platform/kind';
import { coreDns, ingressController } from '../../platform/pods';
import { type ExternalPods, Surroundings, type SurroundingsOptions } from './surroundings';

/** What a kind cluster with the add-ons of the course holds, and what is declared on top of it. */
export function fresh({ externals = [], pods = [], ...options }: SurroundingsOptions = {}): Surroundings {
  const namespaces = Object.values(addOns).flatMap((addOn: addOns.AddOn) =>
    addOn.namespace === undefined ? [] : [{ kind: 'Namespace', name: addOn.namespace.name }],
  );
  return new Surroundings({
    nodes: kind.nodes,
    ...options,
    externals: [...freshCluster, ...namespaces, ...externals],
    pods: [...[coreDns, ingressController].map(podsOf), ...pods],
  });
}

function podsOf(foreign: typeof coreDns | typeof ingressController): ExternalPods {
  return { namespace: foreign.in.name, labels: foreign.selector };
}
