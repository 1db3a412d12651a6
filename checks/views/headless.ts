import type { KubernetesObject } from '../model/kubernetes-object';

/** Whether a Service has no address of its own, so that its name stands for the pods themselves. */
export function isHeadless(service: KubernetesObject): boolean {
  const said = [service.field('spec', 'clusterIP'), ...service.field('spec', 'clusterIPs').items()];
  return said.some(({ text }) => text === 'None');
}
