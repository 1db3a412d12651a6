import { writeFileSync } from 'node:fs';
import { brokenTasks } from './broken';
import { CannotRun } from './cannot-run';
import { clean, foreign, makeOwnNamespace } from './clean';
import { Cluster } from './cluster';
import { Journal } from './journal';
import type { Kubectl } from './kubectl';
import { keepsPrivilegedOut } from './levels/pod-security';
import { Lock } from './lock';
import type { Asked } from './options';
import { diagnosisOf } from './report/diagnosis';
import { writePage } from './report/page';
import { reasons, summary, table } from './report/table';
import { Run } from './run';
import { difference, snapshot } from './snapshot';
import { readSubjects, type Subjects } from './subjects';
import { upAndDown } from './up-and-down';
import { until } from './wait';

/** Takes lines of progress. */
type Say = (line: string) => void;

/** One run on one cluster, from taking it to giving it back as it was. */
export class Session {
  /** What outlasts an interruption: cleaning up, and giving the cluster back. */
  private readonly steady: Kubectl;

  constructor(
    private readonly asked: Asked,
    private readonly kubectl: Kubectl,
    private readonly environment: NodeJS.ProcessEnv,
    private readonly say: Say,
  ) {
    this.steady = kubectl.detached();
  }

  /** Runs it; gives the exit code. */
  public async run(): Promise<number> {
    const subjects = await readSubjects(this.environment);
    try {
      const lock = await Lock.take(this.steady, this.say);
      try {
        return await this.alone(subjects, lock.afterKilledRun);
      } finally {
        await lock.release();
      }
    } finally {
      subjects.end();
    }
  }

  private async alone(subjects: Subjects, afterKilledRun: boolean): Promise<number> {
    if (afterKilledRun) {
      this.say('an earlier run was killed; taking away what it left');
      await clean(subjects.all, this.steady);
    }
    const others = await foreign(subjects.all, this.kubectl);
    if (others.length > 0)
      throw new CannotRun(
        `a run would take away what is here already: ${others.join(', ')}. Delete it, or use another cluster`,
      );
    const before = await snapshot(this.kubectl);
    const journal = new Journal(this.say, async (name) => {
      const subject = subjects.all.find((one) => one.name === name);
      return subject === undefined ? [] : diagnosisOf(subject, this.steady);
    });
    const cluster = await this.prove(subjects, journal);
    await this.leftAsFound(before, journal);
    return this.report(journal, cluster);
  }

  private async prove(subjects: Subjects, journal: Journal): Promise<Cluster> {
    const { names, level } = this.asked;
    const whole = names.length === 0;
    const chosen = subjects.choose(names);
    try {
      await makeOwnNamespace(this.kubectl);
      const cluster = await Cluster.discover(this.kubectl);
      this.describe(cluster);
      await subjects.areFresh(journal);
      await keepsPrivilegedOut(cluster, journal);
      const broken = whole ? brokenTasks(subjects.broken, cluster, journal, this.asked) : [];
      await new Run(cluster, journal, this.asked).stacks(subjects.all, chosen, broken);
      if (whole && level !== 'accepted') await upAndDown(cluster, journal, this.environment);
      return cluster;
    } finally {
      await clean(subjects.all, this.steady);
    }
  }

  private describe({ version, nodes, lacks }: Cluster): void {
    this.say(`Kubernetes ${version}, nodes ${nodes.join(' ')}`);
    for (const [ability, reason] of lacks) this.say(`cannot show ${ability}: ${reason}`);
  }

  private async leftAsFound(before: ReadonlySet<string>, journal: Journal): Promise<void> {
    await journal.prove('-', 'cluster', 'is as it was found', async () => {
      await until(60, async () => difference(before, await snapshot(this.kubectl)));
      return `the same ${before.size} objects`;
    });
  }

  private report({ results, failures }: Journal, cluster: Cluster): number {
    const { report, page } = this.asked;
    const { version: kubernetes, lacks } = cluster;
    writeFileSync(
      report,
      `${JSON.stringify({ kubernetes, lacks: Object.fromEntries(lacks), results }, undefined, 2)}\n`,
    );
    if (page !== undefined) writePage(page, cluster, results);
    this.say(`\n${table(results)}\n\n${reasons(results).join('\n')}\n`);
    for (const { stack, level, proof, detail, diagnosis = [] } of failures)
      this.say(
        [`FAILED ${stack}: ${level}: ${proof}`, `  ${detail}`, ...diagnosis.map((line) => `  ${line}`), ''].join('\n'),
      );
    this.say(`${summary(results)}; report: ${report}`);
    return failures.length === 0 ? 0 : 1;
  }
}
