import { dirname, join } from 'node:path';
import type { KubernetesObject } from '../model/kubernetes-object';
import type { Collection } from './collect';
import { objectsOf } from './objects';
import { type ReadDocument, type ReadProblem, readYaml } from './read-yaml';

/** What people meant to be checked. */
export interface ReadSet {
  readonly objects: readonly KubernetesObject[];
  readonly problems: readonly ReadProblem[];
  /** What was left out, and what to do to have it checked. */
  readonly notes: readonly string[];
}

/** Reads all manifests of a collection. */
export function readSet({ files, problems }: Collection): ReadSet {
  const found: ReadProblem[] = [...problems];
  const notes = new Set<string>();
  const read: { readonly file: string; readonly document: ReadDocument }[] = [];
  for (const { file, text, named } of files) {
    if (isTemplate(text)) {
      notes.add(`${dirname(file)}: these are templates; render first (helm template), and check the result`);
      continue;
    }
    const { documents, problems: wrong } = readYaml(text, file);
    // A file that was found by the way and has no manifest in it is something else's.
    if (!named && wrong.length > 0 && !looksLikeManifest(text)) continue;
    found.push(...wrong);
    read.push(...documents.map((document) => ({ file, document })));
  }
  const definitions = definitionsIn(read.map(({ document }) => document.value));
  const objects = read.flatMap(({ file, document }) => objectsOf(file, document, definitions));
  const kustomized = objects.filter(isKustomization);
  for (const { source } of kustomized)
    notes.add(`${dirname(source.file)}: a kustomization; render first (kustomize build), and check the result`);
  const inputs = kustomized.map(inputsOf);
  const kept = objects.filter(
    (object) => !isKustomization(object) && !inputs.some((isInput) => isInput(object.source.file)),
  );
  return { objects: kept, problems: found, notes: [...notes] };
}

function isKustomization({ kind, group }: KubernetesObject): boolean {
  return kind === 'Kustomization' && group === 'kustomize.config.k8s.io';
}

// Names, labels and Namespaces of what a kustomization takes in are only right once it is rendered.
function inputsOf(kustomization: KubernetesObject): (file: string) => boolean {
  const folder = dirname(kustomization.source.file);
  const named = ['resources', 'bases', 'components', 'patches', 'patchesStrategicMerge'].flatMap((field) =>
    kustomization
      .field(field)
      .items()
      .flatMap((item) => item.text ?? item.get('path').text ?? []),
  );
  const paths = named.filter((name) => !name.includes('\n')).map((name) => join(folder, name));
  return (file) => paths.some((path) => file === path || file.startsWith(`${path}/`));
}

// An action of a template, at the start of a line or as a whole value: in a script such braces are something else.
function isTemplate(text: string): boolean {
  return /^\s*\{\{-?\s/m.test(text) || (/:\s+["']?\{\{-?\s*[.$(]/m.test(text) && looksLikeManifest(text));
}

function looksLikeManifest(text: string): boolean {
  return /^\s*["']?(apiVersion|kind)["']?\s*:/m.test(text);
}

interface Definition {
  readonly kind?: unknown;
  readonly spec?: { readonly group?: unknown; readonly scope?: unknown; readonly names?: { readonly kind?: unknown } };
}

// Custom resource definitions say whether their kinds belong to a Namespace.
function definitionsIn(values: readonly unknown[]): Map<string, boolean> {
  const definitions = new Map<string, boolean>();
  for (const value of values) {
    const { kind, spec } = (value ?? {}) as Definition;
    if (kind === 'CustomResourceDefinition')
      definitions.set(`${spec?.group}/${spec?.names?.kind}`, spec?.scope === 'Cluster');
  }
  return definitions;
}
