import { label } from '../../facts/name-syntax';
import { grouped } from '../../model/grouped';
import { nearest } from '../../model/nearest';
import type { ObjectSet } from '../../model/object-set';
import type { Rule } from '../../rule';

/** A Namespace that objects are in and that nobody makes. */
export const namespaceUndeclared: Rule = {
  id: 'namespace-undeclared',
  subject: 'references',
  level: 'error',
  reason: 'An object whose Namespace is not there is refused.',
  remedy: 'Add a Namespace of this name, or write the one that is there',
  bad: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: shop
data:
  colour: blue
`,
  good: `
apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: shop
data:
  colour: blue
`,
  *check(set) {
    const made = namespacesMadeIn(set);
    const inside = set.objects.filter(({ saysNamespace, namespace }) => saysNamespace && namespace !== undefined);
    for (const [name, [first, ...others]] of grouped(inside, ({ namespace }) => namespace ?? '')) {
      if (made.has(name) || !label.allows(name)) continue;
      if (set.surroundings.provides({ kind: 'Namespace', namespace: undefined, name })) continue;
      const meant = nearest(name, made);
      yield {
        at: first.field('metadata', 'namespace'),
        message: `${first} is in namespace '${name}', which nobody makes`,
        ...(meant !== undefined && { fix: `Write '${meant}', which is there, or add a Namespace '${name}'` }),
        related: others.map((object) => object.field('metadata', 'namespace')),
        unlessElsewhere: `Namespace '${name}'`,
      };
    }
  },
};

// By themselves, by the projects of OpenShift, by hierarchies of Namespaces, and by those who install things into one.
function namespacesMadeIn(set: ObjectSet): ReadonlySet<string> {
  const made = new Set<string>();
  for (const object of set.objects) {
    if (/^(Namespace|Project|ProjectRequest|SubnamespaceAnchor)$/.test(object.kind)) made.add(object.name);
    const { text } = object.field('spec', 'destination', 'namespace');
    const options = object.field('spec', 'syncPolicy', 'syncOptions').items();
    if (text !== undefined && options.some((option) => option.text === 'CreateNamespace=true')) made.add(text);
  }
  return made;
}
