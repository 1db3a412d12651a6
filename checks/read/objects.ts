import { isClusterScoped } from '../facts/cluster-scoped';
import type { Path } from '../model/field';
import { KubernetesObject } from '../model/kubernetes-object';
import type { ReadDocument } from './read-yaml';

/** The Namespace that `kubectl apply` takes without `-n`. */
const DEFAULT = 'default';

/**
 * The objects of a document, those of a `List` one by one, each with its Namespace. What is no object of Kubernetes is
 * left out.
 *
 * @param definitions scope of kinds that custom resource definitions of the set bring: `group/Kind` to whether of the whole cluster
 */
export function objectsOf(
  file: string,
  document: ReadDocument,
  definitions: ReadonlyMap<string, boolean> = new Map(),
): KubernetesObject[] {
  return manifestsOf(document.value, []).map(([value, at]) => {
    const source = { file, locate: (path: Path) => document.locate([...at, ...path]) };
    return objectOf(value, source, definitions);
  });
}

/** One object with its Namespace. */
export function objectOf(
  value: Readonly<Record<string, unknown>>,
  source: KubernetesObject['source'],
  definitions: ReadonlyMap<string, boolean> = new Map(),
): KubernetesObject {
  const kind = typeof value.kind === 'string' ? value.kind : '';
  const group = typeof value.apiVersion === 'string' ? value.apiVersion.split('/').slice(0, -1).join('/') : '';
  const said = (value.metadata as { namespace?: unknown } | undefined)?.namespace;
  if (definitions.get(`${group}/${kind}`) ?? isClusterScoped(kind))
    return new KubernetesObject(value, undefined, true, source);
  const saysNamespace = typeof said === 'string' && said !== '';
  return new KubernetesObject(value, saysNamespace ? said : DEFAULT, saysNamespace, source);
}

type Value = Readonly<Record<string, unknown>>;

function manifestsOf(value: unknown, at: Path): [value: Value, at: Path][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const map = value as Value;
  if (typeof map.kind !== 'string' || typeof map.apiVersion !== 'string') return [];
  if (!map.kind.endsWith('List') || !Array.isArray(map.items)) return [[map, at]];
  return map.items.flatMap((item, position) => manifestsOf(item, [...at, 'items', position]));
}
