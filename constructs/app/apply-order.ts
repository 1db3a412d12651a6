/**
 * The order in which `kubectl apply` of one file works in one go: what others need comes first.
 * Kinds that are not listed come last, in the order in which they were written.
 */
const KINDS = [
  'Namespace',
  'CustomResourceDefinition',
  'PriorityClass',
  'StorageClass',
  'ServiceAccount',
  'ClusterRole',
  'Role',
  'ClusterRoleBinding',
  'RoleBinding',
  'ResourceQuota',
  'LimitRange',
  'NetworkPolicy',
  'Secret',
  'SealedSecret',
  'ConfigMap',
  'IPAddressPool',
  'L2Advertisement',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'Service',
  'Pod',
  'ReplicaSet',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'CronJob',
  'ClusterIssuer',
  'Issuer',
  'Certificate',
  'IngressClass',
  'Ingress',
  'Gateway',
  'HTTPRoute',
];

const RANK = new Map(KINDS.map((kind, rank) => [kind, rank]));

/** Where a kind stands among the others in a file. */
export function applyRank(kind: string): number {
  return RANK.get(kind) ?? KINDS.length;
}
