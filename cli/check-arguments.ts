import { parseArgs } from 'node:util';
import { externalOf, minorOf } from '../checks/configuration';
import { LEVELS, type Level } from '../checks/level';
import type { External } from '../checks/model/surroundings';
import { RULES } from '../checks/rules';
import { unknownName, WrongUsage } from './wrong-usage';

/** Forms of a report. */
export const FORMATS = ['text', 'json', 'sarif', 'github'] as const;

/** What somebody typed after `check`. */
export interface CheckAsked {
  /** Files, folders, or `-` for standard input. */
  readonly paths: readonly string[];
  readonly format: (typeof FORMATS)[number];
  /** The least grave level that is shown and counts. */
  readonly level: Level;
  /** Ids of the rules to run; none is all. */
  readonly rules: readonly string[];
  readonly kubernetes: string | undefined;
  readonly complete: boolean;
  readonly externals: readonly External[];
  /** Whether each folder is a set of its own. */
  readonly setPerFolder: boolean;
  /** The rule whose page is asked for. */
  readonly explain: string | undefined;
  readonly help: boolean;
}

/** The page of help. */
export const CHECK_HELP = `kind-stacks check [options] [path…]      finds what the API server accepts and the cluster cannot run

Paths are files and folders with YAML or JSON, or - for standard input; the folder you are in for none.

  --complete             the manifests are all there is: what they name and do not have is an error
  --external OBJECT      is in the cluster and in no manifest, such as 'Secret default/token'; more than once
  --set-per-folder       each folder is a set of its own, as in a repository of homework
  --kubernetes MINOR     version of the cluster
  --level LEVEL          ${LEVELS.join(', ')}: the least that is shown and counts (warning)
  --rule ID              this rule alone; more than once
  --format FORMAT        ${FORMATS.join(', ')} (text)
  --explain ID           what a rule finds, and why
  --help                 this page

  kind-stacks check homework/
  kustomize build . | kind-stacks check --complete -
  kind-stacks check --format sarif manifests/ > findings.sarif
  kind-stacks check --explain canary-without-main

The exit code is 0 without findings, 1 with some, 2 when there was nothing to run. kind-stacks.yaml, here or above, may
say the same: kubernetes, complete, external, rules.`;

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean' } as const;
const OPTIONS = {
  complete: flag,
  external: texts,
  'set-per-folder': flag,
  kubernetes: text,
  level: text,
  rule: texts,
  format: text,
  explain: text,
  help: flag,
} as const;

/** Reads what comes after `check`; refuses what means nothing. */
export function readCheckArguments(args: readonly string[]): CheckAsked {
  const { values, positionals } = parse(args);
  const { level = 'warning', format = 'text', rule = [], external = [], kubernetes, explain } = values;
  const refuse = (problem: string): never => {
    throw new WrongUsage(`${problem}.`);
  };
  for (const id of [...rule, ...(explain === undefined ? [] : [explain])]) known('rule', id, ruleIds());
  return {
    paths: positionals.length > 0 ? positionals : ['.'],
    format: known('format', format, FORMATS),
    level: known('level', level, LEVELS),
    rules: rule,
    kubernetes: kubernetes === undefined ? undefined : minorOf(kubernetes, refuse),
    complete: values.complete === true,
    externals: external.map((one) => externalOf(one, refuse)),
    setPerFolder: values['set-per-folder'] === true,
    explain,
    help: values.help === true,
  };
}

/** Ids of all rules. */
export function ruleIds(): string[] {
  return RULES.map(({ id }) => id);
}

function known<Name extends string>(what: string, name: string, allowed: readonly Name[]): Name {
  return allowed.find((one) => one === name) ?? unknownName(what, name, allowed);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    const unknown = /Unknown option '--?([^']+)'/.exec((error as Error).message)?.[1];
    const names = Object.keys(OPTIONS).map((name) => `--${name}`);
    if (unknown !== undefined) return unknownName('option', `--${unknown}`, names);
    throw new WrongUsage((error as Error).message.split('. To specify')[0] ?? '');
  }
}
