import { acknowledgementUnknown, acknowledgementUnused, reasonFor, unusedAcknowledgements } from './acknowledgements';
import { byPlace, type Finding } from './finding';
import type { Level } from './level';
import type { ObjectSet } from './model/object-set';
import type { ReadProblem } from './read/read-yaml';
import type { Problem, Rule } from './rule';

/** How rules are run. */
export interface CheckOptions {
  /** What readers met. @default - nothing */
  readonly problems?: readonly ReadProblem[];
  /** Levels that somebody gives to rules, by id. @default - their own */
  readonly levels?: Readonly<Record<string, Level>>;
}

/** Runs rules over a set, and gives what they found in a stable order; a rule that throws is a finding itself. */
export function check(
  set: ObjectSet,
  rules: readonly Rule[],
  { problems = [], levels = {} }: CheckOptions = {},
): Finding[] {
  const all = [...rules, acknowledgementUnknown([...rules, acknowledgementUnused])];
  const found = all.flatMap((rule) => findingsOf(rule, set, problems, levels));
  const unused = unusedAcknowledgements(set, found, rules).map((problem) =>
    findingOf(problem, acknowledgementUnused, set, levels),
  );
  return [...found, ...unused].sort(byPlace);
}

function findingsOf(
  rule: Rule,
  set: ObjectSet,
  problems: readonly ReadProblem[],
  levels: Readonly<Record<string, Level>>,
): Finding[] {
  try {
    const read = problems
      .filter((problem) => problem.rule === rule.id)
      .map((problem) => ofReader(problem, rule, levels));
    return [...read, ...[...rule.check(set)].map((problem) => findingOf(problem, rule, set, levels))];
  } catch (cause) {
    return [failure(rule, cause)];
  }
}

function findingOf(problem: Problem, rule: Rule, set: ObjectSet, levels: Readonly<Record<string, Level>>): Finding {
  const { at, message, fix, related = [], unlessElsewhere } = problem;
  const { object } = at;
  const unsure = unlessElsewhere !== undefined && !set.surroundings.complete;
  const level = problem.level ?? rule.level;
  const declare = `Or declare ${unlessElsewhere} external, if something else makes it`;
  return {
    rule: rule.id,
    level: levels[rule.id] ?? (unsure && level === 'error' ? 'warning' : level),
    message,
    remedy: [fix ?? rule.remedy, ...(unsure ? [declare] : [])].join('. '),
    location: object.source.locate(at.path),
    field: String(at),
    object: { kind: object.kind, namespace: object.namespace, name: object.name, construct: object.source.construct },
    related: related.map((field) => field.object.source.locate(field.path)),
    acknowledged: reasonFor(rule.id, object),
  };
}

function ofReader(problem: ReadProblem, rule: Rule, levels: Readonly<Record<string, Level>>): Finding {
  const { message, location, related } = problem;
  const { id, level, remedy } = rule;
  return {
    ...{ rule: id, level: levels[id] ?? level, message, remedy, location, related },
    ...{ field: '', object: undefined, acknowledged: undefined },
  };
}

function failure({ id }: Rule, cause: unknown): Finding {
  return {
    rule: id,
    level: 'warning',
    message: `the rule itself failed: ${cause instanceof Error ? cause.message : String(cause)}`,
    remedy: 'This is a defect of kind-stacks: report it with the manifests',
    location: { file: '-' },
    ...{ field: '', object: undefined, related: [], acknowledged: undefined },
  };
}
