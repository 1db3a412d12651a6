import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../cli/run';

/** What a fake program says to arguments that match a pattern of a shell. */
export interface Answer {
  readonly stdout?: string;
  readonly stderr?: string;
  readonly code?: number;
  /** How often; after that the answer below holds. */
  readonly times?: number;
  /** It runs until it is ended. */
  readonly hangs?: boolean;
}

type Program = 'docker' | 'kind' | 'kubectl' | 'npm';

const NODE = { status: { nodeInfo: { kubeletVersion: 'v1.37.0' } } };
const RESOURCES =
  'services deployments.apps secrets ipaddresspools.metallb.io l2advertisements.metallb.io certificates.cert-manager.io ' +
  'clusterissuers.cert-manager.io issuers.cert-manager.io';

const DEFAULTS: readonly [Program, string, Answer][] = [
  ['docker', 'version*', { stdout: '28.2.2\n' }],
  ['docker', 'network*', { stdout: '172.19.0.0/16\n' }],
  ['kind', 'version', { stdout: 'kind v0.33.0 go1.26.0 linux/amd64\n' }],
  ['kubectl', 'version*', { stdout: '{"clientVersion":{"gitVersion":"v1.37.1"}}' }],
  ['kubectl', '*api-resources*', { stdout: `${RESOURCES.replaceAll(' ', '\n')}\n` }],
  ['kubectl', '*get nodes*', { stdout: JSON.stringify({ items: [NODE] }) }],
  ['kubectl', '*config view*', { stdout: 'https://10.0.0.1:6443 ' }],
  ['kubectl', '*--output=json', { stdout: '{"items":[]}' }],
];

/**
 * A folder with programs called docker, kind, kubectl and npm, which write down how they are called. The one called
 * kind knows which clusters it has made.
 */
export class Fakes {
  /** The folder that is alone in PATH. */
  public readonly folder = mkdtempSync(join(tmpdir(), 'kind-stacks-'));
  private readonly log = join(this.folder, 'log');
  private readonly clusters = join(this.folder, 'clusters');
  private readonly answers: (readonly [Program, string, Answer])[] = [...DEFAULTS];

  public constructor() {
    for (const program of ['docker', 'kind', 'kubectl', 'npm'] as const) this.write(program);
  }

  /** Says something else to some arguments. */
  public answer(program: Program, pattern: string, answer: Answer): this {
    this.answers.unshift([program, pattern, answer]);
    this.write(program);
    return this;
  }

  /** Takes a program away. */
  public without(...programs: readonly Program[]): this {
    for (const program of programs) rmSync(join(this.folder, program));
    return this;
  }

  /** Every call so far, as a line with its settings before it. */
  public get calls(): string[] {
    return existsSync(this.log) ? readFileSync(this.log, 'utf8').trimEnd().split('\n') : [];
  }

  /** Calls that change something. */
  public get changes(): string[] {
    return this.calls.filter((call) => /create|delete|apply|synth/.test(call));
  }

  /** Forgets the calls. */
  public forget(): this {
    rmSync(this.log, { force: true });
    return this;
  }

  /** The environment in which these programs alone are found. */
  public get environment(): Record<string, string> {
    return { PATH: this.folder, HOME: this.folder };
  }

  /** Takes the folder away. */
  public end(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private write(program: Program): void {
    const mine = this.answers.filter(([name]) => name === program);
    const cases = mine.map(([, pattern, answer], position) =>
      this.branch(program, pattern, answer, mine.length - position),
    );
    const own = program === 'kind' ? this.ofKind() : '';
    const settings = `"\${KIND_STACKS_NETWORK:+network $KIND_STACKS_NETWORK }\${CDK8S_OUTDIR:+into $CDK8S_OUTDIR }"`;
    const script = `#!/bin/sh\nprintf '%s' ${settings}${program} >> ${this.log}\nprintf ' %s' "$@" >> ${this.log}\necho >> ${this.log}\n${cases.join('')}${own}`;
    writeFileSync(join(this.folder, program), script);
    chmodSync(join(this.folder, program), 0o755);
  }

  private branch(
    program: string,
    pattern: string,
    { stdout = '', stderr = '', code = 0, times, hangs }: Answer,
    id: number,
  ) {
    const file = join(this.folder, `answer-${program}-${id}`);
    if (!existsSync(file)) {
      mkdirSync(file);
      writeFileSync(join(file, 'stdout'), stdout);
      writeFileSync(join(file, 'stderr'), stderr);
      for (let time = 0; time < (times ?? 0); time++) writeFileSync(join(file, `time-${time}`), '');
    }
    const words = pattern.replaceAll(' ', '\\ ');
    const say = `/bin/cat ${file}/stdout; /bin/cat ${file}/stderr >&2; ${hangs ? 'exec /bin/sleep 60' : `exit ${code}`}`;
    if (times === undefined) return `case "$*" in ${words}) ${say};; esac\n`;
    return `case "$*" in ${words}) for t in ${file}/time-*; do if [ -e "$t" ]; then /bin/rm "$t"; ${say}; fi; done;; esac\n`;
  }

  private ofKind(): string {
    const { clusters } = this;
    return `case "$*" in
      get\\ clusters) [ ! -e ${clusters} ] || /bin/cat ${clusters};;
      create*) for word in "$@"; do case "$word" in --name=*) echo "\${word#--name=}" >> ${clusters};; esac; done;;
      delete*) /bin/rm -f ${clusters};;
    esac\n`;
  }
}

/** What somebody saw. */
export interface Seen {
  readonly code: number;
  /** Lines of the steps without their seconds, and those below them. */
  readonly lines: readonly string[];
  readonly complaint: string;
}

/** Runs a command line in this process, among fake programs. */
export async function runAmong(
  fakes: Fakes,
  args: readonly string[],
  { env = {}, signal = new AbortController().signal }: { env?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<Seen> {
  const said: string[] = [];
  const complaints: string[] = [];
  const code = await run(
    args,
    { environment: { ...fakes.environment, ...env }, signal },
    { say: (line) => said.push(line), meanwhile: () => {}, complain: (line) => complaints.push(line) },
  );
  const lines = said.join('\n').split('\n');
  return { code, lines: lines.map((line) => line.replace(/^ *\d+\.\d s {2}/, '')), complaint: complaints.join('\n') };
}
