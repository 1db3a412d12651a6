import { type Place, refuse } from '../app/refusal';

/** Transport protocols that a container port can have. */
export type Protocol = 'TCP' | 'UDP' | 'SCTP';

/** A port of a pod that others can refer to; what a Service sends traffic to. */
export interface PodPort {
  /** Name of the port in the pod. */
  readonly name: string;
  /** Number; absent where only the name is known, as with pods of an add-on. */
  readonly number?: number;
  /** Transport protocol. */
  readonly protocol: Protocol;
}

// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports (IANA_SVC_NAME)
const NAME = /^(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * A port on which a container listens. Made once and then referred to: by the container that
 * declares it, by probes and by Services, so that its number is typed in one place.
 */
export class Port implements PodPort {
  private constructor(
    public readonly name: string,
    public readonly number: number,
    public readonly protocol: Protocol,
  ) {}

  /**
   * A port for TCP.
   *
   * @param name at most 15 lower-case letters, digits and single '-'
   * @param number 1 to 65535
   */
  public static tcp(name: string, number: number): Port {
    return new Port(name, number, 'TCP');
  }

  /**
   * A port for UDP.
   *
   * @param name at most 15 lower-case letters, digits and single '-'
   * @param number 1 to 65535
   */
  public static udp(name: string, number: number): Port {
    return new Port(name, number, 'UDP');
  }
}

/** Refuses a port number outside 1 to 65535. */
export function checkPortNumber(place: Place, what: string, number: number): void {
  if (!Number.isInteger(number) || number < 1 || number > 65535) {
    refuse(
      place,
      `${what} is ${number}; allowed are whole numbers from 1 to 65535`,
      'Write the port on which the program listens',
    );
  }
}

/** Refuses a port name that is not an IANA service name. */
export function checkPortName(place: Place, name: string): void {
  if (name.length > 15 || !NAME.test(name)) {
    refuse(
      place,
      `port name '${name}' is invalid; allowed are at most 15 lower-case letters, digits and single '-' between them, with at least one letter`,
      "Write it like 'http' or 'grpc-web'",
    );
  }
}

/** Refuses ports that cannot stand side by side in one pod. */
export function checkPorts(place: Place, ports: readonly Port[]): void {
  const names = new Set<string>();
  const numbers = new Map<string, string>();
  for (const { name, number, protocol } of ports) {
    checkPortName(place, name);
    checkPortNumber(place, `port '${name}'`, number);
    if (names.has(name)) refuse(place, `two ports have the name '${name}'`, 'Give each port a name of its own');
    names.add(name);
    const other = numbers.get(`${number}/${protocol}`);
    if (other !== undefined)
      refuse(
        place,
        `ports '${other}' and '${name}' both have the number ${number}/${protocol}`,
        'Declare the port once',
      );
    numbers.set(`${number}/${protocol}`, name);
  }
}

/** Whether a port is one of these; ports with one name, number and protocol are the same. */
export function isAmong(ports: readonly PodPort[], { name, number, protocol }: PodPort): boolean {
  return ports.some((port) => port.name === name && port.number === number && port.protocol === protocol);
}

/** Ports as a message lists them: `80 (http), 53/UDP (dns)`. */
export function listPorts(ports: readonly (Pick<PodPort, 'name' | 'number'> & Partial<PodPort>)[]): string {
  const list = ports.map(({ name, number, protocol = 'TCP' }) => {
    const transport = protocol === 'TCP' ? '' : `/${protocol}`;
    return number === undefined ? `${name}${transport}` : `${number}${transport} (${name})`;
  });
  return list.join(', ') || 'none';
}
