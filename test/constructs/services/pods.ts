import {
  type PodPort,
  Port,
  Service,
  type ServicePort,
  type ServiceProps,
  type ServiceTarget,
} from '../../../constructs';
import type { TestStack } from '../../synth';

export const http = Port.tcp('http', 8000);
export const metrics = Port.tcp('metrics', 9090);

/** Pods that declare these ports, as a Service can select them. */
export function pods(...ports: readonly PodPort[]): ServiceTarget {
  return { name: 'web', selector: { app: 'web' }, ports };
}

/** The port of a Service in front of pods that listen on 8000. */
export function portOf(stack: TestStack, name = 'web-svc', props: Omit<ServiceProps, 'target'> = {}): ServicePort {
  return new Service(stack, name, { target: pods(http), ...props }).port();
}
