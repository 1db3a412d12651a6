import { isGroupOfKubernetes } from '../facts/api-versions';
import type { KubernetesObject } from '../model/kubernetes-object';
import type { ObjectSet } from '../model/object-set';
import type { ContainerPort, PodTemplate } from '../model/pod-template';
import { Selector } from '../model/selector';
import type { ServicePort } from './service-ports';

/** The protocols there are; what is none of them is for the rules of the schema. */
export const PROTOCOLS: ReadonlySet<string> = new Set(['TCP', 'UDP', 'SCTP']);

/** The ports that pods declare by the name or number that a Service leads to, in whatever protocol. */
export function targetsOf({ target }: ServicePort, pods: readonly PodTemplate[]): ContainerPort[] {
  if (target === undefined) return [];
  return pods.flatMap((pod) => pod.ports().filter(({ name, number }) => name === target || number === target));
}

/** A Service and the pods that it leads to. */
export interface ServiceWithPods {
  readonly service: KubernetesObject;
  /** At least one; all of them made by Kubernetes itself. */
  readonly pods: readonly PodTemplate[];
}

/** The Services whose pods are known; an operator may give its pods more ports than the manifest says. */
export function* servicesWithPods(set: ObjectSet): Iterable<ServiceWithPods> {
  for (const service of set.of('Service')) {
    if (service.field('spec', 'type').text === 'ExternalName') continue;
    const pods = set.selected(Selector.ofLabels(service.field('spec', 'selector')), service.namespace);
    if (pods.length > 0 && pods.every(({ owner }) => isGroupOfKubernetes(owner.group))) yield { service, pods };
  }
}
