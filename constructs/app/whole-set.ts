import type { SynthesizedObject } from './manifest';
import { refuse } from './refusal';

/** The annotation that says: this Secret is plain text on purpose, for a cluster on this machine. */
export const DEVELOPMENT_CREDENTIALS = 'kind-stacks/credentials';

/**
 * Refuses what only shows when all objects of a cluster are there: the same object twice, two main
 * Ingresses for one path, and a Secret in plain text that does not say so.
 */
export function checkWholeSet(objects: readonly SynthesizedObject[]): void {
  const objectPaths = new Map<string, string>();
  const routePaths = new Map<string, string>();
  for (const object of objects) {
    checkUnique(object, objectPaths);
    if (object.manifest.kind === 'Secret') checkSecret(object);
    if (object.manifest.kind === 'Ingress') checkRoutes(object, routePaths);
  }
}

function checkUnique({ path, manifest }: SynthesizedObject, paths: Map<string, string>): void {
  const { name, namespace = 'default' } = manifest.metadata;
  const group = manifest.apiVersion.split('/').slice(0, -1).join('/');
  const key = [group, manifest.kind, namespace, name].join('|');
  const first = paths.get(key);
  if (first !== undefined) {
    refuse(
      path,
      `${manifest.kind} '${name}' is written twice; the first one is ${first}`,
      'Give one of them another name or another namespace',
    );
  }
  paths.set(key, path);
}

function checkSecret({ path, manifest }: SynthesizedObject): void {
  const { name, annotations } = manifest.metadata;
  const isPlain = [manifest.data, manifest.stringData].some((values) => Object.keys(values ?? {}).length > 0);
  if (!isPlain || annotations?.[DEVELOPMENT_CREDENTIALS] === 'development') return;
  refuse(
    path,
    `Secret '${name}' holds its values in plain text`,
    'Use Credentials.existing or Credentials.sealed, or Credentials.development for a cluster on this machine',
  );
}

interface IngressSpec {
  readonly ingressClassName?: string;
  readonly rules?: readonly IngressRule[];
}

interface IngressRule {
  readonly host?: string;
  readonly http?: { readonly paths: readonly { readonly path?: string; readonly pathType: string }[] };
}

// ingress-nginx refuses the second one; a canary has the path of its main route on purpose.
function checkRoutes({ path, manifest }: SynthesizedObject, paths: Map<string, string>): void {
  if (manifest.metadata.annotations?.['nginx.ingress.kubernetes.io/canary'] === 'true') return;
  const { ingressClassName, rules = [] } = manifest.spec as IngressSpec;
  for (const { host, http } of rules) {
    for (const route of http?.paths ?? []) {
      const key = [ingressClassName, host, route.path, route.pathType].join('|');
      const first = paths.get(key);
      if (first !== undefined) {
        refuse(
          path,
          `Ingress '${manifest.metadata.name}' takes the path '${route.path}' of ${host === undefined ? 'any host' : `host '${host}'`}, which ${first} takes already`,
          'Give one of them another host or another path',
        );
      }
      paths.set(key, path);
    }
  }
}
