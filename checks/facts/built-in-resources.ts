/** Resources of one API group of Kubernetes, as roles name them. */
interface GroupResources {
  /** Those that belong to a Namespace. */
  readonly namespaced?: readonly string[];
  /** Those of the whole cluster. */
  readonly cluster?: readonly string[];
}

const words = (text: string) => text.split(' ');

const GROUPS: Readonly<Record<string, GroupResources>> = {
  '': {
    namespaced: words(
      'bindings configmaps endpoints events limitranges persistentvolumeclaims pods podtemplates replicationcontrollers resourcequotas secrets serviceaccounts services',
    ),
    // Users and groups are nowhere stored; roles name them to let somebody impersonate them.
    cluster: words('componentstatuses namespaces nodes persistentvolumes users groups'),
  },
  apps: { namespaced: words('controllerrevisions daemonsets deployments replicasets statefulsets') },
  batch: { namespaced: words('cronjobs jobs') },
  autoscaling: { namespaced: words('horizontalpodautoscalers') },
  policy: { namespaced: words('poddisruptionbudgets'), cluster: words('podsecuritypolicies') },
  'networking.k8s.io': {
    namespaced: words('ingresses networkpolicies'),
    cluster: words('ingressclasses ipaddresses servicecidrs'),
  },
  'rbac.authorization.k8s.io': {
    namespaced: words('roles rolebindings'),
    cluster: words('clusterroles clusterrolebindings'),
  },
  'storage.k8s.io': {
    namespaced: words('csistoragecapacities'),
    cluster: words('csidrivers csinodes storageclasses volumeattachments volumeattributesclasses'),
  },
  'coordination.k8s.io': { namespaced: words('leases leasecandidates') },
  'discovery.k8s.io': { namespaced: words('endpointslices') },
  'events.k8s.io': { namespaced: words('events') },
  'scheduling.k8s.io': { namespaced: words('workloads podgroups'), cluster: words('priorityclasses') },
  'node.k8s.io': { cluster: words('runtimeclasses') },
  'certificates.k8s.io': {
    namespaced: words('podcertificaterequests'),
    cluster: words('certificatesigningrequests clustertrustbundles signers'),
  },
  'admissionregistration.k8s.io': {
    cluster: words(
      'mutatingwebhookconfigurations validatingwebhookconfigurations validatingadmissionpolicies validatingadmissionpolicybindings mutatingadmissionpolicies mutatingadmissionpolicybindings',
    ),
  },
  'apiextensions.k8s.io': { cluster: words('customresourcedefinitions') },
  'apiregistration.k8s.io': { cluster: words('apiservices') },
  'authentication.k8s.io': { cluster: words('tokenreviews selfsubjectreviews userextras uids') },
  'authorization.k8s.io': {
    namespaced: words('localsubjectaccessreviews'),
    cluster: words('selfsubjectaccessreviews selfsubjectrulesreviews subjectaccessreviews'),
  },
  'flowcontrol.apiserver.k8s.io': { cluster: words('flowschemas prioritylevelconfigurations') },
  'resource.k8s.io': {
    namespaced: words('resourceclaims resourceclaimtemplates'),
    cluster: words('deviceclasses resourceslices devicetaintrules'),
  },
  'internal.apiserver.k8s.io': { cluster: words('storageversions') },
  'storagemigration.k8s.io': { cluster: words('storageversionmigrations') },
};

/** The groups that every cluster serves. */
export const API_GROUPS: readonly string[] = Object.keys(GROUPS);

/** The group that nothing is served from any more; its resources live on in others. */
export const MOVED_GROUP = 'extensions';

// The lists of these have not changed for years; those of other groups grow.
const SETTLED = new Set([
  '',
  'apps',
  'batch',
  'autoscaling',
  'policy',
  'rbac.authorization.k8s.io',
  'apiextensions.k8s.io',
]);

/** Whether what is not in the list of a group is certainly not in the group. */
export function isSettled(group: string): boolean {
  return SETTLED.has(group);
}

/** Resources of a group; none for one that others bring. */
export function resourcesOf(group: string): readonly string[] {
  const { namespaced = [], cluster = [] } = GROUPS[group] ?? {};
  return [...namespaced, ...cluster];
}

const GROUPS_OF = new Map<string, string[]>();
for (const group of API_GROUPS)
  for (const resource of resourcesOf(group)) GROUPS_OF.set(resource, [...(GROUPS_OF.get(resource) ?? []), group]);

/** The groups that a resource is in. */
export function groupsOf(resource: string): readonly string[] {
  return GROUPS_OF.get(resource) ?? [];
}

/** Whether a resource of a group belongs to the whole cluster. */
export function isOfCluster(group: string, resource: string): boolean {
  return GROUPS[group]?.cluster?.includes(resource) ?? false;
}

/** Verbs that a request can have, and those that roles alone know. */
export const VERBS = words(
  'get list watch create update patch delete deletecollection use bind escalate impersonate approve sign attest proxy redirect *',
);

// What is sent to these is an answer at once; nothing is there to read.
const CREATED_ONLY = new Set(
  words(
    'bindings tokenreviews selfsubjectreviews localsubjectaccessreviews selfsubjectaccessreviews selfsubjectrulesreviews subjectaccessreviews',
  ),
);

/** Whether a resource can only be created. */
export function isCreatedOnly(resource: string): boolean {
  return CREATED_ONLY.has(resource);
}

/** Parts of resources that are granted by themselves, such as `pods/log`. */
export const SUBRESOURCES = words(
  'status scale log exec attach portforward proxy eviction binding ephemeralcontainers resize token approval finalize finalizers metrics stats spec healthz pods configz checkpoint rollback driver *',
);
