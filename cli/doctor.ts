import type { Command } from './command';
import { describeFinding, type Finding, InTheWay } from './finding';
import { listClusters } from './kind-cluster';
import { checkInotify, checkPorts, PORTS } from './machine';
import type { Step, Teller } from './plan';
import type { Result } from './program';
import { docker, kindProgram, kubectlProgram, NEWEST, type NeededProgram } from './programs';
import type { Surroundings } from './surroundings';

/** Which cluster it is for. */
export interface DoctorOptions {
  /**
   * The context of an existing cluster, which needs kubectl alone.
   *
   * @default - a kind cluster on this machine
   */
  readonly context?: string;
  /** Name of the kind cluster; when it is there, the ports are its own. */
  readonly name: string;
  /**
   * Minor of Kubernetes.
   *
   * @default - the newest
   */
  readonly kubernetes?: string;
}

/** The questions to this machine, and what to think of the answers. */
interface Examination {
  readonly commands: readonly Command[];
  readonly judge: (answers: readonly Result[]) => Promise<Finding[]>;
}

function examination({ context, name, kubernetes }: DoctorOptions): Examination {
  if (context !== undefined) {
    const kubectl = kubectlProgram();
    return { commands: [kubectl.command], judge: async (answers) => judgeAll([kubectl], answers) };
  }
  const programs = [docker, kindProgram, kubectlProgram(kubernetes ?? NEWEST)];
  return {
    commands: [...programs.map(({ command }) => command), listClusters],
    judge: async (answers) => {
      const clusters = answers[programs.length]?.stdout.split('\n') ?? [];
      const ports = clusters.includes(name) ? [] : await checkPorts();
      return [...judgeAll(programs, answers), ...ports, ...checkInotify()];
    },
  };
}

function judgeAll(programs: readonly NeededProgram[], answers: readonly Result[]): Finding[] {
  return programs.map(({ judge }, position) => judge(answers[position] as Result));
}

/** Looks at this machine before anything is made; says what is odd and ends at what is in the way. */
export function doctorStep(options: DoctorOptions): Step {
  const { commands, judge } = examination(options);
  return {
    title: 'this machine has what it takes',
    commands,
    mayFail: true,
    after: {
      says: [
        'goes on when nothing is missing' +
          (options.context === undefined ? ` and ports ${PORTS.join(', ')} are free or those of the cluster` : ''),
      ],
      follow: async (answers) => {
        const findings = await judge(answers);
        const stops = findings.filter(({ level }) => level === 'stop');
        if (stops.length > 0) throw new InTheWay(stops);
        return { lines: findings.filter(({ level }) => level === 'warning').map(describeFinding) };
      },
    },
  };
}

/** Says everything that was found; gives whether a cluster could come up. */
export async function doctor(options: DoctorOptions, surroundings: Surroundings, teller: Teller): Promise<boolean> {
  const { commands, judge } = examination(options);
  const answers: Result[] = [];
  for (const command of commands) answers.push(await command.try(surroundings));
  const findings = await judge(answers);
  for (const finding of findings) teller.say(describeFinding(finding));
  return findings.every(({ level }) => level !== 'stop');
}
