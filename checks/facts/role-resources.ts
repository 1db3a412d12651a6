import { nearest } from '../model/nearest';
import type { Problem } from '../rule';
import { isForeign, isIn, type NamedResource, type PolicyRule } from '../views/policy-rule';
import { groupsOf, isSettled, MOVED_GROUP, resourcesOf, SUBRESOURCES } from './built-in-resources';

/** A resource, or a part of one, that is in none of the groups of a rule. */
export function resourceProblem({ role, groups, resources }: PolicyRule): Problem | undefined {
  const names = groups.map(({ text }) => text);
  if (names.some(isForeign)) return undefined;
  for (const named of resources) {
    const problem = of(named, names);
    if (problem !== undefined) return { ...problem, message: `${role} names ${problem.message}` };
  }
  return undefined;
}

function of(named: NamedResource, groups: readonly string[]): Problem | undefined {
  const { field: at, resource, part } = named;
  if (resource === '*' || isIn(groups, resource)) return partProblem(named);
  // It was there once; that it is gone harms nobody.
  if (groups.includes(MOVED_GROUP)) return undefined;
  const [home] = groupsOf(resource);
  if (home !== undefined)
    return {
      at,
      message: `'${resource}' of ${groupsInWords(groups)}; it is of ${inWords(home)}`,
      fix: `Write apiGroups: ["${home}"]`,
    };
  const known = groups.flatMap(resourcesOf);
  const meant = known.find((one) => isFormOf(resource, one)) ?? nearest(resource, known);
  if (meant === undefined && !groups.every(isSettled)) return undefined;
  return {
    at,
    message: `'${resource}', which is no resource of ${groupsInWords(groups)}${meant === undefined ? '' : `; did you mean '${meant}'?`}`,
    ...(meant !== undefined && { fix: `Write ${meant}${part === undefined ? '' : `/${part}`}` }),
  };
}

function partProblem({ field: at, resource, part }: NamedResource): Problem | undefined {
  if (part === undefined || SUBRESOURCES.includes(part) || part.includes('/')) return undefined;
  const meant = nearest(part, SUBRESOURCES);
  if (meant === undefined) return undefined;
  return {
    at,
    message: `'${resource}/${part}', which there is not; did you mean '${resource}/${meant}'?`,
    fix: `Write ${resource}/${meant}`,
  };
}

// The kind, or one of them: Pod, pod, Ingress, policy.
function isFormOf(word: string, resource: string): boolean {
  const small = word.toLowerCase();
  return [small, `${small}s`, `${small}es`, small.replace(/y$/, 'ies')].includes(resource);
}

function groupsInWords(groups: readonly string[]): string {
  return groups.map(inWords).join(' and ');
}

function inWords(group: string): string {
  return group === '' ? 'the core group' : `group '${group}'`;
}
