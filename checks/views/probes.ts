import type { Field } from '../model/field';

/** A port of a container that the kubelet asks or calls. */
export interface ProbedPort {
  /** What asks: `readinessProbe`, `preStop` and so on. */
  readonly name: string;
  /** Whether its answer decides over the container; a hook only acts. */
  readonly isProbe: boolean;
  readonly action: 'httpGet' | 'tcpSocket' | 'grpc';
  /** Where the port is written. */
  readonly field: Field;
  readonly wanted: number | string;
  /** Whether another host is asked than the pod. */
  readonly asksOther: boolean;
}

/** The probes of a container, in the order in which the kubelet heeds them. */
export const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const;

const HOOKS = ['postStart', 'preStop'] as const;
const ACTIONS = ['httpGet', 'tcpSocket', 'grpc'] as const;

/** The ports that the probes and hooks of a container name. */
export function probedPorts(container: Field): ProbedPort[] {
  return [
    ...PROBES.flatMap((name) => portsIn(name, container.get(name), true)),
    ...HOOKS.flatMap((name) => portsIn(name, container.get('lifecycle', name), false)),
  ];
}

function portsIn(name: string, handler: Field, isProbe: boolean): ProbedPort[] {
  return ACTIONS.flatMap((action) => {
    const field = handler.get(action, 'port');
    const { value } = field;
    if (typeof value !== 'number' && (typeof value !== 'string' || value === '')) return [];
    const wanted = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
    return [{ name, isProbe, action, field, wanted, asksOther: handler.get(action, 'host').exists }];
  });
}
