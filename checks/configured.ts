import type { Configuration } from './configuration';
import { check } from './engine';
import type { Finding } from './finding';
import type { Level } from './level';
import { fresh } from './model/cluster';
import { ObjectSet } from './model/object-set';
import type { ReadSet } from './read/read-set';
import { RULES } from './rules';

/**
 * Checks what was read the way a configuration says.
 *
 * @param only ids of the rules to run; none is all that the configuration does not turn off
 */
export function checkConfigured(
  { objects, problems }: ReadSet,
  { complete = false, external = [], kubernetes, rules: levels = {} }: Configuration,
  only: readonly string[] = [],
): Finding[] {
  const surroundings = fresh({ complete, externals: external, ...(kubernetes !== undefined && { kubernetes }) });
  const rules = RULES.filter(({ id }) => (only.length === 0 ? levels[id] !== 'off' : only.includes(id)));
  const own = Object.entries(levels).filter((entry): entry is [string, Level] => entry[1] !== 'off');
  return check(new ObjectSet(objects, surroundings), rules, { problems, levels: Object.fromEntries(own) });
}
