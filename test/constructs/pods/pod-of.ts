import { Duration } from 'cdk8s';
import {
  type ContainerProps,
  EmptyDir,
  Pod,
  type PodParts,
  Port,
  Probe,
  SecurityProfile,
  ServiceAccount,
} from '../../../constructs';
import { only, refusalOf, synth, type TestStack } from '../../synth';

type Fields = Record<string, unknown>;

/** A container that is told nothing but what it must be told. */
export const BARE: ContainerProps = { name: 'web', image: 'busybox:1.37.0' };

/** The resources and the rights of a container that is not told any. */
export const CONTAINER_DEFAULTS = {
  resources: { requests: { cpu: '50m', memory: '32Mi' }, limits: { cpu: '200m', memory: '128Mi' } },
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  },
};

/** The manifest of a pod whose only container is the bare one. */
export const BARE_POD = {
  automountServiceAccountToken: false,
  securityContext: {
    runAsNonRoot: true,
    runAsUser: 1000,
    runAsGroup: 1000,
    fsGroup: 1000,
    seccompProfile: { type: 'RuntimeDefault' },
  },
  containers: [{ name: 'web', image: 'busybox:1.37.0', ...CONTAINER_DEFAULTS }],
};

/** The port of the container of a pod that is told everything. */
export const HTTP = Port.tcp('http', 8000);

/** A pod, in the Namespace `shop`, that is told everything a pod can be told. */
export function everyPart(stack: TestStack): Required<PodParts> {
  const files = new EmptyDir('files');
  return {
    initContainers: [{ ...BARE, name: 'fetch', mounts: [files.at('/files')] }],
    sidecars: [{ ...BARE, name: 'log', ports: [Port.udp('syslog', 514)] }],
    containers: [{ ...BARE, ports: [HTTP], liveness: Probe.tcp(), mounts: [files.at('/srv', { readOnly: true })] }],
    security: SecurityProfile.restricted({ user: 1001 }),
    serviceAccount: new ServiceAccount(stack, 'seller', { namespace: { name: 'shop' } }),
    gracePeriod: Duration.minutes(1),
  };
}

/** The manifest of that pod. */
export const EVERY_PART = {
  serviceAccountName: 'seller',
  automountServiceAccountToken: false,
  terminationGracePeriodSeconds: 60,
  securityContext: { ...BARE_POD.securityContext, runAsUser: 1001, runAsGroup: 1001, fsGroup: 1001 },
  volumes: [{ name: 'files', emptyDir: {} }],
  initContainers: [
    {
      name: 'fetch',
      image: 'busybox:1.37.0',
      ...CONTAINER_DEFAULTS,
      volumeMounts: [{ name: 'files', mountPath: '/files' }],
    },
    {
      name: 'log',
      image: 'busybox:1.37.0',
      ports: [{ name: 'syslog', containerPort: 514, protocol: 'UDP' }],
      ...CONTAINER_DEFAULTS,
      restartPolicy: 'Always',
    },
  ],
  containers: [
    {
      name: 'web',
      image: 'busybox:1.37.0',
      ports: [{ name: 'http', containerPort: 8000 }],
      livenessProbe: { tcpSocket: { port: 'http' } },
      ...CONTAINER_DEFAULTS,
      volumeMounts: [{ name: 'files', mountPath: '/srv', readOnly: true }],
    },
  ],
};

/** The `spec` of a Pod of these parts; without containers it has the bare one. */
export function podOf(parts: Partial<PodParts>): Fields {
  const manifests = synth((stack) => new Pod(stack, 'web', { containers: [BARE], ...parts }));
  return only(manifests, 'Pod').spec as unknown as Fields;
}

/** The manifest of a container that is told this besides what it must be told. */
export function containerOf(props: Partial<ContainerProps>): Fields {
  return (podOf({ containers: [{ ...BARE, ...props }] }).containers as Fields[])[0] as Fields;
}

/** The message with which the Pod `test/web` of these parts is refused. */
export function podRefusal(parts: Partial<PodParts>): string {
  return refusalOf((stack) => new Pod(stack, 'web', { containers: [BARE], ...parts }));
}

/** The message with which such a container of the Pod `test/web` is refused. */
export function containerRefusal(props: Partial<ContainerProps>): string {
  return podRefusal({ containers: [{ ...BARE, ...props }] });
}
