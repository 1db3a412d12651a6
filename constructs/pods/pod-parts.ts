import type { Duration } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-27';
import type { ServiceAccount } from '../access/service-account';
import type { Plain } from '../app/kubernetes-object';
import { refuse } from '../app/refusal';
import { checkSameNamespace } from '../naming/same-namespace';
import { wholeSeconds } from '../naming/whole-seconds';
import { type ContainerProps, renderContainer } from './container';
import type { Consumer } from './env';
import { checkPorts } from './port';
import { SecurityProfile } from './security-profile';
import type { PodVolume } from './volume';

/** What a pod is made of; the same for a bare Pod and for every workload that makes pods. */
export interface PodParts {
  /** The programs that run side by side; at least one. */
  readonly containers: readonly ContainerProps[];

  /**
   * Programs that run to their end, one after the other, before the containers start.
   *
   * @default - none
   */
  readonly initContainers?: readonly ContainerProps[];

  /**
   * Programs that start before the containers and run beside them until the pod ends. Clusters
   * older than Kubernetes 1.29 do not start such a pod.
   *
   * @default - none
   * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
   */
  readonly sidecars?: readonly ContainerProps[];

  /**
   * What the pod may do on its node.
   *
   * @default SecurityProfile.restricted()
   */
  readonly security?: SecurityProfile;

  /**
   * Identity of the pod. Its token is not mounted.
   *
   * @default - the account `default` of the Namespace
   */
  readonly serviceAccount?: ServiceAccount;

  /**
   * How long the programs may take to end before they are killed. Whole seconds.
   *
   * @default Duration.seconds(30)
   */
  readonly gracePeriod?: Duration;
}

/** Fields of a container that are younger than the typed API of Kubernetes 1.27. */
interface NewerContainerFields {
  /** `Always` makes an init container a sidecar; served since 1.28, on by default since 1.29. */
  readonly restartPolicy?: 'Always';
}

type ContainerSpec = Plain<k8s.Container> & NewerContainerFields;

/** The `spec` of a pod. */
export type PodSpec = Omit<Plain<k8s.PodSpec>, 'containers' | 'initContainers'> & {
  readonly initContainers?: readonly ContainerSpec[];
  readonly containers: readonly ContainerSpec[];
};

/** The manifest of a pod; the only place where pods are made. */
export function renderPod(consumer: Consumer, parts: PodParts): PodSpec {
  const { initContainers = [], sidecars = [], containers, serviceAccount, gracePeriod } = parts;
  const all = [...initContainers, ...sidecars, ...containers];
  if (containers.length === 0) refuse(consumer, 'the pod has no container', 'Give it at least one');
  checkNames(consumer, all);
  checkInitContainers(consumer, initContainers);
  checkPorts(
    consumer,
    [...sidecars, ...containers].flatMap(({ ports = [] }) => ports),
  );
  if (serviceAccount) checkSameNamespace(consumer, `ServiceAccount '${serviceAccount.name}'`, serviceAccount);
  const contexts = (parts.security ?? SecurityProfile.restricted()).render(consumer);
  const container = (props: ContainerProps) => renderContainer(consumer, props, contexts.container);
  const before: ContainerSpec[] = [
    ...initContainers.map(container),
    ...sidecars.map((props): ContainerSpec => ({ ...container(props), restartPolicy: 'Always' })),
  ];
  const mounted = volumesOf(parts);
  checkVolumes(consumer, mounted);
  const volumes = mounted.map((volume) => volume.bind(consumer)).filter((spec) => spec !== undefined);
  return {
    ...(serviceAccount && { serviceAccountName: serviceAccount.name }),
    automountServiceAccountToken: false,
    ...(gracePeriod && { terminationGracePeriodSeconds: wholeSeconds(consumer, 'the grace period', gracePeriod) }),
    ...(before.length > 0 && { initContainers: before }),
    containers: containers.map(container),
    ...(contexts.pod && { securityContext: contexts.pod }),
    ...(volumes.length > 0 && { volumes }),
  };
}

function checkNames(consumer: Consumer, containers: readonly ContainerProps[]): void {
  const names = new Set<string>();
  for (const { name } of containers) {
    if (names.has(name))
      refuse(consumer, `two containers have the name '${name}'`, 'Give each container of the pod a name of its own');
    names.add(name);
  }
}

/** Every volume that the containers of a pod mount, once each, in the order of the first mount. */
export function volumesOf({ initContainers = [], sidecars = [], containers }: PodParts): PodVolume[] {
  const mounts = [...initContainers, ...sidecars, ...containers].flatMap(({ mounts = [] }) => mounts);
  return [...new Set(mounts.map(({ volume }) => volume))];
}

function checkVolumes(consumer: Consumer, volumes: readonly PodVolume[]): void {
  const names = new Set<string>();
  for (const { name } of volumes) {
    if (names.has(name)) {
      refuse(consumer, `two volumes have the name '${name}'`, 'Give each volume of the pod a name of its own');
    }
    names.add(name);
  }
}

function checkInitContainers(consumer: Consumer, containers: readonly ContainerProps[]): void {
  for (const { name, readiness, liveness } of containers) {
    if (readiness ?? liveness) {
      refuse(
        consumer,
        `init container '${name}' has a probe, and it is gone before anybody could ask`,
        'Remove the probe, or make it a sidecar',
      );
    }
  }
}
