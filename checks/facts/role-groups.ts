import { distance } from 'fastest-levenshtein';
import type { Problem } from '../rule';
import { isForeign, isIn, type PolicyRule, type Word } from '../views/policy-rule';
import { API_GROUPS, groupsOf, MOVED_GROUP } from './built-in-resources';

/** A group of a rule that there is not, where what the rule names is granted by no other. */
export function groupProblem(rule: PolicyRule, all: readonly PolicyRule[]): Problem | undefined {
  const bad = rule.groups.find(({ text }) => !isGroup(text));
  if (bad === undefined || isGrantedAnyway(rule, bad, all)) return undefined;
  const homes = [...new Set(rule.resources.flatMap(({ resource }) => groupsOf(resource)))];
  const moved = bad.text === MOVED_GROUP;
  // Its policies for pods are gone for good, and nothing is to be put in their place.
  if (moved && homes.every((group) => group === 'policy')) return undefined;
  const meant = homes.length === 1 ? homes[0] : slipOf(bad.text);
  const why = moved ? 'which serves nothing any more' : 'which is no group of the API';
  return {
    at: bad.field,
    message: `${rule.role} names group '${bad.text}', ${why}${meant === undefined || moved ? '' : `; did you mean '${meant}'?`}`,
    ...(meant !== undefined && { fix: `Write ${meant === '' ? '"", the core group' : meant}` }),
  };
}

function isGroup(text: string): boolean {
  if (text === '*' || API_GROUPS.includes(text)) return true;
  return isForeign(text) && !text.includes('/') && slipOf(text) === undefined;
}

// Groups of others all have a dot; one beside a known name by a letter or two is that name.
function slipOf(text: string): string | undefined {
  const [group = '', version] = text.split('/');
  if (/^v\d+(alpha\d+|beta\d+)?$|^core$/.test(group)) return '';
  if (version !== undefined && API_GROUPS.includes(group)) return group;
  return API_GROUPS.find((known) => known.includes('.') && known !== text && distance(known, text) <= 2);
}

// In this rule by another group, or in another rule of the role.
function isGrantedAnyway(rule: PolicyRule, bad: Word, all: readonly PolicyRule[]): boolean {
  const others = rule.groups.filter((group) => group !== bad).map(({ text }) => text);
  if (others.some((group) => isForeign(group))) return true;
  return rule.resources.every(
    ({ text, resource }) =>
      (resource === '*' ? others.length > 0 : isIn(others, resource)) ||
      (bad.text === MOVED_GROUP && all.some((other) => other !== rule && grants(other, text, resource))),
  );
}

function grants({ groups, resources }: PolicyRule, text: string, resource: string): boolean {
  const names = groups.map((group) => group.text);
  return (
    (names.includes('*') || isIn(names, resource)) && resources.some((one) => one.text === text || one.text === '*')
  );
}
