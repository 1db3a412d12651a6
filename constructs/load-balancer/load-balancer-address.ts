import type { Construct } from 'constructs';
import { refuse } from '../app/refusal';
import type { Labels } from '../naming/labels';

/**
 * One address of a pool, taken for a Service. Without sharing the second Service is refused; with
 * it, Services may meet at the address as long as no port and protocol meets twice.
 *
 * @see https://metallb.io/usage/#requesting-specific-ips
 */
export class LoadBalancerAddress {
  private readonly takenBy = new Map<string, string>();

  /**
   * Made by `pool.address()` and `pool.sharedAddress()`.
   *
   * @param address the IPv4 address
   * @param sharingKey what the Services that share it have in common; none means one Service only
   */
  public constructor(
    public readonly address: string,
    private readonly sharingKey?: string,
  ) {}

  /**
   * Takes the address for a Service.
   *
   * @param ports what the Service exposes, as `53/UDP`
   * @returns the annotations that MetalLB reads
   */
  public claim(service: Construct, ports: readonly string[]): Labels {
    for (const port of this.sharingKey === undefined ? ['address'] : ports) {
      const other = this.takenBy.get(port);
      if (other !== undefined) this.refuseTaken(service, port, other);
      this.takenBy.set(port, service.node.path);
    }
    return {
      ...(this.sharingKey !== undefined && { 'metallb.io/allow-shared-ip': this.sharingKey }),
      'metallb.io/loadBalancerIPs': this.address,
    };
  }

  private refuseTaken(service: Construct, port: string, other: string): never {
    if (this.sharingKey === undefined) {
      refuse(
        service,
        `the address ${this.address} is taken by ${other}`,
        'Take another one, or share it with pool.sharedAddress',
      );
    }
    refuse(
      service,
      `port ${port} of the shared address ${this.address} is taken by ${other}`,
      'Expose another port, or take another address',
    );
  }
}
