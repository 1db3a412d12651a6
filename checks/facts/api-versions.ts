import { distance } from 'fastest-levenshtein';
import type { KubernetesObject } from '../model/kubernetes-object';
import { nearest } from '../model/nearest';
import { REMOVED } from './removed-versions';

// Every API version that Kubernetes serves or can be told to serve, and its kinds; stable ones first.
const SERVED: Readonly<Record<string, string>> = {
  v1: 'Binding ComponentStatus ConfigMap Endpoints Event LimitRange Namespace Node PersistentVolume PersistentVolumeClaim Pod PodTemplate ReplicationController ResourceQuota Secret Service ServiceAccount',
  'admissionregistration.k8s.io/v1':
    'MutatingWebhookConfiguration ValidatingWebhookConfiguration ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding',
  'apiextensions.k8s.io/v1': 'CustomResourceDefinition',
  'apiregistration.k8s.io/v1': 'APIService',
  'apps/v1': 'ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet',
  'authentication.k8s.io/v1': 'SelfSubjectReview TokenRequest TokenReview',
  'authorization.k8s.io/v1':
    'LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview',
  'autoscaling/v2': 'HorizontalPodAutoscaler',
  'autoscaling/v1': 'HorizontalPodAutoscaler Scale',
  'batch/v1': 'CronJob Job',
  'certificates.k8s.io/v1': 'CertificateSigningRequest',
  'coordination.k8s.io/v1': 'Lease',
  'discovery.k8s.io/v1': 'EndpointSlice',
  'events.k8s.io/v1': 'Event',
  'flowcontrol.apiserver.k8s.io/v1': 'FlowSchema PriorityLevelConfiguration',
  'networking.k8s.io/v1': 'Ingress IngressClass IPAddress NetworkPolicy ServiceCIDR',
  'node.k8s.io/v1': 'RuntimeClass',
  'policy/v1': 'Eviction PodDisruptionBudget',
  'rbac.authorization.k8s.io/v1': 'ClusterRole ClusterRoleBinding Role RoleBinding',
  'resource.k8s.io/v1': 'DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice',
  'scheduling.k8s.io/v1': 'PriorityClass',
  'storage.k8s.io/v1': 'CSIDriver CSINode CSIStorageCapacity StorageClass VolumeAttachment VolumeAttributesClass',
};

// Kinds that some release served, in any version, before they were stable or at all.
const EVOLVING = new Set(
  [
    'admissionregistration.k8s.io/MutatingAdmissionPolicy admissionregistration.k8s.io/MutatingAdmissionPolicyBinding',
    'admissionregistration.k8s.io/ValidatingAdmissionPolicy admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding',
    'authentication.k8s.io/SelfSubjectReview certificates.k8s.io/ClusterTrustBundle',
    'certificates.k8s.io/PodCertificateRequest coordination.k8s.io/LeaseCandidate networking.k8s.io/IPAddress',
    'networking.k8s.io/ServiceCIDR resource.k8s.io/DeviceClass resource.k8s.io/DeviceTaintRule',
    'resource.k8s.io/ResourceClaim resource.k8s.io/ResourceClaimTemplate resource.k8s.io/ResourceSlice',
    'scheduling.k8s.io/Workload scheduling.k8s.io/PodGroup storage.k8s.io/VolumeAttributesClass',
  ].flatMap((line) => line.split(' ')),
);

// Groups to which no release adds kinds any more.
const CLOSED = new Set(['', 'apps', 'autoscaling', 'batch', 'extensions', 'policy', 'rbac.authorization.k8s.io']);

const groupOf = (apiVersion: string) => apiVersion.split('/').slice(0, -1).join('/');
const KINDS = new Map<string, Set<string>>();
const VERSIONS = new Map<string, string[]>();
for (const [apiVersion, kinds] of [
  ...Object.entries(SERVED),
  ...REMOVED.map(({ apiVersion, kinds }) => [apiVersion, kinds] as const),
])
  for (const kind of kinds.split(' ')) {
    const group = groupOf(apiVersion);
    KINDS.set(group, (KINDS.get(group) ?? new Set()).add(kind));
    const served = apiVersion in SERVED;
    VERSIONS.set(kind, [...(VERSIONS.get(kind) ?? []), ...(served ? [apiVersion] : [])]);
  }

/** Whether a group is one of Kubernetes itself, today or once: by name, and not by how it ends. */
export function isGroupOfKubernetes(group: string): boolean {
  return KINDS.has(group);
}

/** The API version to write for a kind of Kubernetes; undefined if there is none. */
export function apiVersionOf(kind: string): string | undefined {
  return VERSIONS.get(kind)?.[0];
}

/** What is wrong with the kind or API version of an object, and what was meant. */
export interface Misnamed {
  readonly field: 'apiVersion' | 'kind';
  readonly meant: string | undefined;
}

/** Tells whether an object means a kind of Kubernetes and misses it; undefined if it is right, or of somebody else. */
export function misnamed(
  object: Pick<KubernetesObject, 'apiVersion' | 'group' | 'version' | 'kind'>,
): Misnamed | undefined {
  const { group, kind } = object;
  if (kind === '' || isNoResource(object)) return undefined;
  const kinds = KINDS.get(group);
  if (kinds === undefined) return meantGroup(group, kind);
  if (kinds.has(kind)) return isKnownVersion(object) ? undefined : { field: 'apiVersion', meant: apiVersionOf(kind) };
  if (EVOLVING.has(`${group}/${kind}`)) return undefined;
  if (VERSIONS.has(kind)) return { field: 'apiVersion', meant: apiVersionOf(kind) };
  const meant = meantKind(kind, kinds) ?? meantKind(kind, VERSIONS.keys());
  return meant === undefined && !CLOSED.has(group) ? undefined : { field: 'kind', meant };
}

// Answers of the server, lists, and the files of kubectl itself.
function isNoResource({ apiVersion, kind }: Pick<KubernetesObject, 'apiVersion' | 'kind'>): boolean {
  return kind.endsWith('List') || (apiVersion === 'v1' && /^(Config|Status|DeleteOptions)$/.test(kind));
}

function isKnownVersion({ apiVersion, group, kind }: Pick<KubernetesObject, 'apiVersion' | 'group' | 'kind'>): boolean {
  return (
    VERSIONS.get(kind)?.includes(apiVersion) === true ||
    EVOLVING.has(`${group}/${kind}`) ||
    REMOVED.some((removed) => removed.apiVersion === apiVersion && removed.kinds.split(' ').includes(kind))
  );
}

// Of a kind that is right, or nearly so: with two slips at once it may as well be something of somebody else.
function meantGroup(group: string, kind: string): Misnamed | undefined {
  const known = VERSIONS.has(kind) ? kind : meantKind(kind, VERSIONS.keys());
  if (known === undefined || distance(known.toLowerCase(), kind.toLowerCase()) > 2) return undefined;
  const groups = [...KINDS].flatMap(([one, kinds]) => (kinds.has(known) ? [one] : []));
  return groups.some((one) => isSlip(group, one)) ? { field: 'apiVersion', meant: apiVersionOf(known) } : undefined;
}

function meantKind(kind: string, kinds: Iterable<string>): string | undefined {
  const all = [...kinds];
  return all.find((one) => one.toLowerCase() === kind.toLowerCase()) ?? nearest(kind, all);
}

// `extentions`, `app`, `rbac` or `network.k8s.io`; a domain of somebody else is none.
function isSlip(group: string, right: string): boolean {
  const stem = (text: string) => text.replace(/\.k8s\.io$/, '');
  const [written, meant] = [stem(group), stem(right)];
  if (meant === '') return written === 'core' || /^v\d/.test(written);
  if (/^v\d/.test(written)) return true;
  if (written.includes('.') && !meant.includes('.')) return false;
  return distance(written, meant) <= Math.min(2, written.length - 2) || (written.length > 3 && meant.includes(written));
}
