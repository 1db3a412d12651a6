/** An API version that a release of Kubernetes stopped to serve. */
export interface RemovedVersion {
  readonly apiVersion: string;
  readonly kinds: string;
  /** The first minor without it. */
  readonly since: string;
  /** What to write; undefined if nothing took its place. */
  readonly instead: string | undefined;
  /** What changed in the fields. */
  readonly moved?: string;
}

const SELECTOR = 'spec.selector has to be written, with the labels of the template';
const INGRESS =
  'serviceName is service.name, servicePort is service.port.number or service.port.name, spec.backend is spec.defaultBackend, and every path has a pathType';
const AUTOSCALER = 'targetAverageUtilization is target.averageUtilization with target.type Utilization';
const DEFINITION =
  'spec.version, validation, subresources and additionalPrinterColumns are in spec.versions, each with a schema';
const WEBHOOK = 'sideEffects and admissionReviewVersions have to be written';
const ENDPOINTS = 'topology is nodeName and zone of each endpoint';
const FLOW = 'assuredConcurrencyShares is nominalConcurrencyShares';

const RBAC = 'ClusterRole ClusterRoleBinding Role RoleBinding';
const WEBHOOKS = 'MutatingWebhookConfiguration ValidatingWebhookConfiguration';
const FLOWS = 'FlowSchema PriorityLevelConfiguration';
const REVIEWS = 'LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview';

type Row = readonly [apiVersion: string, kinds: string, since: string, instead?: string, moved?: string];

const ROWS: readonly Row[] = [
  ['extensions/v1beta1', 'DaemonSet Deployment ReplicaSet', '1.16', 'apps/v1', SELECTOR],
  ['extensions/v1beta1', 'NetworkPolicy', '1.16', 'networking.k8s.io/v1'],
  ['extensions/v1beta1', 'PodSecurityPolicy', '1.16'],
  ['extensions/v1beta1', 'Ingress', '1.22', 'networking.k8s.io/v1', INGRESS],
  ['apps/v1beta1', 'Deployment ReplicaSet StatefulSet', '1.16', 'apps/v1', SELECTOR],
  ['apps/v1beta1', 'ControllerRevision', '1.16', 'apps/v1'],
  ['apps/v1beta2', 'DaemonSet Deployment ReplicaSet StatefulSet', '1.16', 'apps/v1', SELECTOR],
  ['apps/v1beta2', 'ControllerRevision', '1.16', 'apps/v1'],
  ['settings.k8s.io/v1alpha1', 'PodPreset', '1.20'],
  ['batch/v2alpha1', 'CronJob', '1.21', 'batch/v1'],
  ['admissionregistration.k8s.io/v1beta1', WEBHOOKS, '1.22', 'admissionregistration.k8s.io/v1', WEBHOOK],
  ['apiextensions.k8s.io/v1beta1', 'CustomResourceDefinition', '1.22', 'apiextensions.k8s.io/v1', DEFINITION],
  ['apiregistration.k8s.io/v1beta1', 'APIService', '1.22', 'apiregistration.k8s.io/v1'],
  ['authentication.k8s.io/v1beta1', 'TokenReview', '1.22', 'authentication.k8s.io/v1'],
  ['authorization.k8s.io/v1beta1', REVIEWS, '1.22', 'authorization.k8s.io/v1', 'spec.group is spec.groups'],
  [
    'certificates.k8s.io/v1beta1',
    'CertificateSigningRequest',
    '1.22',
    'certificates.k8s.io/v1',
    'spec.signerName and spec.usages have to be written',
  ],
  ['coordination.k8s.io/v1beta1', 'Lease', '1.22', 'coordination.k8s.io/v1'],
  ['networking.k8s.io/v1beta1', 'Ingress', '1.22', 'networking.k8s.io/v1', INGRESS],
  ['networking.k8s.io/v1beta1', 'IngressClass', '1.22', 'networking.k8s.io/v1'],
  ['rbac.authorization.k8s.io/v1beta1', RBAC, '1.22', 'rbac.authorization.k8s.io/v1'],
  ['rbac.authorization.k8s.io/v1alpha1', RBAC, '1.22', 'rbac.authorization.k8s.io/v1'],
  ['scheduling.k8s.io/v1beta1', 'PriorityClass', '1.22', 'scheduling.k8s.io/v1'],
  ['scheduling.k8s.io/v1alpha1', 'PriorityClass', '1.22', 'scheduling.k8s.io/v1'],
  ['storage.k8s.io/v1beta1', 'CSIDriver CSINode StorageClass VolumeAttachment', '1.22', 'storage.k8s.io/v1'],
  ['batch/v1beta1', 'CronJob', '1.25', 'batch/v1'],
  ['discovery.k8s.io/v1beta1', 'EndpointSlice', '1.25', 'discovery.k8s.io/v1', ENDPOINTS],
  ['events.k8s.io/v1beta1', 'Event', '1.25', 'events.k8s.io/v1'],
  ['autoscaling/v2beta1', 'HorizontalPodAutoscaler', '1.25', 'autoscaling/v2', AUTOSCALER],
  [
    'policy/v1beta1',
    'PodDisruptionBudget',
    '1.25',
    'policy/v1',
    'an empty spec.selector now means all pods of the namespace',
  ],
  ['policy/v1beta1', 'PodSecurityPolicy', '1.25'],
  ['node.k8s.io/v1beta1', 'RuntimeClass', '1.25', 'node.k8s.io/v1'],
  ['autoscaling/v2beta2', 'HorizontalPodAutoscaler', '1.26', 'autoscaling/v2'],
  ['flowcontrol.apiserver.k8s.io/v1beta1', FLOWS, '1.26', 'flowcontrol.apiserver.k8s.io/v1', FLOW],
  ['storage.k8s.io/v1beta1', 'CSIStorageCapacity', '1.27', 'storage.k8s.io/v1'],
  ['flowcontrol.apiserver.k8s.io/v1beta2', FLOWS, '1.29', 'flowcontrol.apiserver.k8s.io/v1', FLOW],
  ['flowcontrol.apiserver.k8s.io/v1beta3', FLOWS, '1.32', 'flowcontrol.apiserver.k8s.io/v1'],
];

/** Every API version that was removed, in the order in which it was. */
export const REMOVED: readonly RemovedVersion[] = ROWS.map(([apiVersion, kinds, since, instead, moved]) => ({
  ...{ apiVersion, kinds, since, instead },
  ...(moved !== undefined && { moved }),
}));

const BY_KIND = new Map(
  REMOVED.flatMap((row) => row.kinds.split(' ').map((kind) => [`${row.apiVersion}\n${kind}`, row])),
);

/** The removal of the API version of an object in a release of Kubernetes; undefined where it is still served. */
export function removalOf(apiVersion: string, kind: string, kubernetes: string): RemovedVersion | undefined {
  const row = BY_KIND.get(`${apiVersion}\n${kind}`);
  return row !== undefined && minorOf(kubernetes) >= minorOf(row.since) ? row : undefined;
}

/** The number behind the point of a release: 36 of `1.36`. */
export function minorOf(kubernetes: string): number {
  return Number(kubernetes.split('.')[1]);
}
