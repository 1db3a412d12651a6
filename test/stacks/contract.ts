import { App, type Manifest, Stack } from '../../constructs';
import { addStacks, readSettings } from '../../stacks';
import { at, only } from '../synth';
import { withDefaults } from '../with-defaults';

/** What the contract says of a Service; `ports` as `name port->port of the pods/protocol`. */
export interface ServiceContract {
  readonly type: 'ClusterIP' | 'LoadBalancer' | 'Headless';
  readonly selector: Readonly<Record<string, string>>;
  readonly ports: readonly string[];
  readonly namespace?: string;
}

/** What the contract says of a container. */
export interface ContainerContract {
  readonly image: string;
  /** As `name number`. */
  readonly ports?: readonly string[];
  /** Texts, and `secret/key` for values from Secrets. */
  readonly env?: Readonly<Record<string, string>>;
  readonly readiness?: unknown;
  readonly liveness?: unknown;
  /** As `cpu/memory -> cpu/memory`. */
  readonly resources: string;
  /** As `volume path`. */
  readonly mounts?: readonly string[];
}

/** What the contract says of a pod, whatever makes it. */
export interface PodContract {
  readonly replicas?: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly user: number;
  readonly grace?: number;
  readonly serviceAccount?: string;
  readonly containers: Readonly<Record<string, ContainerContract>>;
  readonly initContainers?: readonly string[];
}

/** Everything that the contract says of one file. */
export interface StackContract {
  /** Every object as `Kind name`, or `Kind namespace/name`, in the order of the file. */
  readonly objects: readonly string[];
  readonly services?: Readonly<Record<string, ServiceContract>>;
  /** By `Kind name`. */
  readonly pods?: Readonly<Record<string, PodContract>>;
}

const app = new App();
addStacks(app, readSettings({}));
const stacks = new Map(
  app.node.children
    .filter((child): child is Stack => Stack.isStack(child as Stack))
    .map((stack) => [stack.name, stack]),
);

/** One of the stacks that `npm run synth` writes, with the settings of kind. */
export function stackOf(name: string): Stack {
  const stack = stacks.get(name);
  if (stack === undefined) throw new Error(`there is no stack '${name}'`);
  return stack;
}

/** Its manifests, with the defaults of the API server filled in. */
export function manifestsOf(name: string): Manifest[] {
  return stackOf(name).toJson().map(withDefaults);
}

/** Names of all stacks and alternatives. */
export function stackNames(): string[] {
  return [...stacks.keys()];
}

/** One test for each line of a contract. */
export function testContract(name: string, contract: StackContract): void {
  const manifests = manifestsOf(name);

  test('has these objects, in this order', () => {
    expect(manifests.map(describeObject)).toEqual(contract.objects);
  });

  test.each(Object.entries(contract.services ?? {}))('Service %s', (service, expected) => {
    expect(serviceOf(manifests, service)).toEqual(expected);
  });

  describe.each(Object.entries(contract.pods ?? {}))('%s', (object, expected) => {
    const manifest = only(manifests, ...(object.split(' ') as [string, string]));
    const template = manifest.kind === 'Pod' ? manifest : at(manifest, 'spec.template');
    const containers = at(template, 'spec.containers') as Record<string, unknown>[];

    test('pod', () => {
      expect(at(template, 'metadata.labels')).toMatchObject(expected.labels);
      expect(at(manifest, 'spec.replicas')).toBe(manifest.kind === 'Pod' ? undefined : (expected.replicas ?? 1));
      expect(at(template, 'spec.terminationGracePeriodSeconds')).toBe(expected.grace ?? 30);
      expect(at(template, 'spec.serviceAccountName')).toBe(expected.serviceAccount);
      expect(at(template, 'spec.automountServiceAccountToken')).toBe(false);
      expect(at(template, 'spec.securityContext')).toEqual({
        runAsNonRoot: true,
        runAsUser: expected.user,
        runAsGroup: expected.user,
        fsGroup: expected.user,
        seccompProfile: { type: 'RuntimeDefault' },
      });
      expect(containers.map((container) => container.name)).toEqual(Object.keys(expected.containers));
      const inits = (at(template, 'spec.initContainers') ?? []) as Record<string, unknown>[];
      expect(inits.map((container) => container.name)).toEqual(expected.initContainers ?? []);
    });

    test.each(Object.entries(expected.containers))('container %s', (container, contract) => {
      expect(containerOf(containers.find(({ name: candidate }) => candidate === container))).toEqual({
        ports: [],
        env: {},
        mounts: [],
        readiness: undefined,
        liveness: undefined,
        ...contract,
      });
    });
  });
}

function describeObject({ kind, metadata }: Manifest): string {
  return `${kind} ${metadata.namespace === undefined ? '' : `${metadata.namespace}/`}${metadata.name}`;
}

function serviceOf(manifests: readonly Manifest[], name: string): ServiceContract {
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

function containerOf(container: unknown): ContainerContract {
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

/** What the contracts leave open in a probe. */
export const PROBE = { initialDelaySeconds: 0, periodSeconds: 10, timeoutSeconds: 1, failureThreshold: 3 };
