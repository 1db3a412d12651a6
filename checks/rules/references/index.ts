import type { Rule } from '../../rule';
import { addressUnknown } from './address-unknown';
import { argumentQuoted } from './argument-quoted';
import { autoscalerTargetCannotScale } from './autoscaler-target-cannot-scale';
import { autoscalerTargetMissing } from './autoscaler-target-missing';
import { autoscalerWithoutRequests } from './autoscaler-without-requests';
import { budgetSelectsNothing } from './budget-selects-nothing';
import { customResourceUnknown } from './custom-resource-unknown';
import { envSourceMissing } from './env-source-missing';
import { labelsDiffer } from './labels-differ';
import { mountWithoutVolume } from './mount-without-volume';
import { namespaceUndeclared } from './namespace-undeclared';
import { networkPolicySelectsNothing } from './network-policy-selects-nothing';
import { objectTwice } from './object-twice';
import { selectorsOverlap } from './selectors-overlap';
import { serviceAccountMissing } from './service-account-missing';
import { serviceSelectorsRepeat } from './service-selectors-repeat';
import { serviceSelectsNothing } from './service-selects-nothing';
import { serviceSelectsStrangers } from './service-selects-strangers';
import { statefulSetServiceMissing } from './stateful-set-service-missing';
import { subPathMissing } from './sub-path-missing';
import { variableMisspelt } from './variable-misspelt';
import { variableUndefined } from './variable-undefined';
import { volumeSourceMissing } from './volume-source-missing';
import { volumeWithoutMount } from './volume-without-mount';

/** Rules of references. */
export const REFERENCES: readonly Rule[] = [
  serviceSelectsNothing,
  serviceSelectsStrangers,
  selectorsOverlap,
  serviceSelectorsRepeat,
  envSourceMissing,
  volumeSourceMissing,
  mountWithoutVolume,
  volumeWithoutMount,
  subPathMissing,
  serviceAccountMissing,
  autoscalerTargetMissing,
  autoscalerTargetCannotScale,
  autoscalerWithoutRequests,
  budgetSelectsNothing,
  networkPolicySelectsNothing,
  statefulSetServiceMissing,
  namespaceUndeclared,
  customResourceUnknown,
  objectTwice,
  variableMisspelt,
  argumentQuoted,
  addressUnknown,
  variableUndefined,
  labelsDiffer,
];
