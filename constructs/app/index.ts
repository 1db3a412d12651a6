export { type Acknowledgement, acknowledge, acknowledgementsOf } from './acknowledge';
export { App, type SynthesizedFile } from './app';
export { KubernetesObject, type KubernetesObjectProps, type Plain } from './kubernetes-object';
export type { Manifest } from './manifest';
export { type Place, Refusal, refuse } from './refusal';
export { type Need, PART_OF, Stack, type StackProps } from './stack';
export { synthesize } from './synthesize';
