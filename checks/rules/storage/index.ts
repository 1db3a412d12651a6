import type { Rule } from '../../rule';
import { accessModeUnsupported } from './access-mode-unsupported';
import { claimCannotBind } from './claim-cannot-bind';
import { claimMissesItsVolume } from './claim-misses-its-volume';
import { dataOnEmptyDir } from './data-on-empty-dir';
import { dataSourceMissing } from './data-source-missing';
import { reclaimPolicyRecycle } from './reclaim-policy-recycle';
import { snapshotClassMissing } from './snapshot-class-missing';
import { storageClassMissing } from './storage-class-missing';

/** Rules of storage. */
export const STORAGE: readonly Rule[] = [
  storageClassMissing,
  snapshotClassMissing,
  dataSourceMissing,
  claimMissesItsVolume,
  claimCannotBind,
  accessModeUnsupported,
  dataOnEmptyDir,
  reclaimPolicyRecycle,
];
