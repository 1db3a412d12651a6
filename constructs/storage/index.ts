export { PersistentVolumeClaim, type PersistentVolumeClaimProps } from './claim';
export type { AccessMode, ClaimProps } from './claim-props';
export { ClaimTemplate } from './claim-template';
