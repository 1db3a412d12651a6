import { parseArgs } from 'node:util';
import { CannotRun } from './cannot-run';
import { LEVELS } from './run';

const USAGE = `npm run e2e [-- options] [stack…]

Proves stacks on a real cluster: that of E2E_KUBECONFIG, or a kind cluster made for the run.

  --level LEVEL     ${LEVELS.join(', ')} (the last one shown; answers)
  --seconds N       in which a stack has to roll out (300)
  --report FILE     where the report goes as JSON (e2e-report.json)
  --kubernetes X    minor of the kind cluster that is made; not with E2E_KUBECONFIG
  --page FILE       a page with a place for the table, such as docs/e2e.md

  npm run e2e -- web canary
  E2E_KUBECONFIG=~/test-cluster npm run e2e -- --level accepted`;

/** What somebody typed. */
export interface Asked {
  readonly level: (typeof LEVELS)[number];
  readonly seconds: number;
  readonly report: string;
  readonly page: string | undefined;
  readonly kubernetes: string | undefined;
  readonly names: readonly string[];
}

function usage(problem: string): CannotRun {
  return new CannotRun(`${problem}\n\n${USAGE}`);
}

/** Reads a command line; refuses what means nothing. */
export function readOptions(args: readonly string[]): Asked {
  const { values, positionals } = parse(args);
  const level = LEVELS.find((one) => one === (values.level ?? 'answers').replace('-', ' '));
  if (level === undefined) throw usage(`there is no level '${values.level}'; there are ${LEVELS.join(', ')}`);
  const seconds = Number(values.seconds ?? 300);
  if (!(seconds > 0)) throw usage(`--seconds is '${values.seconds}', not a number above 0`);
  return {
    level,
    seconds,
    report: values.report ?? 'e2e-report.json',
    page: values.page,
    kubernetes: values.kubernetes,
    names: positionals,
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { level: text, seconds: text, report: text, page: text, kubernetes: text },
    });
  } catch (error) {
    throw usage((error as Error).message);
  }
}
