export { type Acknowledgement, acknowledge, acknowledgementsOf } from './acknowledge';
export { App, type AppProps, type SynthesizedFile } from './app';
export { KubernetesObject, type KubernetesObjectProps, type Plain } from './kubernetes-object';
export type { Manifest } from './manifest';
export { type Place, Refusal, type RefusedProblem, refuse } from './refusal';
export { type Need, PART_OF, Stack, type StackProps } from './stack';
export { synthesize } from './synthesize';
