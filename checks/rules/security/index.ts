import type { Rule } from '../../rule';
import { imageNeedsWrites } from './image-needs-writes';
import { imageRunsAsRoot } from './image-runs-as-root';
import { podSecurityBelowRestricted } from './pod-security-below-restricted';
import { podSecurityViolated } from './pod-security-violated';

/** Rules of security. */
export const SECURITY: readonly Rule[] = [
  podSecurityViolated,
  podSecurityBelowRestricted,
  imageRunsAsRoot,
  imageNeedsWrites,
];
