import { check } from '../../checks/engine';
import type { Finding } from '../../checks/finding';
import { fresh } from '../../checks/model/cluster';
import { ObjectSet } from '../../checks/model/object-set';
import type { SurroundingsOptions } from '../../checks/model/surroundings';
import { readSet } from '../../checks/read/read-set';
import type { Rule } from '../../checks/rule';

/** Manifests, by what is special about them. A line that ends in `# ! message` is where that finding has to be. */
export type Cases = Readonly<Record<string, string>>;

/** What a rule has to find, and what it must not. */
export interface RuleCases {
  /** Each with its marks. */
  readonly found: Cases;
  /** What looks wrong and is right: the closest things to what the rule finds. */
  readonly right: Cases;
  /** The cluster around them. @default - a fresh kind cluster, and nothing outside the set */
  readonly surroundings?: SurroundingsOptions;
}

/** What a rule finds in manifests. */
export function findingsIn(rule: Rule, yaml: string, options: SurroundingsOptions = {}): Finding[] {
  const { objects, problems } = readSet({ files: [{ file: 'case.yaml', text: yaml, named: true }], problems: [] });
  return check(new ObjectSet(objects, fresh({ complete: true, ...options })), [rule], { problems });
}

/** Tests of one rule: its own examples, what it finds at which line with which words, and what it leaves alone. */
export function describeRule(rule: Rule, { found, right, surroundings = {} }: RuleCases): void {
  describe(rule.id, () => {
    test('finds its bad example once', () => {
      expect(findingsIn(rule, rule.bad, surroundings).map(({ rule: id }) => id)).toEqual([rule.id]);
    });

    test('leaves its good example alone', () => {
      expect(findingsIn(rule, rule.good, surroundings)).toEqual([]);
    });

    test.each(Object.entries(found))('finds %s', (_, yaml) => {
      const marks = marksIn(yaml);
      const findings = findingsIn(rule, yaml, surroundings).map(
        ({ location, message }) => `${location.line}: ${message}`,
      );
      expect(findings).toEqual(marks);
      expect(marks).not.toEqual([]);
    });

    test.each(Object.entries(right))('leaves alone %s', (_, yaml) => {
      expect(findingsIn(rule, yaml, surroundings)).toEqual([]);
    });
  });
}

function marksIn(yaml: string): string[] {
  return yaml.split('\n').flatMap((line, position) => {
    const [, message] = /# ! (.*)$/.exec(line) ?? [];
    return message === undefined ? [] : [`${position + 1}: ${message}`];
  });
}
