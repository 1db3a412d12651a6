import type { SynthesizedObject } from './manifest';
import { refuse } from './refusal';

/** The annotation that says: this Secret is plain text on purpose, for a cluster on this machine. */
export const DEVELOPMENT_CREDENTIALS = 'kind-stacks/credentials';

/**
 * Refuses what only shows when all objects of a cluster are there: the same object twice, and a
 * Secret in plain text that does not say so.
 */
export function checkWholeSet(objects: readonly SynthesizedObject[]): void {
  const paths = new Map<string, string>();
  for (const { path, manifest } of objects) {
    const { name, namespace } = manifest.metadata;
    const key = [
      manifest.apiVersion.split('/').slice(0, -1).join('/'),
      manifest.kind,
      namespace ?? 'default',
      name,
    ].join('|');
    const first = paths.get(key);
    if (first !== undefined) {
      refuse(
        path,
        `${manifest.kind} '${name}' is written twice; the first one is ${first}`,
        'Give one of them another name or another namespace',
      );
    }
    paths.set(key, path);
    if (
      manifest.kind === 'Secret' &&
      isPlain(manifest.data, manifest.stringData) &&
      manifest.metadata.annotations?.[DEVELOPMENT_CREDENTIALS] !== 'development'
    ) {
      refuse(
        path,
        `Secret '${name}' holds its values in plain text`,
        'Use Credentials.existing or Credentials.sealed, or Credentials.development for a cluster on this machine',
      );
    }
  }
}

function isPlain(...fields: readonly unknown[]): boolean {
  return fields.some((field) => typeof field === 'object' && field !== null && Object.keys(field).length > 0);
}
