import { isDeepStrictEqual } from 'node:util';
import { apiVersionOf } from '../../facts/api-versions';
import { grouped } from '../../model/grouped';
import { type KubernetesObject, keyOf } from '../../model/kubernetes-object';
import type { ObjectSet } from '../../model/object-set';
import type { Problem, Rule } from '../../rule';

/** One object of a cluster that is written twice, in different ways. */
export const objectTwice: Rule = {
  id: 'object-twice',
  subject: 'references',
  level: 'error',
  reason: 'A cluster holds one object of a kind and name in a Namespace: the one applied last replaces the other.',
  remedy: 'Keep one of them, or give the other one a name of its own',
  bad: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  colour: blue
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  size: large
`,
  good: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  colour: blue
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: sizes
data:
  size: large
`,
  *check(set) {
    const named = set.objects.filter(({ name }) => name !== '');
    for (const [first, ...others] of grouped(named, identityOf).values()) {
      const [again, ...more] = others.filter((other) => !isDeepStrictEqual(other.value, first.value));
      if (again !== undefined) yield problemOf(first, again, more, set);
    }
  },
};

// `extensions` is another door to what is in groups of its own today.
function identityOf(object: KubernetesObject): string {
  if (object.group !== 'extensions') return keyOf(object);
  const [group = ''] = apiVersionOf(object.kind)?.split('/') ?? [];
  const { kind, namespace, name } = object;
  return keyOf({ group, kind, namespace, name });
}

function problemOf(
  first: KubernetesObject,
  again: KubernetesObject,
  more: readonly KubernetesObject[],
  set: ObjectSet,
): Problem {
  const at = again.field('metadata', 'name');
  const related = [first, ...more].map((object) => object.field('metadata', 'name'));
  const where = again.namespace === undefined ? '' : ` in namespace '${again.namespace}'`;
  if (set.surroundings.complete || (sameFile(first, again) && first.saysNamespace === again.saysNamespace))
    return { at, message: `${again} is there twice${where}; the one applied last replaces the other`, related };
  const message = sameFile(first, again)
    ? `${again} is there twice, once without a namespace; with -n ${again.namespace} the one applied last replaces the other`
    : `${again} is in '${first.source.file}' as well; unless the files are alternatives, the one applied last replaces the other`;
  return { at, level: 'warning', message, related };
}

function sameFile(one: KubernetesObject, other: KubernetesObject): boolean {
  return one.source.file === other.source.file;
}
