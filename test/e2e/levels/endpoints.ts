import { isReady, type Live, type Pod, type Service, selects } from '../live';

/** The addresses behind a Service as the cluster lists them. */
export interface EndpointSlice extends Live {
  readonly endpoints?:
    | readonly {
        readonly addresses: readonly string[];
        readonly conditions?: { readonly ready?: boolean };
        readonly targetRef?: { readonly name: string };
      }[]
    | null;
  readonly ports?: readonly { readonly port?: number; readonly protocol?: string }[] | null;
}

/** The pods that a Service selects and that take traffic. */
export function podsBehind(service: Service, pods: readonly Pod[]): Pod[] {
  return pods.filter(
    (pod) =>
      pod.metadata.namespace === service.metadata.namespace &&
      selects(service.spec.selector, pod.metadata.labels) &&
      isReady(pod),
  );
}

/** What has to be behind a Service, from its selector, its ports and the pods: `address:port/protocol`. */
export function wantedEndpoints(service: Service, pods: readonly Pod[]): string[] {
  return podsBehind(service, pods)
    .flatMap((pod) =>
      service.spec.ports.map(({ port, targetPort, protocol }) => {
        const target = targetPort ?? port;
        const number = typeof target === 'number' ? target : portNamed(target, protocol, pod);
        return `${pod.status.podIP}:${number}/${protocol}`;
      }),
    )
    .sort();
}

function portNamed(name: string, protocol: string, pod: Pod): number | undefined {
  const ports = pod.spec.containers.flatMap((container) => container.ports ?? []);
  return ports.find((port) => port.name === name && (port.protocol ?? 'TCP') === protocol)?.containerPort;
}

/** What is behind a Service, as the cluster's EndpointSlices have it: `address:port/protocol`. */
export function foundEndpoints(service: Service, slices: readonly EndpointSlice[]): string[] {
  return slices
    .filter(
      ({ metadata }) =>
        metadata.namespace === service.metadata.namespace &&
        metadata.labels?.['kubernetes.io/service-name'] === service.metadata.name,
    )
    .flatMap(({ endpoints, ports }) =>
      (endpoints ?? [])
        .filter(({ conditions }) => conditions?.ready !== false)
        .flatMap(({ addresses }) =>
          addresses.flatMap((address) => (ports ?? []).map(({ port, protocol }) => `${address}:${port}/${protocol}`)),
        ),
    )
    .sort();
}
