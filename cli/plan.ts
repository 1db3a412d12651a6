import type { Command } from './command';
import { CommandFailure } from './command-failure';
import type { Result } from './program';
import type { Surroundings } from './surroundings';

/** What the answers of a step lead to. */
export interface Consequence {
  /** Commands that are run next. @default - none */
  readonly commands?: readonly Command[];
  /** Lines for the reader. @default - none */
  readonly lines?: readonly string[];
}

/** One line of progress. */
export interface Step {
  /** What is so when it is done, such as `MetalLB v0.16.1 is ready`. */
  readonly title: string;
  /** What is run for it, in this order. */
  readonly commands: readonly Command[];
  /** What is done with what they say. */
  readonly after?: {
    /** The same in words, for a plan that runs nothing. */
    readonly says: readonly string[];
    /** Looks at what each of them said; refuses what cannot go on. */
    readonly follow: (said: readonly Result[]) => Consequence | Promise<Consequence>;
  };
  /** Whether a command that fails is an answer for `follow`. @default false */
  readonly mayFail?: boolean;
}

/** Takes the lines of progress. */
export interface Teller {
  /** A line that stays. */
  say(line: string): void;
  /** A line for as long as a step runs. */
  meanwhile(line: string): void;
}

/** Thrown when a step does not come to its end: the step, and why. */
export class StepFailure extends Error {
  public constructor(step: Step, { message }: Error) {
    super(`Not done: ${step.title}\n${message}`);
  }
}

/** Thrown when somebody interrupts: the step, and that the next run goes on. */
export class Interrupted extends Error {
  public constructor(step: Step) {
    super(`Interrupted at: ${step.title}\nRun the same again, and it goes on from there.`);
  }
}

/** Steps in order: they can be printed as a script for a shell, or run. */
export class Plan {
  public constructor(
    /** Every step, in order. */
    public readonly steps: readonly Step[],
  ) {}

  /** The script: titles and remarks as comments, commands as they are. */
  public toString(): string {
    return this.steps
      .map(({ title, commands, after }) => {
        const lines = commands.flatMap((command) => [...command.remarks.map(comment), String(command)]);
        return [comment(title), ...lines, ...(after?.says ?? []).map(comment)].map((line) => `${line}\n`).join('');
      })
      .join('\n');
  }

  /** Runs every step and says a line for each, with the seconds that it took. */
  public async run(surroundings: Surroundings, teller: Teller): Promise<void> {
    for (const step of this.steps) {
      teller.meanwhile(`       …  ${step.title}`);
      const began = Date.now();
      const lines = await runStep(step, surroundings);
      const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(6);
      teller.say([`${seconds} s  ${step.title}`, ...lines.map((line) => `          ${line}`)].join('\n'));
    }
  }
}

async function runStep(step: Step, surroundings: Surroundings): Promise<readonly string[]> {
  const run = async (command: Command): Promise<Result> => {
    if (step.mayFail) return command.try(surroundings);
    return { code: 0, stdout: await command.run(surroundings), stderr: '' };
  };
  try {
    const said: Result[] = [];
    for (const command of step.commands) said.push(await run(command));
    const { commands = [], lines = [] } = (await step.after?.follow(said)) ?? {};
    for (const command of commands) await command.run(surroundings);
    return lines;
  } catch (error) {
    if (surroundings.signal.aborted) throw new Interrupted(step);
    throw error instanceof CommandFailure ? new StepFailure(step, error) : error;
  }
}

function comment(text: string): string {
  return `# ${text}`;
}
