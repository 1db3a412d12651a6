import type { Finding } from './finding';
import type { Field } from './model/field';
import type { KubernetesObject } from './model/kubernetes-object';
import { didYouMean } from './model/nearest';
import type { ObjectSet } from './model/object-set';
import type { Problem, Rule } from './rule';

/** Annotation that acknowledges the findings of one rule at one object, with the reason. */
const PREFIX = 'kind-stacks/acknowledge.';

/** Why somebody accepts what a rule finds at an object; undefined if nobody does. */
export function reasonFor(rule: string, object: KubernetesObject): string | undefined {
  const { text } = object.field('metadata', 'annotations', `${PREFIX}${rule}`);
  return text === undefined || text.trim() === '' ? undefined : text;
}

function* acknowledgementsIn(set: ObjectSet): Iterable<{ readonly rule: string; readonly field: Field }> {
  for (const object of set.objects)
    for (const [key, field] of object.field('metadata', 'annotations').entries())
      if (key.startsWith(PREFIX)) yield { rule: key.slice(PREFIX.length), field };
}

const bad = (annotation: string) => `
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  annotations:
    ${annotation}
`;

/** An acknowledgement of a rule that there is not. */
export function acknowledgementUnknown(rules: readonly Pick<Rule, 'id'>[]): Rule {
  const ids = new Set(rules.map(({ id }) => id));
  return {
    id: 'acknowledgement-unknown',
    subject: 'acknowledgements',
    level: 'warning',
    reason: 'An acknowledgement holds for the rule that it names; of a rule that there is not, it holds for nothing.',
    remedy: 'Write the id of the rule as the report has it, and the reason behind it',
    bad: bad('kind-stacks/acknowledge.image-unpined: it never changes'),
    good: bad('example.com/note: it never changes'),
    *check(set) {
      for (const { rule, field } of acknowledgementsIn(set)) {
        if (!ids.has(rule)) yield { at: field, message: `there is no rule '${rule}'${didYouMean(rule, ids)}` };
        else if (reasonFor(rule, field.object) === undefined)
          yield { at: field, message: `the acknowledgement of '${rule}' has no reason` };
      }
    },
  };
}

/** Acknowledgements that match no finding any more: what they speak of has been mended, or the rule is not run. */
export function unusedAcknowledgements(
  set: ObjectSet,
  findings: readonly Finding[],
  rules: readonly Pick<Rule, 'id'>[],
): Problem[] {
  const used = new Set(
    findings.filter(({ acknowledged }) => acknowledged !== undefined).map(({ rule, object }) => key(rule, object)),
  );
  const run = new Set(rules.map(({ id }) => id));
  return [...acknowledgementsIn(set)]
    .filter(
      ({ rule, field }) =>
        run.has(rule) && reasonFor(rule, field.object) !== undefined && !used.has(key(rule, field.object)),
    )
    .map(({ rule, field }) => ({
      at: field,
      message: `'${rule}' finds nothing at ${field.object}, so this acknowledges nothing`,
    }));
}

/** The rule that these belong to; its findings come from those of all others. */
export const acknowledgementUnused: Rule = {
  id: 'acknowledgement-unused',
  subject: 'acknowledgements',
  level: 'warning',
  reason: 'An acknowledgement that matches nothing any more would hide the next mistake of its kind.',
  remedy: 'Take the annotation away',
  bad: bad('kind-stacks/acknowledge.image-unpinned: it never changes'),
  good: bad('example.com/note: it never changes'),
  check: () => [],
};

function key(
  rule: string,
  object: { readonly kind: string; readonly namespace: string | undefined; readonly name: string } | undefined,
): string {
  return [rule, object?.kind, object?.namespace, object?.name].join('\n');
}
