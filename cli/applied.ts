import { type Manifest, PART_OF } from '../constructs';
import { definitionsOf, servedResources } from './add-ons';
import { type Command, Output } from './command';
import { FIELD_MANAGER, type Kubectl } from './kubectl';
import type { ListedStack } from './stack-list';

/** An object as the API server has it. */
export interface AppliedObject extends Manifest {
  readonly metadata: Manifest['metadata'] & {
    readonly managedFields?: readonly { readonly manager: string; readonly operation: string }[];
  };
}

/**
 * Asks for every object that carries the label of one of these stacks.
 *
 * @param list every stack: what one of them writes, an earlier form of another may have written
 */
export function queryApplied(kubectl: Kubectl, names: readonly string[], list: readonly ListedStack[]): Command {
  const kinds = new Output(servedResources(kubectl), resourcesOf(list));
  const which = [`--selector=${PART_OF} in (${names.join(',')})`, '--show-managed-fields', '--output=json'];
  return kubectl.command(['get', kinds, '--all-namespaces', ...which]);
}

/** What we applied among the objects that were found; others may use the label too. */
export function oursAmong(answer: string): AppliedObject[] {
  const { items } = JSON.parse(answer) as { items: readonly AppliedObject[] };
  return items.filter(({ metadata }) =>
    metadata.managedFields?.some(({ manager, operation }) => manager === FIELD_MANAGER && operation === 'Apply'),
  );
}

/** Takes objects away by name; a command for each Namespace, those without one last. */
export function deleteCommands(kubectl: Kubectl, objects: readonly AppliedObject[]): Command[] {
  const gone = new Set(objects.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => metadata.name));
  const byNamespace = new Map<string, string[]>();
  for (const { kind, apiVersion, metadata } of objects) {
    const { name, namespace = '' } = metadata;
    // It goes with its Namespace.
    if (gone.has(namespace)) continue;
    byNamespace.set(namespace, [...(byNamespace.get(namespace) ?? []), `${typeOf(kind, apiVersion)}/${name}`]);
  }
  return [...byNamespace]
    .sort(([a], [b]) => Number(a === '') - Number(b === ''))
    .map(([namespace, objects]) =>
      kubectl.command([
        ...(namespace === '' ? [] : ['--namespace', namespace]),
        'delete',
        '--ignore-not-found',
        '--wait',
        ...objects,
      ]),
    );
}

/** What tells an object from all others, whichever version of its API it is written in. */
export function identityOf({ apiVersion, kind, metadata }: Manifest): string {
  return [typeOf(kind, apiVersion), metadata.namespace ?? 'default', metadata.name].join('|');
}

/** Every resource that a stack or an add-on of the repository knows, as `kubectl api-resources` writes them. */
export function resourcesOf(list: readonly ListedStack[]): string[] {
  const written = list.flatMap(({ manifests }) => manifests).map(({ kind, apiVersion }) => plural(kind, apiVersion));
  return [...new Set([...written, ...definitionsOf()])].sort();
}

function plural(kind: string, apiVersion: string): string {
  const word = kind.toLowerCase();
  const resource = /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}${word.endsWith('s') ? 'es' : 's'}`;
  return typeOf(resource, apiVersion);
}

function typeOf(kind: string, apiVersion: string): string {
  const [group, version] = apiVersion.split('/');
  return version === undefined ? kind : `${kind}.${group}`;
}
