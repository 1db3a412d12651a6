import { Command, type CommandOptions, type Word } from './command';

/** Who we are to the API server: the owner of the fields that `up` applies. */
export const FIELD_MANAGER = 'kind-stacks';

/** How a file is applied. */
export interface ApplyOptions {
  /**
   * Whether fields that others have set to other values are taken from them.
   *
   * @default false
   */
  readonly force?: boolean;
}

// A webhook is asked before the API server knows the certificate of a pod that has just become ready.
const RETRY = { after: ['failed calling webhook'], seconds: 60 };

/** Makes the kubectl commands for one cluster; every one of them names its context. */
export class Kubectl {
  public constructor(
    /** Name of the context in the kubeconfig. */
    public readonly context: string,
  ) {}

  /** Any command. */
  public command(args: readonly Word[], options?: CommandOptions): Command {
    return new Command('kubectl', ['--context', this.context, ...args], options);
  }

  /**
   * Applies a file as our own.
   *
   * @param source a path or an address
   */
  public apply(source: string, { force = false }: ApplyOptions = {}): Command {
    const conflicts = force ? ['--force-conflicts'] : [];
    return this.command(['apply', '--server-side', `--field-manager=${FIELD_MANAGER}`, ...conflicts, '-f', source], {
      retry: RETRY,
    });
  }

  /** Takes away what is in a file, and waits until it is gone. */
  public delete(file: string): Command {
    return this.command(['delete', '-f', file, '--ignore-not-found', '--wait']);
  }

  /** Waits until a workload runs in its newest form. */
  public rolledOut(workload: string, namespace: string, timeout: string): Command {
    return this.command(['--namespace', namespace, 'rollout', 'status', workload, `--timeout=${timeout}`]);
  }
}
