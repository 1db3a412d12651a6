import type { Rule } from '../../rule';
import { addressOutsidePool } from './address-outside-pool';
import { addressTaken } from './address-taken';
import { loadBalancerConfigurationIgnored } from './load-balancer-configuration-ignored';
import { poolMissing } from './pool-missing';
import { sharedAddressConflict } from './shared-address-conflict';

/** Rules of load balancers. */
export const LOAD_BALANCER: readonly Rule[] = [
  addressOutsidePool,
  addressTaken,
  sharedAddressConflict,
  poolMissing,
  loadBalancerConfigurationIgnored,
];
