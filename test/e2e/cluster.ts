import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { certManager, ingressNginx, metallb } from '../../platform/add-ons';
import { ingressController } from '../../platform/pods';
import { CannotShow } from './journal';
import type { Kubectl } from './kubectl';
import { type Condition, isReady, type Live, type Pod, type Service, selects } from './live';
import { millicores } from './subject';

/** Something that a proof needs of a cluster and that not every cluster has. */
export type Ability =
  | 'running pods'
  | 'storage'
  | 'ingress'
  | 'load balancers'
  | 'certificates'
  | 'gateways'
  | 'a route to the nodes';

/** The Namespace of the run itself, with the pod from which it asks. */
export const OWN_NAMESPACE = 'kind-stacks-e2e';

/** The pod from which the run asks inside the cluster. */
export const PROBE_POD = 'probe';

/** Its image, and that of everything the run adds to a pod. */
export const PROBE_IMAGE = 'busybox:1.37.0';

/** A cluster, and what can be shown on it. */
export class Cluster {
  private constructor(
    /** Speaks to it. */
    public readonly kubectl: Kubectl,
    /** Its release, such as `v1.36.3`. */
    public readonly version: string,
    /** Thousandths of a core that nobody asks for yet. */
    public readonly freeCpu: number,
    /** Addresses of its nodes. */
    public readonly nodes: readonly string[],
    /** Every kind that it serves, as `group/version Kind`. */
    public readonly served: ReadonlySet<string>,
    /** What it has not, with the reason. */
    public readonly lacks: ReadonlyMap<Ability, string>,
  ) {}

  /** Looks at a cluster; the Namespace of the run must be there. */
  public static async discover(kubectl: Kubectl): Promise<Cluster> {
    const nodes = await kubectl.list<Node>('nodes');
    const pods = await kubectl.list<Pod>('pods', '-A');
    const addresses = nodes.map(addressOf).filter((address) => address !== undefined);
    const lacks = new Map<Ability, string>();
    const find = async (ability: Ability, look: () => Promise<string | undefined>) => {
      const reason = await look();
      if (reason !== undefined) lacks.set(ability, reason);
    };
    await find('running pods', () => podsDoNotRun(kubectl));
    const runs = (name: string, namespace: string) => async () =>
      lacks.get('running pods') ??
      (pods.some((pod) => pod.metadata.namespace === namespace && isReady(pod))
        ? undefined
        : `${name} does not run here`);
    await find('storage', () => noStorage(kubectl, lacks.get('running pods')));
    await find('ingress', async () => {
      const ready = pods.some((pod) => isReady(pod) && selects(ingressController.selector, pod.metadata.labels));
      return lacks.get('running pods') ?? (ready ? undefined : `${ingressNginx.name} does not run here`);
    });
    await find('load balancers', runs(metallb.name, metallb.namespace.name));
    await find('certificates', runs(certManager.name, certManager.namespace.name));
    await find('gateways', () => noGateways(kubectl));
    await find('a route to the nodes', async () => {
      const reached = await Promise.all(addresses.map((address) => answers(address, 10250)));
      return (
        lacks.get('running pods') ?? (reached.some(Boolean) ? undefined : `this machine does not reach ${addresses}`)
      );
    });
    const version = JSON.parse(await kubectl.run(['version', '-o', 'json'])) as {
      serverVersion: { gitVersion: string };
    };
    return new Cluster(
      kubectl,
      version.serverVersion.gitVersion,
      freeCpu(nodes, pods),
      addresses,
      await servedKinds(kubectl),
      lacks,
    );
  }

  /** Ends a proof here that needs what this cluster has not. */
  public needs(...abilities: readonly Ability[]): void {
    for (const ability of abilities) {
      const reason = this.lacks.get(ability);
      if (reason !== undefined) throw new CannotShow(reason);
    }
  }

  /** Whether the cluster has something. */
  public has(ability: Ability): boolean {
    return !this.lacks.has(ability);
  }

  /** Runs a command in the pod of the run. */
  public async inside(...command: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    return this.kubectl.try(['-n', OWN_NAMESPACE, 'exec', PROBE_POD, '--', ...command], { seconds: 30 });
  }

  /** The address of a load balancer, once it has one. */
  public static addressOf(service: Service): string | undefined {
    return service.status.loadBalancer?.ingress?.[0]?.ip;
  }
}

interface Node extends Live {
  readonly status: {
    readonly addresses?: readonly { readonly type: string; readonly address: string }[];
    readonly allocatable?: Readonly<Record<string, string>>;
  };
}

function addressOf(node: Node): string | undefined {
  return node.status.addresses?.find(({ type }) => type === 'InternalIP')?.address;
}

function freeCpu(nodes: readonly Node[], pods: readonly Pod[]): number {
  const there = nodes.map((node) => millicores(node.status.allocatable?.cpu)).reduce((a, b) => a + b, 0);
  const asked = pods
    .flatMap((pod) => pod.spec.containers as readonly { resources?: { requests?: Record<string, string> } }[])
    .map((container) => millicores(container.resources?.requests?.cpu))
    .reduce((a, b) => a + b, 0);
  return there - asked;
}

async function servedKinds(kubectl: Kubectl): Promise<Set<string>> {
  const table = await kubectl.run(['api-resources', '--no-headers']);
  // NAME SHORTNAMES APIVERSION NAMESPACED KIND, of which the second may be empty.
  const rows = table.trim().split('\n');
  return new Set(rows.map((row) => row.trim().split(/\s+/)).map((cells) => `${cells.at(-3)} ${cells.at(-1)}`));
}

// What a pod prints can be read only where it has really run.
async function podsDoNotRun(kubectl: Kubectl): Promise<string | undefined> {
  const word = randomUUID();
  await kubectl.run(['apply', '-f', '-'], { input: JSON.stringify(probePod(word)) });
  const end = Date.now() + 120_000;
  while (Date.now() < end) {
    const { stdout } = await kubectl.try(['-n', OWN_NAMESPACE, 'logs', PROBE_POD], { seconds: 10 });
    if (stdout.includes(word)) return undefined;
    const [pod] = await kubectl.list<Pod>('-n', OWN_NAMESPACE, 'pod', PROBE_POD);
    if (pod?.status.phase === 'Running' && Date.now() > end - 100_000) break;
    await sleep(1000);
  }
  return 'pods do not really run here';
}

function probePod(word: string): unknown {
  const nobody = {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    runAsNonRoot: true,
    runAsUser: 1000,
    seccompProfile: { type: 'RuntimeDefault' },
  };
  const command = ['sh', '-c', `echo ${word}; trap exit TERM; while :; do sleep 1; done`];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: PROBE_POD, namespace: OWN_NAMESPACE },
    spec: { containers: [{ name: 'probe', image: PROBE_IMAGE, command, securityContext: nobody }] },
  };
}

async function noStorage(kubectl: Kubectl, podsDoNotRun: string | undefined): Promise<string | undefined> {
  const classes = await kubectl.list<Live>('storageclasses');
  const isDefault = ({ metadata }: Live) =>
    metadata.annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true';
  return classes.some(isDefault) ? podsDoNotRun : 'no StorageClass is the default here';
}

async function noGateways(kubectl: Kubectl): Promise<string | undefined> {
  const { code } = await kubectl.try(['get', 'gatewayclasses']);
  if (code !== 0) return 'the Gateway API is not served here';
  const classes = await kubectl.list<Live & { status?: { conditions?: Condition[] } }>('gatewayclasses');
  const accepted = classes.some(({ status }) =>
    status?.conditions?.some(({ type, status: value }) => type === 'Accepted' && value === 'True'),
  );
  return accepted ? undefined : 'no implementation of the Gateway API runs here';
}

/** Whether something accepts a connection. */
export function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const end = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.on('connect', end(true)).on('timeout', end(false)).on('error', end(false));
  });
}
