import { parseArgs } from 'node:util';
import { kind } from '../platform/kind';
import { FOLDER } from './synthesis';
import type { UpOptions } from './up-options';
import { unknownName, WrongUsage } from './wrong-usage';

const ACTIONS = ['up', 'down', 'doctor'] as const;

type Action = (typeof ACTIONS)[number];

/** What somebody typed. */
export interface Asked extends UpOptions {
  readonly action: Action;
  /** Whether the commands are printed and none is run. */
  readonly plan: boolean;
  /** Whether the page of help is asked for. */
  readonly help: boolean;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const OPTIONS = {
  context: text,
  name: text,
  kubernetes: text,
  timeout: text,
  folder: text,
  'six-nodes': flag,
  'force-conflicts': flag,
  plan: flag,
  help: flag,
} as const;

type Name = keyof typeof OPTIONS;

const KIND_ONLY: readonly Name[] = ['name', 'kubernetes', 'six-nodes'];
const ALLOWED: Readonly<Record<Action, readonly Name[]>> = {
  up: Object.keys(OPTIONS) as Name[],
  down: ['context', 'name', 'plan', 'help'],
  doctor: ['context', 'name', 'kubernetes', 'help'],
};

/** Reads a command line, without the program; refuses what means nothing. */
export function readArguments(args: readonly string[]): Asked {
  const { values, positionals } = parse(args);
  const [action = 'help', ...names] = positionals;
  if (action === 'help') return { ...defaults, action: 'up', help: true };
  if (!isAction(action)) unknownName('action', action, ACTIONS);
  checkOptions(action, Object.keys(values) as Name[]);
  if (action === 'doctor' && names.length > 0)
    throw new WrongUsage(`doctor takes no names; given is '${names.join(' ')}'.`);
  const { context, name = kind.name, timeout = '5m', folder = FOLDER, kubernetes } = values;
  checkText('--name', name, /^[a-z0-9][a-z0-9.-]*$/, 'lower case letters, digits, dots and hyphens');
  checkText('--timeout', timeout, /^(\d+h)?(\d+m)?(\d+s)?$/, 'a time such as 90s or 10m');
  checkText('--folder', folder, /^(?!(\.\/)?dist\/?$)[^-].*$/, 'a folder other than dist');
  if (context !== undefined)
    checkText('--context', context, /^[^-]/, 'a context, as kubectl config get-contexts lists them');
  if (kubernetes !== undefined && !isMinor(kubernetes))
    unknownName('version', kubernetes, Object.keys(kind.nodeImages));
  return {
    action,
    names,
    name,
    timeout,
    folder,
    sixNodes: values['six-nodes'] === true,
    force: values['force-conflicts'] === true,
    plan: values.plan === true,
    help: values.help === true,
    ...(context !== undefined && { context }),
    ...(kubernetes !== undefined && { kubernetes }),
  };
}

const defaults = {
  names: [],
  name: kind.name,
  timeout: '5m',
  folder: FOLDER,
  sixNodes: false,
  force: false,
  plan: false,
};

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    const unknown = /Unknown option '--?([^']+)'/.exec((error as Error).message)?.[1];
    if (unknown !== undefined)
      unknownName(
        'option',
        `--${unknown}`,
        Object.keys(OPTIONS).map((name) => `--${name}`),
      );
    throw new WrongUsage(`${(error as Error).message.split('. To specify')[0]}.`.replace('..', '.'));
  }
}

function isAction(text: string): text is Action {
  return ACTIONS.some((action) => action === text);
}

function isMinor(text: string): text is keyof typeof kind.nodeImages {
  return text in kind.nodeImages;
}

function checkOptions(action: Action, given: readonly Name[]): void {
  const wrong = given.find((name) => !ALLOWED[action].includes(name));
  if (wrong !== undefined)
    throw new WrongUsage(
      `${action} knows no --${wrong}; it knows ${ALLOWED[action].map((name) => `--${name}`).join(', ')}.`,
    );
  const beside = given.find((name) => KIND_ONLY.includes(name));
  if (given.includes('context') && beside !== undefined)
    throw new WrongUsage(
      `--${beside} is for a kind cluster, and --context uses another one: say the one or the other.`,
    );
}

function checkText(option: string, given: string, form: RegExp, allowed: string): void {
  if (given === '' || !form.test(given)) throw new WrongUsage(`${option} is '${given}'; allowed is ${allowed}.`);
}
