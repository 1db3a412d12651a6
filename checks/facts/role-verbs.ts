import { nearest } from '../model/nearest';
import type { Problem } from '../rule';
import { isForeign, type PolicyRule } from '../views/policy-rule';
import { VERBS } from './built-in-resources';

// What people write for a verb of the API.
const WORDS: Readonly<Record<string, string>> = {
  add: 'create',
  all: '*',
  apply: 'patch',
  describe: 'get',
  edit: 'update',
  modify: 'update',
  post: 'create',
  put: 'update',
  read: 'get, list, watch',
  remove: 'delete',
  view: 'get, list, watch',
  write: 'create, update, patch',
};

/** A verb that no request has. Applications may ask for verbs of their own, so it counts where another was clearly meant. */
export function verbProblem({ role, groups, verbs }: PolicyRule): Problem | undefined {
  if (groups.some(({ text }) => isForeign(text))) return undefined;
  for (const { field, text } of verbs) {
    const meant = VERBS.includes(text) ? undefined : meantBy(text);
    if (meant !== undefined)
      return {
        at: field,
        message: `${role} allows '${text}', which no request asks for; did you mean '${meant}'?`,
        fix: `Write ${meant}`,
      };
  }
  return undefined;
}

function meantBy(text: string): string | undefined {
  const small = text.trim().toLowerCase();
  if (small !== text && VERBS.includes(small)) return small;
  const several = small.split(/[\s,]+/);
  if (several.length > 1 && several.every((one) => VERBS.includes(one))) return several.join(', ');
  if (Object.hasOwn(WORDS, small)) return WORDS[small];
  // A part for a custom verb such as `impersonate:user-info` is behind a colon.
  return small.includes(':') ? undefined : nearest(small, VERBS);
}
