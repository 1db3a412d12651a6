import type { Manifest } from '../../constructs';
import { at, only } from '../synth';
import type { ContainerContract, IngressContract, ServiceContract } from './contract';

/** As `Kind name`, or `Kind namespace/name`. */
export function describeObject({ kind, metadata }: Manifest): string {
  return `${kind} ${metadata.namespace === undefined ? '' : `${metadata.namespace}/`}${metadata.name}`;
}

/** A Service in the words of its contract. */
export function serviceOf(manifests: readonly Manifest[], name: string): ServiceContract {
  const manifest = only(manifests, 'Service', name);
  const spec = manifest.spec as {
    type: 'ClusterIP' | 'LoadBalancer';
    clusterIP?: string;
    selector: Record<string, string>;
    ports: Record<string, unknown>[];
  };
  const { namespace } = manifest.metadata;
  return {
    type: spec.clusterIP === 'None' ? 'Headless' : spec.type,
    selector: spec.selector,
    ports: spec.ports.map((port) => `${port.name} ${port.port}->${port.targetPort}/${port.protocol}`),
    ...(namespace !== undefined && { namespace }),
  };
}

/** An Ingress in the words of its contract. */
export function ingressOf(manifests: readonly Manifest[], name: string): IngressContract & { readonly class: unknown } {
  const { metadata, spec } = only(manifests, 'Ingress', name);
  const list = (path: string) => (at(spec, path) ?? []) as Record<string, unknown>[];
  return {
    class: at(spec, 'ingressClassName'),
    annotations: metadata.annotations ?? {},
    tls: list('tls').map(({ secretName, hosts }) => `${secretName}: ${hosts}`),
    routes: list('rules').flatMap((rule, position) =>
      list(`rules.${position}.http.paths`).map((path) => {
        const backend = `${at(path, 'backend.service.name')} ${at(path, 'backend.service.port.name')}`;
        return `${rule.host ?? '*'} ${path.path} ${path.pathType} -> ${backend}`;
      }),
    ),
  };
}

/** A container in the words of its contract. */
export function containerOf(container: unknown): ContainerContract {
  const list = (path: string) => (at(container, path) ?? []) as Record<string, unknown>[];
  const amount = (kind: string) =>
    `${at(container, `resources.${kind}.cpu`)}/${at(container, `resources.${kind}.memory`)}`;
  return {
    image: at(container, 'image') as string,
    ports: list('ports').map((port) => `${port.name} ${port.containerPort}`),
    env: Object.fromEntries(list('env').map((variable) => [variable.name, textOf(variable)])),
    readiness: at(container, 'readinessProbe'),
    liveness: at(container, 'livenessProbe'),
    resources: `${amount('requests')} -> ${amount('limits')}`,
    mounts: list('volumeMounts').map((mount) => `${mount.name} ${mount.mountPath}`),
  };
}

function textOf(variable: Record<string, unknown>): string {
  const reference = at(variable, 'valueFrom.secretKeyRef') as { name: string; key: string } | undefined;
  return reference === undefined ? (variable.value as string) : `${reference.name}/${reference.key}`;
}
