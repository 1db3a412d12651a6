import type { Duration } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-27';
import type { Plain } from '../app/kubernetes-object';
import { type Place, refuse } from '../app/refusal';
import { wholeSeconds } from '../naming/whole-seconds';
import { isAmong, listPorts, type Port } from './port';

/** When and how often a probe asks. Fields that are left out keep the default of the API server. */
export interface ProbeOptions {
  /**
   * The port to ask.
   *
   * @default - the only port of the container; with several of them this is required
   */
  readonly port?: Port;

  /**
   * Time from the start of the container to the first question. Whole seconds.
   *
   * @default Duration.seconds(0)
   */
  readonly initialDelay?: Duration;

  /**
   * Time from one question to the next. Whole seconds, at least one.
   *
   * @default Duration.seconds(10)
   */
  readonly period?: Duration;
}

/** Further settings of a probe by HTTP. */
export interface HttpProbeOptions extends ProbeOptions {
  /**
   * Headers to send.
   *
   * @default - none
   */
  readonly headers?: Readonly<Record<string, string>>;
}

type Handler = (port: Port) => Plain<k8s.Probe>;

/**
 * A question that the kubelet asks a container: is it ready for traffic, does it still live?
 *
 * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
 */
export class Probe {
  private constructor(
    private readonly handler: Handler,
    private readonly options: ProbeOptions,
    private readonly path?: string,
  ) {}

  /**
   * Asks for a page; a status from 200 to 399 is a yes.
   *
   * @param path begins with '/'
   */
  public static http(path: string, options: HttpProbeOptions = {}): Probe {
    const httpHeaders = Object.entries(options.headers ?? {}).map(([name, value]) => ({ name, value }));
    return new Probe(
      (port) => ({
        httpGet: { path, port: port.name, ...(httpHeaders.length > 0 && { httpHeaders }) },
      }),
      options,
      path,
    );
  }

  /** Opens a connection; that it opens is a yes. */
  public static tcp(options: ProbeOptions = {}): Probe {
    return new Probe((port) => ({ tcpSocket: { port: port.name } }), options);
  }

  /**
   * Asks the gRPC health service. The API knows no names here, so the number of the port is written.
   *
   * @see https://github.com/grpc/grpc/blob/master/doc/health-checking.md
   */
  public static grpc(options: ProbeOptions = {}): Probe {
    return new Probe((port) => ({ grpc: { port: port.number } }), options);
  }

  /**
   * The manifest of this probe in one container.
   *
   * @param what `readiness` or `liveness`, for messages
   * @param ports the ports that the container declares
   */
  public render(place: Place, what: string, ports: readonly Port[]): Plain<k8s.Probe> {
    if (this.path !== undefined && !this.path.startsWith('/')) {
      refuse(
        place,
        `the ${what} probe asks for the path '${this.path}', which does not begin with '/'`,
        `Write '/${this.path}'`,
      );
    }
    const { initialDelay, period } = this.options;
    const delay = initialDelay ? wholeSeconds(place, `the initial delay of the ${what} probe`, initialDelay) : 0;
    return {
      ...this.handler(this.portAmong(place, what, ports)),
      ...(delay > 0 && { initialDelaySeconds: delay }),
      ...(period && { periodSeconds: positive(place, `the period of the ${what} probe`, period) }),
    };
  }

  private portAmong(place: Place, what: string, ports: readonly Port[]): Port {
    const port = this.options.port ?? (ports.length === 1 ? ports[0] : undefined);
    if (port === undefined) {
      refuse(
        place,
        `the ${what} probe names no port, and the container declares ${listPorts(ports)}`,
        ports.length === 0 ? 'Declare the port on which it listens' : 'Say which port to ask',
      );
    }
    if (!isAmong(ports, port)) {
      refuse(
        place,
        `the ${what} probe asks port ${port.number} (${port.name}), and the container declares ${listPorts(ports)}`,
        'Probe a port of this container',
      );
    }
    if (port.protocol !== 'TCP') {
      refuse(
        place,
        `the ${what} probe asks port ${listPorts([port])}, which speaks ${port.protocol}`,
        'Probe a TCP port',
      );
    }
    return port;
  }
}

function positive(place: Place, what: string, duration: Duration): number {
  const seconds = wholeSeconds(place, what, duration);
  if (seconds < 1)
    refuse(place, `${what} is ${seconds} s; allowed is 1 s and more`, 'Leave it out for the default of 10 s');
  return seconds;
}
