import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { closest } from 'fastest-levenshtein';
import { KubernetesObject } from '../app/kubernetes-object';
import { refuse } from '../app/refusal';
import { metadataOf, type ObjectProps } from '../naming/metadata';

import { listPorts } from '../pods/port';
import { Address } from './address';
import { Exposure } from './exposure';
import { recordLink } from './links';
import type { ServicePort } from './service-port';
import type { ServiceTarget } from './service-target';

/** What a Service can be told. */
export interface ServiceProps extends ObjectProps {
  /** The pods that get the traffic. */
  readonly target: ServiceTarget;

  /**
   * How they are published.
   *
   * @default Exposure.clusterIp()
   */
  readonly exposure?: Exposure;
}

/**
 * A stable name for pods that come and go. It hands out its ports to routes and its addresses to
 * the environment of other workloads; `workload.expose()` makes one.
 */
export class Service extends Construct {
  /** Name of the Service, and its host name in its Namespace. */
  public readonly name: string;
  /** Its Namespace; none is that of `kubectl`. */
  public readonly namespace: string | undefined;
  /** The pods behind it. */
  public readonly target: ServiceTarget;

  private readonly ports: readonly ServicePort[];

  public constructor(scope: Construct, id: string, props: ServiceProps) {
    super(scope, id);
    const { target, exposure = Exposure.clusterIp() } = props;
    const { spec, annotations, ports } = exposure.render(this, target);
    const metadata = metadataOf(this, 'Service', {
      ...props,
      namespace: props.namespace ?? target.in,
      annotations: { ...props.annotations, ...annotations },
    });
    this.name = metadata.name;
    this.namespace = metadata.namespace ?? Chart.of(this).namespace;
    this.target = target;
    this.ports = ports.map((port) => ({ service: this, ...port }));
    if (spec.type === 'LoadBalancer')
      for (const { target: port } of ports) recordLink(this, { from: 'outside', to: target, port });
    new KubernetesObject(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { ...spec, selector: { ...target.selector } },
    });
  }

  /**
   * One port of this Service, for a route.
   *
   * @param port its name or number; one that the Service does not expose is refused
   * @default - the only port
   */
  public port(port?: string | number): ServicePort {
    const found =
      port === undefined ? this.onlyPort() : this.ports.find(({ name, number }) => name === port || number === port);
    if (found === undefined) {
      const names = this.ports.map(({ name }) => name);
      refuse(
        this,
        `Service '${this.name}' has no port '${port}'; it exposes ${listPorts(this.ports)}`,
        typeof port === 'number' ? 'Name one of these' : `Did you mean '${closest(String(port), names)}'?`,
      );
    }
    return found;
  }

  /**
   * Where this Service answers, for the environment of another workload.
   *
   * @param port name or number of the port
   * @default - the only port
   */
  public address(port?: string | number): Address {
    return Address.of(this.port(port));
  }

  private onlyPort(): ServicePort | undefined {
    if (this.ports.length > 1)
      refuse(this, `Service '${this.name}' has several ports: ${listPorts(this.ports)}`, 'Say which one');
    return this.ports[0];
  }
}
