import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotRun } from './cannot-run';
import type { Kubectl } from './kubectl';
import type { Live } from './live';

const NAME = 'kind-stacks-e2e';
const NAMESPACE = 'default';
/** A holder gives a sign of life this often. */
const RENEW_SECONDS = 5;
/** Who gave none for so long is dead. */
const DEAD_AFTER_SECONDS = 20;

interface Lease extends Live {
  readonly spec: { readonly holderIdentity: string; readonly renewTime: string };
  readonly metadata: Live['metadata'] & { readonly resourceVersion: string };
}

/** One run at a time: the stacks have fixed names, so two runs in one cluster would take each other's objects away. */
export class Lock {
  private readonly timer: NodeJS.Timeout;

  private constructor(
    private readonly kubectl: Kubectl,
    /** Whether the run before this one was killed and left its objects. */
    public readonly afterKilledRun: boolean,
  ) {
    this.timer = setInterval(() => this.renew(), RENEW_SECONDS * 1000).unref();
  }

  /**
   * Takes the cluster for this run.
   *
   * @param kubectl one that is not ended by an interruption, for the lock is the last to go
   */
  public static async take(kubectl: Kubectl, say: (line: string) => void): Promise<Lock> {
    const { code: refused, stderr } = await kubectl.try(['create', '-f', '-'], { input: JSON.stringify(lease()) });
    if (refused === 0) return new Lock(kubectl, false);
    if (!stderr.includes('AlreadyExists')) throw new CannotRun(`the cluster cannot be used: ${stderr.trim()}`);
    const [before] = await kubectl.list<Lease>('-n', NAMESPACE, 'lease', NAME);
    if (before === undefined) return Lock.take(kubectl, say);
    const { holderIdentity, renewTime } = before.spec;
    say(`${holderIdentity} has this cluster; looking for ${DEAD_AFTER_SECONDS} s whether it is alive`);
    await sleep(DEAD_AFTER_SECONDS * 1000);
    const [now] = await kubectl.list<Lease>('-n', NAMESPACE, 'lease', NAME);
    if (now === undefined) return Lock.take(kubectl, say);
    if (now.spec.renewTime !== renewTime)
      throw new CannotRun(
        `another run has this cluster: ${holderIdentity}. Wait until it has ended, or use another cluster`,
      );
    const taken = { ...lease(), metadata: { ...lease().metadata, resourceVersion: now.metadata.resourceVersion } };
    const { code } = await kubectl.try(['replace', '-f', '-'], { input: JSON.stringify(taken) });
    if (code !== 0) throw new CannotRun('another run took this cluster in the same moment');
    return new Lock(kubectl, true);
  }

  /** Gives the cluster back. */
  public async release(): Promise<void> {
    clearInterval(this.timer);
    const [now] = await this.kubectl.list<Lease>('-n', NAMESPACE, 'lease', NAME);
    // Who slept too long has lost it to another run.
    if (now !== undefined && now.spec.holderIdentity !== lease().spec.holderIdentity) return;
    await this.kubectl.try(['-n', NAMESPACE, 'delete', 'lease', NAME, '--ignore-not-found']);
  }

  private renew(): void {
    const patch = JSON.stringify({ spec: { renewTime: now() } });
    void this.kubectl.try(['-n', NAMESPACE, 'patch', 'lease', NAME, '--type=merge', '--patch', patch]);
  }
}

function lease() {
  return {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: { name: NAME, namespace: NAMESPACE },
    spec: {
      holderIdentity: `process ${process.pid} on ${hostname()}`,
      leaseDurationSeconds: DEAD_AFTER_SECONDS,
      renewTime: now(),
    },
  };
}

// A Lease has microseconds.
function now(): string {
  return new Date().toISOString().replace('Z', '000Z');
}
