import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { kind } from '../platform/kind';
import type { Level } from './level';
import { LEVELS } from './level';
import { didYouMean } from './model/nearest';
import type { External } from './model/surroundings';

/** Name of the file that says what the checks cannot know. */
export const CONFIGURATION = 'kind-stacks.yaml';

/** What the checks are told about a set and its cluster. */
export interface Configuration {
  /** Minor of Kubernetes, such as `1.36`. @default - the newest */
  readonly kubernetes?: string;
  /** Whether the manifests are all there is. @default false */
  readonly complete?: boolean;
  /** Objects that are in the cluster and in no manifest. @default - none */
  readonly external?: readonly External[];
  /** Levels of rules, or `off`, by id. @default - their own */
  readonly rules?: Readonly<Record<string, Level | 'off'>>;
}

/** A configuration that means nothing: where, what is there, what is allowed. */
export class BadConfiguration extends Error {}

/** The configuration for a folder: its own, or that of the nearest folder above; empty if there is none. */
export function findConfiguration(folder: string, ruleIds: readonly string[]): Configuration {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const file = join(at, CONFIGURATION);
    if (existsSync(file)) return parseConfiguration(readFileSync(file, 'utf8'), file, ruleIds);
    if (dirname(at) === at) return {};
  }
}

/** Reads a configuration; refuses what it does not know. */
export function parseConfiguration(text: string, file: string, ruleIds: readonly string[]): Configuration {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const refuse = (offset: number, problem: string): never => {
    throw new BadConfiguration(`${file}:${lines.linePos(offset).line}: ${problem}`);
  };
  const [error] = document.errors;
  if (error !== undefined) return refuse(error.pos[0], error.message.split('\n')[0] as string);
  if (document.contents === null) return {};
  if (!isMap(document.contents)) return refuse(0, `it is no mapping; allowed are ${Object.keys(READERS).join(', ')}`);
  const configuration: Record<string, unknown> = {};
  for (const { key, value } of document.contents.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const offset = (isScalar(key) && key.range?.[0]) || 0;
    const reader = READERS[name];
    if (reader === undefined)
      return refuse(
        offset,
        `there is no '${name}'; allowed are ${Object.keys(READERS).join(', ')}${didYouMean(name, Object.keys(READERS))}`,
      );
    const given = (value as { toJSON?: () => unknown } | null)?.toJSON?.();
    configuration[name] = reader(given, (problem) => refuse(offset, `${name}: ${problem}`), ruleIds);
  }
  return configuration;
}

type Refuse = (problem: string) => never;
type Reader = (value: unknown, refuse: Refuse, ruleIds: readonly string[]) => unknown;

const MINORS = Object.keys(kind.nodeImages);

const READERS: Readonly<Record<string, Reader>> = {
  kubernetes: (value, refuse) => {
    // 1.30 without quotes is the number 1.3.
    if (typeof value === 'number') return refuse(`put it into quotes: "${MINORS[0]}"`);
    return minorOf(String(value), refuse);
  },
  complete: (value, refuse) =>
    typeof value === 'boolean' ? value : refuse(`it is '${value}'; allowed are true and false`),
  external: (value, refuse) => {
    if (!Array.isArray(value)) return refuse('it is no list; write one such as [Secret default/token, Namespace shop]');
    return value.map((one) =>
      typeof one === 'string'
        ? externalOf(one, refuse)
        : refuse(`'${JSON.stringify(one)}' is no text such as Secret default/token`),
    );
  },
  rules: (value, refuse, ruleIds) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return refuse('it is no mapping of ids to levels');
    for (const [id, level] of Object.entries(value)) {
      if (!ruleIds.includes(id)) return refuse(`there is no rule '${id}'${didYouMean(id, ruleIds)}`);
      if (![...LEVELS, 'off'].includes(level as Level))
        return refuse(`${id} is '${level}'; allowed are ${LEVELS.join(', ')}, off`);
    }
    return value;
  },
};

/** A minor of Kubernetes as people write it: `1.36`, `v1.36` or `1.36.3`. */
export function minorOf(text: string, refuse: Refuse): string {
  const [, minor] = /^v?(1\.\d+)(\.\d+)?$/.exec(text) ?? [];
  return minor ?? refuse(`'${text}' is no version of Kubernetes; write one such as ${MINORS[0]}`);
}

/** An object as `Kind namespace/name` or `Kind name`. */
export function externalOf(text: string, refuse: Refuse): External {
  const [, kindName, namespace, name] = /^([A-Z]\w+) (?:([\w*.-]+)\/)?([\w*.:-]+)$/.exec(text) ?? [];
  if (kindName === undefined || name === undefined)
    return refuse(`'${text}' names no object; write it such as 'Secret default/token' or 'Namespace shop'`);
  return { kind: kindName, name, ...(namespace !== undefined && { namespace }) };
}
