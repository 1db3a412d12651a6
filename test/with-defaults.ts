import type { Manifest } from '../constructs';

type Fields = Record<string, unknown>;

/**
 * A manifest as the API server would complete it, as far as our contracts speak of it. Manifests
 * leave out what only repeats a default; tests read them through this.
 */
export function withDefaults(manifest: Manifest): Manifest {
  const spec = manifest.spec as Fields | undefined;
  switch (manifest.kind) {
    case 'Service':
      return { ...manifest, spec: service(spec as Fields) } as Manifest;
    case 'Pod':
      return { ...manifest, spec: pod(spec as Fields) } as Manifest;
    case 'Deployment':
      return { ...manifest, spec: workload({ strategy: ROLLING, ...spec }) } as Manifest;
    case 'ReplicaSet':
    case 'StatefulSet':
      return { ...manifest, spec: workload(spec as Fields) } as Manifest;
    default:
      return manifest;
  }
}

const ROLLING = { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } };

function service(spec: Fields): Fields {
  const ports = (spec.ports as Fields[]).map((port) => ({ protocol: 'TCP', targetPort: port.port, ...port }));
  return { type: 'ClusterIP', ...spec, ports };
}

function workload(spec: Fields): Fields {
  const template = spec.template as Fields;
  return { replicas: 1, ...spec, template: { ...template, spec: pod(template.spec as Fields) } };
}

function pod(spec: Fields): Fields {
  const complete = (containers: unknown) => (containers as Fields[] | undefined)?.map(container);
  return {
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    ...spec,
    initContainers: complete(spec.initContainers),
    containers: complete(spec.containers),
  };
}

function container(spec: Fields): Fields {
  return {
    imagePullPolicy: 'IfNotPresent',
    ...spec,
    ports: (spec.ports as Fields[] | undefined)?.map((port) => ({ protocol: 'TCP', ...port })),
    readinessProbe: probe(spec.readinessProbe as Fields | undefined),
    livenessProbe: probe(spec.livenessProbe as Fields | undefined),
  };
}

function probe(spec: Fields | undefined): Fields | undefined {
  return spec && { initialDelaySeconds: 0, periodSeconds: 10, timeoutSeconds: 1, failureThreshold: 3, ...spec };
}
