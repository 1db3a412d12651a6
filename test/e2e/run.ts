import { Stack } from '../../constructs';
import { answered } from './answers';
import type { Cluster } from './cluster';
import type { Journal, Level } from './journal';
import { accepted } from './levels/accepted';
import { deleted } from './levels/deleted';
import { podSecurity } from './levels/pod-security';
import { rolledOut } from './levels/rolled-out';
import { rolloutOrder } from './levels/rollout-order';
import { inParallel, type Task } from './pool';
import { cpuOf, type Subject } from './subject';

/** A stack of the repository as something to prove. */
export interface StackSubject extends Subject {
  readonly stack: Stack;
}

/** How far a run goes. */
export const LEVELS = ['accepted', 'rolled out', 'answers'] as const satisfies readonly Level[];

/** How far, and how patient. */
export interface RunOptions {
  /** The last level that is shown. @default answers */
  readonly level?: (typeof LEVELS)[number];
  /** Seconds in which a stack has to roll out. @default 300 */
  readonly seconds?: number;
}

/** How many stacks are tried at once, if their pods fit. */
const WIDTH = 4;

/** Proves stacks on a cluster, in an order in which what one needs is there and what excludes each other never meets. */
export class Run {
  private readonly standing: StackSubject[] = [];
  private readonly last: number;
  private readonly seconds: number;

  constructor(
    private readonly cluster: Cluster,
    private readonly journal: Journal,
    { level = 'answers', seconds = 300 }: RunOptions = {},
  ) {
    this.last = LEVELS.indexOf(level);
    this.seconds = seconds;
  }

  /**
   * Proves all of them.
   *
   * @param all every stack of the repository
   * @param asked those to prove; what they need is put there too
   * @param beside other work that has a Namespace of its own
   */
  public async stacks(
    all: readonly StackSubject[],
    asked: readonly StackSubject[],
    beside: readonly Task[],
  ): Promise<void> {
    const needed = new Set(asked.flatMap(({ stack }) => [stack, ...needsOf(stack)]));
    const mains = all.filter(({ stack }) => needed.has(stack) && stack.alternativeTo === undefined);
    const own = asked.filter(({ stack }) => stack.alternativeTo !== undefined && stack.replaces === undefined);
    const replacing = asked.filter(({ stack }) => stack.replaces !== undefined);

    for (const main of mains) await this.apply(main);
    await Promise.all(this.standing.map((main) => this.rollOut(main)));
    for (const main of [...this.standing]) await this.answer(main);

    const further = new Set([...own, ...replacing].flatMap(({ stack }) => [...needsOf(stack)]));
    await this.takeAway(({ stack }) => !further.has(stack));

    const room = this.cluster.freeCpu - this.standing.map(cpuOf).reduce((a, b) => a + b, 0);
    const tasks = own.map((subject) => ({ cost: cpuOf(subject), run: () => this.whole(subject) }));
    await inParallel([...tasks, ...beside], room, WIDTH);

    for (const subject of replacing) {
      await this.takeAway(
        ({ stack }) => stack === subject.stack.replaces || needsOf(stack).has(subject.stack.replaces as Stack),
      );
      await this.whole(subject);
    }
    await this.takeAway(() => true);
  }

  /** One after the other, everything about one file. */
  private async whole(subject: StackSubject): Promise<void> {
    if ((await this.apply(subject)) && (await this.rollOut(subject))) await this.answer(subject);
    // What was refused as a whole is not standing; what was taken and is wrong goes too.
    await this.takeAway((one) => one === subject);
  }

  private async apply(subject: StackSubject): Promise<boolean> {
    this.standing.push(subject);
    const passed = await accepted(subject, this.cluster, this.journal);
    if (!passed && !this.failed(subject, 'accepted')) this.standing.splice(this.standing.indexOf(subject), 1);
    return passed;
  }

  private async rollOut(subject: StackSubject): Promise<boolean> {
    if (this.last < LEVELS.indexOf('rolled out') || this.failed(subject, 'accepted')) return false;
    await podSecurity(subject, this.cluster, this.journal);
    return rolledOut(subject, this.cluster, this.journal, this.seconds);
  }

  private async answer(subject: StackSubject): Promise<void> {
    if (this.failed(subject, 'accepted') || this.failed(subject, 'rolled out')) return;
    if (this.last < LEVELS.indexOf('answers')) return;
    const others = this.standing.filter((one) => one !== subject).flatMap(({ manifests }) => manifests);
    await answered(subject, others, this.cluster, this.journal);
  }

  // Last of all, because a rollout may need twice the room.
  private async replacePods(subject: StackSubject): Promise<void> {
    if (this.last < LEVELS.indexOf('rolled out')) return;
    if (this.failed(subject, 'accepted') || this.failed(subject, 'rolled out')) return;
    await rolloutOrder(subject, this.cluster, this.journal, this.seconds);
  }

  // What was applied last goes first.
  private async takeAway(which: (subject: StackSubject) => boolean): Promise<void> {
    for (const subject of this.standing.filter(which).reverse()) {
      await this.replacePods(subject);
      await deleted(subject, this.cluster, this.journal);
      this.standing.splice(this.standing.indexOf(subject), 1);
    }
  }

  private failed(subject: StackSubject, level: Level): boolean {
    return this.journal.failures.some((failure) => failure.stack === subject.name && failure.level === level);
  }
}

function needsOf(stack: Stack): Set<Stack> {
  const direct = stack.needs.filter((need): need is Stack => need instanceof Stack && Stack.isStack(need));
  return new Set(direct.flatMap((need) => [need, ...needsOf(need)]));
}
