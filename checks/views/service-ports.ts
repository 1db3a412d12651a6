import type { Field } from '../model/field';
import type { KubernetesObject } from '../model/kubernetes-object';
import type { ContainerPort, PodTemplate } from '../model/pod-template';

/** A port that a Service exposes. */
export interface ServicePort {
  readonly field: Field;
  readonly name: string | undefined;
  readonly port: number | undefined;
  /** The port of the pods: a number or a name; the same as `port` where nothing or 0 is written. */
  readonly target: number | string | undefined;
  readonly protocol: string;
}

/** The ports of a Service, in their order. */
export function portsOf(service: KubernetesObject): ServicePort[] {
  return service
    .field('spec', 'ports')
    .items()
    .map((field) => {
      const port = field.get('port').number;
      const { value } = field.get('targetPort');
      const written = typeof value === 'string' || (typeof value === 'number' && value !== 0) ? value : undefined;
      // A number in quotes is refused; which port is meant is clear all the same.
      const target = typeof written === 'string' && /^\d+$/.test(written) ? Number(written) : (written ?? port);
      return { field, name: field.get('name').text, port, target, protocol: field.get('protocol').text ?? 'TCP' };
    });
}

/** The port of a Service that somebody names by its name or number. */
export function portNamed(ports: readonly ServicePort[], wanted: number | string): ServicePort | undefined {
  return ports.find(({ name, port }) => (typeof wanted === 'number' ? port === wanted : name === wanted));
}

/** The declared port of a pod behind a target port; undefined where no container declares it. */
export function declaredPort(
  { target, protocol }: Pick<ServicePort, 'target' | 'protocol'>,
  pod: PodTemplate,
): ContainerPort | undefined {
  return pod.ports().find((port) => port.protocol === protocol && (port.name === target || port.number === target));
}

/** Ports in words: `80 (http), 443`. */
export function portsInWords(ports: readonly Pick<ServicePort, 'name' | 'port'>[]): string {
  if (ports.length === 0) return 'nothing';
  return ports.map(({ name, port }) => (name === undefined ? `${port}` : `${port} (${name})`)).join(', ');
}
