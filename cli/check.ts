import { dirname } from 'node:path';
import { BadConfiguration, type Configuration, findConfiguration } from '../checks/configuration';
import { checkConfigured } from '../checks/configured';
import { byPlace, type Finding } from '../checks/finding';
import { type Level, reaches } from '../checks/level';
import { type CollectedFile, type Collection, collect, NoSuchPath, STANDARD_INPUT } from '../checks/read/collect';
import { readSet } from '../checks/read/read-set';
import { githubReport } from '../checks/report/github';
import { jsonReport } from '../checks/report/json';
import { rulePage } from '../checks/report/rule-page';
import { sarifReport } from '../checks/report/sarif';
import { coloured, plain, textReport } from '../checks/report/text';
import type { Rule } from '../checks/rule';
import { RULES } from '../checks/rules';
import { CHECK_HELP, type CheckAsked, readCheckArguments, ruleIds } from './check-arguments';
import { WrongUsage } from './wrong-usage';

/** Where the words of a check go. */
export interface CheckOutput {
  /** The report. */
  print(text: string): void;
  /** What is said beside it. */
  say(text: string): void;
  /** Whether the report goes to a terminal. */
  readonly colours: boolean;
}

/**
 * Checks manifests and reports.
 *
 * @returns the exit code: 0 without findings, 1 with some, 2 when there was nothing to run
 */
export function runCheck(args: readonly string[], output: CheckOutput): number {
  try {
    const asked = readCheckArguments(args);
    if (asked.help) output.print(CHECK_HELP);
    else if (asked.explain !== undefined) output.print(rulePage(ruleOf(asked.explain)));
    else return checkPaths(asked, output);
    return 0;
  } catch (error) {
    if (![WrongUsage, NoSuchPath, BadConfiguration].some((kind) => error instanceof kind)) throw error;
    output.say((error as Error).message);
    return 2;
  }
}

function ruleOf(id: string): Rule {
  return RULES.find((rule) => rule.id === id) as Rule;
}

function checkPaths(asked: CheckAsked, output: CheckOutput): number {
  const configuration = findConfiguration(folderOf(asked.paths), ruleIds());
  const collection = collect(asked.paths);
  const sets = asked.setPerFolder ? byFolder(collection) : [collection];
  const results = sets.map((set) => checkSet(set, asked, configuration));
  const findings = results.flatMap((result) => result.findings).sort(byPlace);
  const objects = results.reduce((sum, result) => sum + result.objects, 0);
  if (objects === 0 && findings.length === 0) throw new NoSuchPath(`there is no manifest in ${asked.paths.join(', ')}`);
  report(findings, collection, asked, output);
  const notes = new Set(results.flatMap((result) => result.notes));
  if (asked.format === 'text') for (const note of notes) output.say(`not checked: ${note}`);
  if (asked.format === 'text') output.say(summary(findings, objects, asked));
  return findings.some(({ acknowledged }) => acknowledged === undefined) ? 1 : 0;
}

function folderOf([path]: readonly string[]): string {
  if (path === undefined || path === STANDARD_INPUT) return '.';
  return /\.(ya?ml|json)$/i.test(path) ? dirname(path) : path;
}

function byFolder({ files, problems }: Collection): Collection[] {
  const folders = new Map<string, CollectedFile[]>();
  for (const file of files) folders.set(dirname(file.file), [...(folders.get(dirname(file.file)) ?? []), file]);
  return [...[...folders.values()].map((some) => ({ files: some, problems: [] })), { files: [], problems }];
}

function checkSet(
  collection: Collection,
  { rules: only, level, kubernetes, complete, externals }: CheckAsked,
  configuration: Configuration,
): { readonly findings: readonly Finding[]; readonly objects: number; readonly notes: readonly string[] } {
  const read = readSet(collection);
  const minor = kubernetes ?? configuration.kubernetes;
  const asked: Configuration = {
    ...configuration,
    complete: complete || configuration.complete === true,
    external: [...(configuration.external ?? []), ...externals],
    ...(minor !== undefined && { kubernetes: minor }),
  };
  const findings = checkConfigured(read, asked, only).filter((finding) => reaches(finding.level, level));
  return { findings, objects: read.objects.length, notes: read.notes };
}

function report(
  findings: readonly Finding[],
  collection: Collection,
  { format }: CheckAsked,
  output: CheckOutput,
): void {
  if (format === 'json') output.print(jsonReport(findings));
  else if (format === 'sarif') output.print(sarifReport(findings, RULES));
  else if (format === 'github') output.print(githubReport(findings));
  else if (findings.length > 0)
    output.print(textReport(findings, linesOf(collection), output.colours ? coloured : plain));
}

function linesOf({ files }: Collection): (file: string, line: number) => string | undefined {
  const split = new Map<string, string[]>();
  return (file, line) => {
    const found = split.get(file) ?? files.find((one) => one.file === file)?.text.split(/\r?\n/) ?? [];
    split.set(file, found);
    return found[line - 1];
  };
}

function summary(findings: readonly Finding[], objects: number, { level }: CheckAsked): string {
  const open = findings.filter(({ acknowledged }) => acknowledged === undefined);
  const count = (one: Level) => open.filter((finding) => finding.level === one).length;
  const words = (['error', 'warning', 'advice'] as const)
    .filter((one) => reaches(one, level))
    .map((one) => counted(count(one), one));
  const accepted = findings.length - open.length;
  const rest = accepted === 0 ? '' : `, ${accepted} acknowledged`;
  const how =
    open.length === 0
      ? ''
      : '\nRight all the same? Say so at the object, with the reason: annotation kind-stacks/acknowledge.<rule>. --explain <rule> says more.';
  return `${counted(objects, 'object')}: ${words.join(', ')}${rest}.${how}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 || what === 'advice' ? '' : 's'}`;
}
