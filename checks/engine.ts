import { byPlace, type Finding } from './finding';
import type { KubernetesObject } from './kubernetes-object';
import type { ObjectSet } from './object-set';
import type { Problem, Rule } from './rule';

/** Annotation that acknowledges the findings of one rule at one object, with the reason. */
export const ACKNOWLEDGE = 'kind-stacks/acknowledge.';

/** Runs rules over a set, and gives what they found in a stable order; a rule that throws is a finding itself. */
export function check(set: ObjectSet, rules: readonly Rule[]): Finding[] {
  return rules.flatMap((rule) => findingsOf(rule, set)).sort(byPlace);
}

function findingsOf(rule: Rule, set: ObjectSet): Finding[] {
  try {
    return [...rule.check(set)].map((problem) => findingOf(problem, rule, set));
  } catch (cause) {
    return [failure(rule, cause)];
  }
}

function findingOf(problem: Problem, rule: Rule, set: ObjectSet): Finding {
  const { at, message, fix, related = [], unlessElsewhere } = problem;
  const { object } = at;
  const unsure = unlessElsewhere !== undefined && !set.surroundings.complete;
  const level = problem.level ?? rule.level;
  return {
    rule: rule.id,
    level: unsure && level === 'error' ? 'warning' : level,
    message,
    remedy: [
      fix ?? rule.remedy,
      ...(unsure ? [`Or declare ${unlessElsewhere} external, if something else makes it`] : []),
    ].join('. '),
    location: object.source.locate(at.path),
    field: String(at),
    object: {
      kind: object.kind,
      namespace: object.namespace,
      name: object.name,
      construct: object.source.construct,
    },
    related: related.map((field) => field.object.source.locate(field.path)),
    acknowledged: reasonFor(rule.id, object),
  };
}

function reasonFor(rule: string, object: KubernetesObject): string | undefined {
  return object.field('metadata', 'annotations', `${ACKNOWLEDGE}${rule}`).text;
}

function failure({ id }: Rule, cause: unknown): Finding {
  return {
    rule: id,
    level: 'warning',
    message: `the rule itself failed: ${cause instanceof Error ? cause.message : String(cause)}`,
    remedy: 'This is a defect of kind-stacks: report it with the manifests',
    location: { file: '-' },
    field: '',
    object: undefined,
    related: [],
    acknowledged: undefined,
  };
}
