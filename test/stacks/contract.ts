import { leftBehind } from '../../cli/left-behind';
import { App, type Manifest, Stack } from '../../constructs';
import { addStacks, readSettings } from '../../stacks';
import { at, only } from '../synth';
import { withDefaults } from '../with-defaults';
import { containerOf, describeObject, ingressOf, serviceOf } from './read';

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

/** What the contract says of an Ingress; its class is always nginx. */
export interface IngressContract {
  /** As `host path type -> service port`; any host is `*`. */
  readonly routes: readonly string[];
  readonly annotations?: Readonly<Record<string, string>>;
  /** As `secret: host`. */
  readonly tls?: readonly string[];
}

/** Everything that the contract says of one file. */
export interface StackContract {
  /** What the head of the file names, if the contract speaks of it. */
  readonly needs?: readonly string[];
  /** Every object as `Kind name`, or `Kind namespace/name`, in the order of the file. */
  readonly objects: readonly string[];
  readonly services?: Readonly<Record<string, ServiceContract>>;
  /** By `Kind name`. */
  readonly pods?: Readonly<Record<string, PodContract>>;
  readonly ingresses?: Readonly<Record<string, IngressContract>>;
  /** What stays when the file is deleted, as `Kind namespace/name`; none is nothing. */
  readonly leftBehind?: readonly string[];
}

const stacks = stacksWith({});

function stacksWith(variables: Readonly<Record<string, string>>): Map<string, Stack> {
  const app = new App();
  const environment = Object.entries(variables).map(([variable, value]) => [`KIND_STACKS_${variable}`, value]);
  addStacks(app, readSettings(Object.fromEntries(environment)));
  const all = app.node.children.filter((child): child is Stack => Stack.isStack(child as Stack));
  return new Map(all.map((stack) => [stack.name, stack]));
}

/**
 * One of the stacks that `npm run synth` writes, with the settings of kind.
 *
 * @param variables other settings, such as `EMAIL` for `KIND_STACKS_EMAIL`
 */
export function stackOf(name: string, variables?: Readonly<Record<string, string>>): Stack {
  const stack = (variables === undefined ? stacks : stacksWith(variables)).get(name);
  if (stack === undefined) throw new Error(`there is no stack '${name}'`);
  return stack;
}

/** Its manifests, with the defaults of the API server filled in. */
export function manifestsOf(name: string, variables?: Readonly<Record<string, string>>): Manifest[] {
  return stackOf(name, variables).toJson().map(withDefaults);
}

/** Names of all stacks and alternatives, in the order of the list. */
export function stackNames(): string[] {
  return [...stacks.keys()];
}

/** The contract of an alternative: the same in a Namespace of its own, which it brings. */
export function inNamespace(namespace: string, contract: StackContract): StackContract {
  return {
    ...contract,
    // It goes with the Namespace.
    leftBehind: [],
    objects: [`Namespace ${namespace}`, ...contract.objects.map((object) => object.replace(' ', ` ${namespace}/`))],
    services: Object.fromEntries(
      Object.entries(contract.services ?? {}).map(([name, service]) => [name, { ...service, namespace }]),
    ),
  };
}

/** One test for each line of a contract. */
export function testContract(name: string, contract: StackContract): void {
  const manifests = manifestsOf(name);

  test('has these objects, in this order', () => {
    expect(manifests.map(describeObject)).toEqual(contract.objects);
  });
  if (contract.needs) {
    test('names what it needs', () => {
      expect(stackOf(name).needs.map((need) => need.name)).toEqual(contract.needs);
    });
  }
  test('leaves this behind', () => {
    const kept = leftBehind(manifests).map(({ kind, namespace, name: object }) => `${kind} ${namespace}/${object}`);
    expect(kept).toEqual(contract.leftBehind ?? []);
  });
  for (const [service, expected] of Object.entries(contract.services ?? {})) {
    test(`Service ${service}`, () => {
      expect(serviceOf(manifests, service)).toEqual(expected);
    });
  }
  for (const [ingress, expected] of Object.entries(contract.ingresses ?? {})) {
    test(`Ingress ${ingress}`, () => {
      expect(ingressOf(manifests, ingress)).toEqual({ class: 'nginx', annotations: {}, tls: [], ...expected });
    });
  }
  for (const [object, expected] of Object.entries(contract.pods ?? {})) {
    describe(object, () => testPod(only(manifests, ...(object.split(' ') as [string, string])), expected));
  }
}

function testPod(manifest: Manifest, expected: PodContract): void {
  const template = manifest.kind === 'Pod' ? manifest : at(manifest, 'spec.template');
  const containers = at(template, 'spec.containers') as Record<string, unknown>[];

  test('pod', () => {
    expect(at(template, 'metadata.labels')).toMatchObject(expected.labels);
    expect(at(manifest, 'spec.selector.matchLabels')).toEqual(manifest.kind === 'Pod' ? undefined : expected.labels);
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
    for (const { securityContext } of [...inits, ...containers]) expect(securityContext).toEqual(RESTRICTED);
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
}

const RESTRICTED = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem: true,
};

/** What the contracts leave open in a probe. */
export const PROBE = { initialDelaySeconds: 0, periodSeconds: 10, timeoutSeconds: 1, failureThreshold: 3 };
