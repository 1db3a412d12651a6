import { type AddressRange, refuse } from '../constructs';

const SETTING = 'KIND_STACKS_NETWORK';

/**
 * The addresses for load balancers where nobody sets them: `.1` to `.250` of the last /24 of the network of the
 * nodes, because Docker gives containers the lowest ones. A network of one /24 is refused: there these would be the
 * addresses of the nodes.
 */
export function upperEnd(network: AddressRange): string {
  if (network.size < 512)
    refuse(
      SETTING,
      `the network ${network} has ${network.size} addresses, too few to keep its last 256 for load balancers`,
      'Set KIND_STACKS_ADDRESSES to at least 20 addresses inside it that no node has',
    );
  const at = (position: number) => network.nth(SETTING, network.size + position);
  return `${at(-254)}-${at(-5)}`;
}
