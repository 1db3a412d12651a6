export { AddressNetwork } from './address-network';
export { AddressPool, type AddressPoolProps } from './address-pool';
export { AddressRange } from './address-range';
export { LegacyAddressPool, type LegacyAddressPoolProps } from './legacy-address-pool';
export type { LoadBalancerAddress } from './load-balancer-address';
