import type { Rule } from '../../rule';
import { autoscalerFightsReplicas } from './autoscaler-fights-replicas';
import { budgetBlocksDrain } from './budget-blocks-drain';
import { controlPlaneSkipped } from './control-plane-skipped';
import { gracePeriodTooShort } from './grace-period-too-short';
import { nodeSelectorMatchesNoNode } from './node-selector-matches-no-node';
import { requestsExceedNodes } from './requests-exceed-nodes';
import { requestsExceedQuota } from './requests-exceed-quota';
import { rolloutCannotProgress } from './rollout-cannot-progress';
import { rolloutWaitsForVolume } from './rollout-waits-for-volume';
import { selectorNotInTemplate } from './selector-not-in-template';
import { selectorWithVersion } from './selector-with-version';
import { tolerationMatchesNoTaint } from './toleration-matches-no-taint';
import { topologyCannotSpread } from './topology-cannot-spread';

/** Rules of rollout. */
export const ROLLOUT: readonly Rule[] = [
  rolloutCannotProgress,
  rolloutWaitsForVolume,
  selectorNotInTemplate,
  selectorWithVersion,
  budgetBlocksDrain,
  gracePeriodTooShort,
  controlPlaneSkipped,
  tolerationMatchesNoTaint,
  nodeSelectorMatchesNoNode,
  topologyCannotSpread,
  autoscalerFightsReplicas,
  requestsExceedNodes,
  requestsExceedQuota,
];
