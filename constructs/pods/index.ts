export type { ContainerProps } from './container';
export type { Consumer, Env, EnvSource, EnvValue } from './env';
export type { PodParts, PodSpec } from './pod-parts';
export { type PodPort, Port, type Protocol } from './port';
export { type HttpProbeOptions, Probe, type ProbeOptions } from './probe';
export { type ResourceAmount, Resources } from './resources';
export { type RestrictedOptions, SecurityProfile } from './security-profile';
export { type Mount, type MountOptions, PodVolume } from './volume';
export { EmptyDir, type EmptyDirOptions } from './volumes';
