import type { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { Plain } from '../app/kubernetes-object';
import { refuse } from '../app/refusal';
import { checkPortName, checkPortNumber, isAmong, listPorts, type PodPort } from '../pods/port';
import type { ServiceTarget } from './service-target';

/** One port under which pods are reached. */
export interface ExposedPortOptions {
  /**
   * Number under which the Service answers.
   *
   * @default - the number of the target
   */
  readonly port?: number;

  /**
   * The port of the pods that gets the traffic; one that they do not declare is refused.
   *
   * @default - their only port; with several of them this is required
   */
  readonly target?: PodPort;

  /**
   * Name of the port of the Service.
   *
   * @default - the name of the target
   */
  readonly name?: string;
}

/** A port of a Service and the port of the pods behind it. */
export interface ExposedPort {
  readonly name: string;
  readonly number: number;
  readonly target: PodPort;
}

/** Which port of the pods is meant, and under which number and name it is published. */
export function exposedPort(service: Construct, pods: ServiceTarget, options: ExposedPortOptions): ExposedPort {
  const target = options.target ?? (pods.ports.length === 1 ? pods.ports[0] : undefined);
  if (target === undefined) {
    refuse(
      service,
      `the Service names no port of '${pods.name}', which declares ${listPorts(pods.ports)}`,
      pods.ports.length === 0 ? 'Declare the port on which the container listens' : 'Say which port gets the traffic',
    );
  }
  if (!isAmong(pods.ports, target)) {
    refuse(
      service,
      `the Service sends traffic to port ${listPorts([target])}, and '${pods.name}' declares ${listPorts(pods.ports)}`,
      'Send it to a port of these pods',
    );
  }
  const number = options.port ?? target.number;
  if (number === undefined)
    refuse(service, `nobody knows the number of port '${target.name}'`, 'Say under which port the Service answers');
  return { name: options.name ?? target.name, number, target };
}

/** Refuses a headless Service that seems to map a port. */
export function checkUnmapped(service: Construct, pods: ServiceTarget, ports: readonly ExposedPort[]): void {
  for (const { number, target } of ports) {
    if (target.number !== undefined && number !== target.number) {
      refuse(
        service,
        `a headless Service maps no ports, so clients reach '${pods.name}' at ${target.number} and not at ${number}`,
        'Leave the port out, or use Exposure.clusterIp',
      );
    }
  }
}

/** Refuses two ports with one name, or with one number and protocol. */
export function checkExposedPorts(service: Construct, ports: readonly ExposedPort[]): void {
  const taken = new Set<string>();
  for (const { name, number, target } of ports) {
    checkPortName(service, name);
    checkPortNumber(service, `port '${name}'`, number);
    for (const key of [name, `${number}/${target.protocol}`]) {
      if (taken.has(key))
        refuse(service, `two ports of the Service are '${key}'`, 'Give each port a name and a number of its own');
      taken.add(key);
    }
  }
}

/** The manifest of a port. A target with the number of the port is what the API server assumes anyway. */
export function portSpec({ name, number, target }: ExposedPort): Plain<k8s.ServicePort> {
  return {
    name,
    port: number,
    ...(target.number !== number && { targetPort: target.name }),
    ...(target.protocol !== 'TCP' && { protocol: target.protocol }),
  };
}
