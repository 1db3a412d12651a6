import { type ChildProcess, spawn } from 'node:child_process';

/** What a program said and how it ended. */
export interface Output {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** One run of kubectl. */
export interface RunOptions {
  /** What it reads from its standard input. @default - nothing */
  readonly input?: string;
  /** After how many seconds it is ended. @default 60 */
  readonly seconds?: number;
}

/** kubectl for one cluster, and never for another: it is given the file every time. */
export class Kubectl {
  constructor(
    /** The kubeconfig of the cluster. */
    public readonly kubeconfig: string,
    /** Ends what runs when the whole run is interrupted. */
    public readonly signal?: AbortSignal,
  ) {}

  /** The same cluster, for work that goes on after an interruption. */
  public detached(): Kubectl {
    return new Kubectl(this.kubeconfig);
  }

  /** Runs it to its end; a failure is an answer too. */
  public async try(args: readonly string[], { input, seconds = 60 }: RunOptions = {}): Promise<Output> {
    const child = this.start(args);
    const deadline = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    const [stdout, stderr] = [textOf(child.stdout), textOf(child.stderr)];
    child.stdin?.on('error', () => {});
    child.stdin?.end(input ?? '');
    const code = await new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (status) => resolve(status ?? 124));
    }).finally(() => clearTimeout(deadline));
    this.signal?.throwIfAborted();
    return { code, stdout: await stdout, stderr: await stderr };
  }

  /** Runs it and gives its standard output; a failure is an error that has the command and what it said. */
  public async run(args: readonly string[], options?: RunOptions): Promise<string> {
    const { code, stdout, stderr } = await this.try(args, options);
    if (code !== 0) throw new Error(`kubectl ${args.join(' ')} ended with ${code}: ${(stderr || stdout).trim()}`);
    return stdout;
  }

  /** `kubectl get … -o json`. */
  public async get<T>(...args: readonly string[]): Promise<T> {
    return JSON.parse(await this.run(['get', ...args, '-o', 'json'])) as T;
  }

  /** The items of `kubectl get … -o json`; none if there are none. */
  public async list<T>(...args: readonly string[]): Promise<T[]> {
    const text = await this.run(['get', ...args, '--ignore-not-found', '-o', 'json']);
    if (text.trim() === '') return [];
    const found = JSON.parse(text) as T & { items?: T[] };
    return found.items ?? [found];
  }

  /** Starts it and leaves it running, as for a watch or a port-forward. */
  public start(args: readonly string[]): ChildProcess {
    this.signal?.throwIfAborted();
    return spawn('kubectl', ['--kubeconfig', this.kubeconfig, ...args], {
      stdio: 'pipe',
      ...(this.signal && { signal: this.signal, killSignal: 'SIGKILL' }),
    }).on('error', () => {});
  }
}

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream ?? []) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
