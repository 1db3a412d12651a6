import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { Kubectl } from './kubectl';

/** What the program says to arguments that match a pattern of a shell. */
export interface Answer {
  /** As JSON if it is no text. */
  readonly stdout?: unknown;
  readonly stderr?: string;
  readonly code?: number;
  /** It runs until it is ended. */
  readonly hangs?: boolean;
}

// Jest gives tests a copy of `process`; programs are started with the environment of the real one.
const { env } = runInThisContext('process') as NodeJS.Process;

/** A program called kubectl at the front of PATH, which writes down how it is called and what it reads. */
export class FakeKubectl {
  /** Where it works: what it keeps is here. */
  public readonly folder = mkdtempSync(join(tmpdir(), 'kind-stacks-'));
  /** A file that it is given as kubeconfig. */
  public readonly kubeconfig = join(this.folder, 'kubeconfig');
  private readonly path = env.PATH;
  private answers = '';
  private count = 0;

  /**
   * @param behaviour lines of a shell, before the answers; `$*` is what it is asked after the kubeconfig, `$input` the file that it reads
   */
  public constructor(private readonly behaviour = '') {
    writeFileSync(this.kubeconfig, '');
    env.PATH = [this.folder, this.path].join(delimiter);
    this.write();
  }

  /** Says something to some arguments, unless an earlier answer holds; without one it says nothing and succeeds. */
  public answer(pattern: string, { stdout = '', stderr = '', code = 0, hangs = false }: Answer): this {
    this.count += 1;
    const file = join(this.folder, `answer-${this.count}`);
    writeFileSync(file, typeof stdout === 'string' ? stdout : JSON.stringify(stdout));
    writeFileSync(`${file}-error`, stderr);
    const end = hangs ? 'exec sleep 60' : `exit ${code}`;
    this.answers += `case "$*" in ${pattern.replaceAll(' ', '\\ ')}) cat ${file}; cat ${file}-error >&2; ${end};; esac\n`;
    this.write();
    return this;
  }

  /** The cluster for which it is asked. */
  public get kubectl(): Kubectl {
    return new Kubectl(this.kubeconfig);
  }

  /** What a program is started with that finds this kubectl and has its kubeconfig. */
  public get environment(): Record<string, string> {
    return { PATH: env.PATH ?? '', HOME: this.folder, TMPDIR: this.folder, E2E_KUBECONFIG: this.kubeconfig };
  }

  /** Every call so far without the kubeconfig, which has to be there. */
  public get calls(): string[] {
    return this.read('calls').map((call) => call.replace(`--kubeconfig ${this.kubeconfig} `, ''));
  }

  /** What it read from its standard input, as JSON, call by call. */
  public get inputs(): unknown[] {
    return this.read('inputs').map((text) => JSON.parse(text) as unknown);
  }

  /** Takes the program away, and every other one. */
  public without(): this {
    rmSync(join(this.folder, 'kubectl'));
    env.PATH = this.folder;
    return this;
  }

  /** Takes the folder away. */
  public end(): void {
    env.PATH = this.path;
    rmSync(this.folder, { recursive: true, force: true });
  }

  private read(name: string): string[] {
    const file = join(this.folder, name);
    return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
  }

  private write(): void {
    const script = [
      '#!/bin/sh',
      `cd ${this.folder}`,
      'echo "$*" >> calls',
      '[ "$1" = --kubeconfig ] && shift 2',
      'case "$*" in *"-f -"*) input=input.$$; cat > $input; cat $input >> inputs; echo >> inputs;; esac',
      this.behaviour,
      this.answers,
    ];
    const program = join(this.folder, 'kubectl');
    writeFileSync(program, script.join('\n'));
    chmodSync(program, 0o755);
  }
}
