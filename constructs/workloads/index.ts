export { Deployment, type DeploymentProps } from './deployment';
export { Pod, type PodProps } from './pod';
export { ReplicaSet, type ReplicaSetProps } from './replica-set';
export type { Replicas } from './replicas';
export { type PodCount, Rollout, type RolloutTimes } from './rollout';
export { StatefulSet, type StatefulSetProps } from './stateful-set';
export { Workload, type WorkloadProps } from './workload';
