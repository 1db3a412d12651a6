import type { Construct } from 'constructs';
import { refuse } from '../app/refusal';
import type { AddressRange } from './address-range';

/**
 * The network of the nodes, from which pools take their addresses: on kind the Docker network
 * `kind`. Addresses outside it would never be answered by ARP.
 */
export class AddressNetwork {
  private readonly reserved: { readonly range: AddressRange; readonly pool: string }[] = [];

  /** @param range all addresses of the network */
  public constructor(public readonly range: AddressRange) {}

  /** Sets a range aside for one pool; refused outside the network or where two pools would meet. */
  public reserve(pool: Construct, range: AddressRange): void {
    if (!this.range.contains(range)) {
      refuse(
        pool,
        `the range ${range} lies outside the network ${this.range}`,
        'Take a range inside it; `docker network inspect kind` shows the one of kind',
      );
    }
    const other = this.reserved.find((entry) => entry.range.overlaps(range));
    if (other !== undefined)
      refuse(
        pool,
        `the range ${range} overlaps ${other.range} of ${other.pool}`,
        'Give each pool addresses of its own',
      );
    this.reserved.push({ range, pool: pool.node.path });
  }
}
