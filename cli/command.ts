import { setTimeout as sleep } from 'node:timers/promises';
import { CommandFailure } from './command-failure';
import { type Result, runProgram } from './program';
import type { Surroundings } from './surroundings';

/** What can stand as an argument or a variable: a text, or what another Command says. */
export type Word = string | Output;

/** When and how a Command is run. */
export interface CommandOptions {
  /**
   * Variables on top of the environment.
   *
   * @default - none
   */
  readonly env?: Readonly<Record<string, Word>>;

  /**
   * A Command and a line: when it says that line, there is nothing to run.
   *
   * @default - it is run
   */
  readonly unless?: { readonly command: Command; readonly says: string };

  /**
   * Words in a failure after which it is tried again, and for how many seconds at most.
   *
   * @default - once
   */
  readonly retry?: { readonly after: readonly string[]; readonly seconds: number };

  /**
   * What takes away a half-done result when this is interrupted.
   *
   * @default - what is half done goes on the next time
   */
  readonly undo?: Command;
}

/** One run of a program, as a value: it can be printed as a line for a shell, and run without one. */
export class Command {
  public constructor(
    /** The program, looked up in PATH. */
    public readonly program: string,
    private readonly args: readonly Word[],
    private readonly options: CommandOptions = {},
  ) {}

  /** One line of POSIX shell that does the same. */
  public toString(): string {
    const { env = {}, unless } = this.options;
    const variables = Object.entries(env).map(([name, value]) => `${name}=${quote(value)}`);
    const line = [...variables, this.program, ...this.args.map(quote)].join(' ');
    return unless === undefined ? line : `${unless.command} | grep -qxF ${quote(unless.says)} || ${line}`;
  }

  /** What a shell would not do by itself, as sentences. */
  public get remarks(): string[] {
    const { retry, undo } = this.options;
    return [
      ...(retry ? [`for ${retry.seconds} s again while it says: ${retry.after.join('; or: ')}`] : []),
      ...(undo ? [`when this is interrupted: ${undo}`] : []),
    ];
  }

  /** Runs it and gives its standard output; a failure is thrown as a CommandFailure. */
  public async run(surroundings: Surroundings): Promise<string> {
    const { retry } = this.options;
    const end = Date.now() + (retry?.seconds ?? 0) * 1000;
    for (;;) {
      const result = await this.try(surroundings);
      if (result.code === 0) return result.stdout;
      const mayPass = retry?.after.some((words) => result.stderr.includes(words)) === true;
      if (!mayPass || Date.now() >= end) throw new CommandFailure(this.toString(), this.program, result);
      await sleep(1000, undefined, { signal: surroundings.signal });
    }
  }

  /** Runs it once; a failure is an answer too. */
  public async try(surroundings: Surroundings): Promise<Result> {
    const { env = {}, unless, undo } = this.options;
    if (unless !== undefined && linesOf(await unless.command.run(surroundings)).includes(unless.says))
      return { code: 0, stdout: '', stderr: '' };
    const variables: Record<string, string> = {};
    for (const [name, value] of Object.entries(env)) variables[name] = await textOf(value, surroundings);
    const args: string[] = [];
    for (const word of this.args) args.push(await textOf(word, surroundings));
    try {
      return await runProgram(this.program, args, variables, surroundings);
    } catch (error) {
      // Only what was begun here is undone: before this, the question of `unless` may have been interrupted.
      if (surroundings.signal.aborted) await undo?.try({ ...surroundings, signal: new AbortController().signal });
      throw error;
    }
  }
}

/** What a Command says, as a word of another one. */
export class Output {
  public constructor(
    private readonly command: Command,
    /** Takes of its lines these alone, and joins them with commas. @default - everything it says */
    private readonly among?: readonly string[],
  ) {}

  /** As a shell puts it in place. */
  public toString(): string {
    const lines = this.among?.map((line) => `-e ${quote(line)}`).join(' ');
    return `"$(${this.command}${lines === undefined ? '' : ` | grep -xF ${lines} | paste -s -d , -`})"`;
  }

  /** Runs the Command for it; one that says nothing fails, because an empty word would mean something else. */
  public async read(surroundings: Surroundings): Promise<string> {
    const { command, among } = this;
    if (among === undefined) return this.told((await command.run(surroundings)).trim());
    // A shell does not ask how a program before a pipe ended; some of the lines are better than none.
    const { stdout, stderr } = await command.try(surroundings);
    const lines = linesOf(stdout).filter((line) => among.includes(line));
    return this.told(lines.join(','), stderr);
  }

  private told(word: string, stderr = ''): string {
    if (word !== '') return word;
    throw new CommandFailure(String(this), this.command.program, { code: 1, stdout: 'It says nothing.', stderr });
  }
}

function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim());
}

async function textOf(word: Word, surroundings: Surroundings): Promise<string> {
  return typeof word === 'string' ? word : word.read(surroundings);
}

function quote(word: Word): string {
  if (typeof word !== 'string') return String(word);
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
