import { Refusal } from '../constructs';
import { kind } from '../platform/kind';
import { type Asked, readArguments } from './arguments';
import { doctor } from './doctor';
import { down } from './down';
import { InTheWay } from './finding';
import { HELP } from './help';
import { Interrupted, type Plan, StepFailure, type Teller } from './plan';
import { listStacks } from './stack-list';
import type { Surroundings } from './surroundings';
import { withoutNetwork } from './synthesis';
import { up } from './up';
import { WrongUsage } from './wrong-usage';

/** Takes what somebody is told. */
export interface Reader extends Teller {
  /** Why it ended before its end. */
  complain(line: string): void;
}

// Whatever else is thrown is a defect.
const TOLD = [Refusal, WrongUsage, InTheWay, StepFailure, Interrupted];

/**
 * Does what a command line asks for.
 *
 * @returns the exit code: 1 when something failed, 2 for a command line that means nothing, 130 when interrupted
 */
export async function run(args: readonly string[], surroundings: Surroundings, reader: Reader): Promise<number> {
  try {
    return await runAction(readArguments(args), args, surroundings, reader);
  } catch (error) {
    const isInterrupted = surroundings.signal.aborted;
    if (TOLD.some((kind) => error instanceof kind)) reader.complain((error as Error).message);
    else if (!isInterrupted) throw error;
    if (isInterrupted) return 130;
    return error instanceof WrongUsage ? 2 : 1;
  }
}

async function runAction(
  asked: Asked,
  args: readonly string[],
  surroundings: Surroundings,
  teller: Teller,
): Promise<number> {
  const { action, context, name } = asked;
  if (asked.help) {
    teller.say(HELP);
    return 0;
  }
  if (action === 'doctor') return (await doctor(asked, surroundings, teller)) ? 0 : 1;
  const plan = planOf(asked, surroundings);
  if (asked.plan) {
    teller.say(`# npm run ${args.join(' ').replace(' ', ' -- ')}\n\n${plan}`.trimEnd());
    return 0;
  }
  const began = Date.now();
  await plan.run(surroundings, teller);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const own = name === kind.name ? '' : ` -- --name ${name}`;
  const which = context === undefined ? own : ` -- --context ${context}`;
  const next = action === 'up' ? `npm run down${which} takes it away` : `npm run up${which} brings it back`;
  teller.say(`${action} in ${seconds} s; ${next}`);
  return 0;
}

function planOf(asked: Asked, { environment }: Surroundings): Plan {
  const list = listStacks(asked.context === undefined ? withoutNetwork(environment) : environment);
  return asked.action === 'up' ? up(asked, list, environment) : down(asked, list);
}
