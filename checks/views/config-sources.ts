import { grouped } from '../model/grouped';
import { type Identity, keyOf } from '../model/kubernetes-object';
import { nearest } from '../model/nearest';
import type { ObjectSet } from '../model/object-set';
import { isThere, missing } from '../model/reference';
import { RunTimeMakers } from '../model/run-time-makers';
import type { Problem } from '../rule';
import type { ConfigReference } from './config-references';

/** What names a ConfigMap or a Secret. */
export type ConfigIdentity = Pick<Identity, 'namespace' | 'name'> & Pick<ConfigReference, 'kind'>;

/**
 * The keys of a ConfigMap or a Secret; undefined where nobody can know them: it is not in the set, or it is there
 * without any, for somebody to fill in.
 */
export function keysOf({ kind, namespace, name }: ConfigIdentity, set: ObjectSet): ReadonlySet<string> | undefined {
  const sources = kind === 'Secret' ? set.secrets.of(namespace, name).map(({ keys }) => keys) : [];
  if (kind === 'ConfigMap')
    for (const object of set.all({ group: '', kind, namespace, name }))
      for (const data of ['data', 'binaryData'])
        sources.push(
          new Set(
            object
              .field(data)
              .entries()
              .map(([key]) => key),
          ),
        );
  const all = new Set<string>();
  for (const keys of sources) {
    if (keys === undefined) return undefined;
    for (const key of keys) all.add(key);
  }
  return all.size === 0 ? undefined : all;
}

/** The references that lead to nothing, those to one object together. */
export function absentSources(
  references: readonly ConfigReference[],
  set: ObjectSet,
): [ConfigReference, ...ConfigReference[]][] {
  const makers = new RunTimeMakers(set);
  const absent = references.filter(
    (reference) =>
      !isThere(reference, set) &&
      set.secrets.of(reference.namespace, reference.kind === 'Secret' ? reference.name : '').length === 0 &&
      !makers.mayMake(`${reference.kind.toLowerCase()}s`, reference.namespace),
  );
  return [...grouped(absent, keyOf).values()];
}

/** The problem of references to an object that is not there; the first one stands for all. */
export function absentSource(first: ConfigReference, others: readonly ConfigReference[], set: ObjectSet): Problem[] {
  const problem = missing(first, first.who, set);
  if (problem === undefined) return [];
  const other = first.kind === 'Secret' ? 'ConfigMap' : 'Secret';
  const fix =
    problem.fix ??
    (isThere({ ...first, kind: other }, set) ? `Refer to the ${other} '${first.name}', which is there` : undefined);
  const related = [...others.map(({ at }) => at), ...(problem.related ?? [])];
  return [{ ...problem, ...(fix !== undefined && { fix }), related }];
}

/** The problems of keys that an object does not have, those of one key together. */
export function absentKeys(references: readonly ConfigReference[], set: ObjectSet): Problem[] {
  const found = new Map<string, Problem>();
  for (const reference of references) {
    const keys = reference.keys.length === 0 ? undefined : keysOf(reference, set);
    if (keys === undefined) continue;
    for (const at of reference.keys) {
      if (!at.text || keys.has(at.text)) continue;
      const id = `${keyOf(reference)}\n${at.text}`;
      const before = found.get(id);
      found.set(
        id,
        before === undefined
          ? absentKey(at.text, keys, { ...reference, at })
          : { ...before, related: [...(before.related ?? []), at] },
      );
    }
  }
  return [...found.values()];
}

function absentKey(key: string, keys: ReadonlySet<string>, { at, who, kind, name }: ConfigReference): Problem {
  const meant = nearest(key, keys);
  return {
    at,
    message: `${who} reads '${key}' of ${kind} '${name}', which has ${inWords(keys)}`,
    ...(meant !== undefined && { fix: `Write '${meant}', which is there` }),
  };
}

/** Names in words: `'a', 'b'`; of many, the first ones. */
export function inWords(names: Iterable<string>): string {
  const all = [...names].map((name) => `'${name}'`);
  return all.length > 6 ? `${all.slice(0, 5).join(', ')} and ${all.length - 5} more` : all.join(', ');
}
