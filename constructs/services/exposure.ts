import type { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { Plain } from '../app/kubernetes-object';
import { refuse } from '../app/refusal';
import type { LoadBalancerAddress } from '../load-balancer/load-balancer-address';
import {
  checkExposedPorts,
  checkUnmapped,
  type ExposedPort,
  type ExposedPortOptions,
  exposedPort,
  portSpec,
} from './exposed-port';
import type { ServiceTarget } from './service-target';

/** The part of a Service that an exposure decides. */
export type ExposureSpec = Pick<Plain<k8s.ServiceSpec>, 'type' | 'ports' | 'externalTrafficPolicy'> & {
  readonly clusterIP?: 'None';
};

/** What an exposure means for one Service. */
export interface RenderedExposure {
  readonly spec: ExposureSpec;
  readonly annotations: Readonly<Record<string, string>>;
  readonly ports: readonly ExposedPort[];
}

type Kind = 'ClusterIP' | 'Headless' | 'LoadBalancer';

/**
 * How pods are published: inside the cluster under one virtual address, by the names of the single
 * pods, or to the outside. Without a port it publishes the only port of the pods under its number.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/
 */
export class Exposure {
  private constructor(
    private readonly kind: Kind,
    private readonly ports: readonly ExposedPortOptions[],
    private readonly address?: LoadBalancerAddress,
    private readonly local = false,
  ) {}

  /** One virtual address inside the cluster; connections are spread over the pods. */
  public static clusterIp(...ports: readonly ExposedPortOptions[]): Exposure {
    return new Exposure('ClusterIP', ports);
  }

  /**
   * No virtual address: the name of the Service gives the addresses of the pods. No port is mapped,
   * so a port other than the one of the pods is refused.
   */
  public static headless(...ports: readonly ExposedPortOptions[]): Exposure {
    return new Exposure('Headless', ports);
  }

  /** An address outside the cluster; on kind it comes from MetalLB. */
  public static loadBalancer(...ports: readonly ExposedPortOptions[]): Exposure {
    return new Exposure('LoadBalancer', ports);
  }

  /**
   * The same, at an address of one's own choice instead of the next free one.
   *
   * @param address from `pool.address()` or `pool.sharedAddress()`; only for load balancers
   */
  public at(address: LoadBalancerAddress): Exposure {
    return new Exposure(this.kind, this.ports, address, this.local);
  }

  /**
   * The same, with `externalTrafficPolicy: Local`: pods see the address of the client, and only
   * nodes with such a pod take part. Only for load balancers.
   */
  public keepingClientAddress(): Exposure {
    return new Exposure(this.kind, this.ports, this.address, true);
  }

  /** The manifest of this exposure for certain pods. */
  public render(service: Construct, target: ServiceTarget): RenderedExposure {
    if (this.kind !== 'LoadBalancer' && (this.address !== undefined || this.local)) {
      refuse(service, `a ${this.kind} Service has no address outside the cluster`, 'Use Exposure.loadBalancer');
    }
    const ports = (this.ports.length === 0 ? [{}] : this.ports).map((options) => exposedPort(service, target, options));
    checkExposedPorts(service, ports);
    if (this.kind === 'Headless') checkUnmapped(service, target, ports);
    const annotations =
      this.address?.claim(
        service,
        ports.map(({ number, target: { protocol } }) => `${number}/${protocol}`),
      ) ?? {};
    return { spec: { ...this.type(), ports: ports.map(portSpec) }, annotations, ports };
  }

  private type(): Omit<ExposureSpec, 'ports'> {
    if (this.kind === 'Headless') return { clusterIP: 'None' };
    if (this.kind === 'ClusterIP') return {};
    return { type: 'LoadBalancer', ...(this.local && { externalTrafficPolicy: 'Local' }) };
  }
}
