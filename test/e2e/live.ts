/** What every object of a cluster has. */
export interface Live {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid: string;
    readonly generation?: number;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly deletionTimestamp?: string;
    readonly managedFields?: readonly { readonly manager: string; readonly operation: string; readonly time: string }[];
  };
  readonly spec?: unknown;
  readonly status?: unknown;
}

/** A condition in a status. */
export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
}

/** A container as a pod declares it. */
export interface LiveContainer {
  readonly name: string;
  readonly image: string;
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
  readonly ports?: readonly { readonly name?: string; readonly containerPort: number; readonly protocol?: string }[];
  readonly readinessProbe?: {
    readonly httpGet?: {
      readonly path?: string;
      readonly port: number | string;
      readonly httpHeaders?: readonly { readonly name: string; readonly value: string }[];
    };
  };
}

/** What a container does at the moment. */
export interface ContainerStatus {
  readonly name: string;
  readonly ready: boolean;
  readonly restartCount: number;
  readonly state: {
    readonly waiting?: { readonly reason: string; readonly message?: string };
    readonly terminated?: { readonly exitCode: number; readonly reason?: string };
  };
}

/** A pod of the cluster. */
export interface Pod extends Live {
  readonly spec: { readonly nodeName?: string; readonly containers: readonly LiveContainer[] };
  readonly status: {
    readonly phase: string;
    readonly podIP?: string;
    readonly conditions?: readonly Condition[];
    readonly containerStatuses?: readonly ContainerStatus[];
    readonly initContainerStatuses?: readonly ContainerStatus[];
    readonly ephemeralContainerStatuses?: readonly ContainerStatus[];
  };
}

/** A Service of the cluster. */
export interface Service extends Live {
  readonly spec: {
    readonly type: string;
    readonly clusterIP?: string;
    readonly selector?: Readonly<Record<string, string>>;
    readonly ports: readonly {
      readonly name?: string;
      readonly port: number;
      readonly targetPort: number | string;
      readonly protocol: string;
    }[];
  };
  readonly status: { readonly loadBalancer?: { readonly ingress?: readonly { readonly ip?: string }[] } };
}

/** An object in words: `Kind namespace/name`. */
export function nameOf({
  kind,
  metadata,
}: Pick<Live, 'kind'> & { metadata: { name: string; namespace?: string } }): string {
  return `${kind} ${metadata.namespace === undefined ? '' : `${metadata.namespace}/`}${metadata.name}`;
}

/** Whether all labels of a selector are there; an empty selector takes nothing. */
export function selects(
  selector: Readonly<Record<string, string>> | undefined,
  labels: Readonly<Record<string, string>> | undefined,
): boolean {
  const wanted = Object.entries(selector ?? {});
  return wanted.length > 0 && wanted.every(([key, value]) => labels?.[key] === value);
}

/** Whether a pod takes traffic: it is ready and not on its way out. */
export function isReady(pod: Pod): boolean {
  const ready = pod.status.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True');
  return ready === true && pod.metadata.deletionTimestamp === undefined;
}

/** The pod that a page names; the pods of the course write into it who they are. */
export function podNamedIn(page: string, pods: readonly Pod[]): Pod | undefined {
  const words = new Set(page.split(/[^\w.-]+/));
  return pods.find(({ metadata }) => words.has(metadata.name));
}
