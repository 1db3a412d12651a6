import { isGroupOfKubernetes } from '../../facts/api-versions';
import { isFilledInLater, mended, type Syntax } from '../../facts/name-syntax';
import { grouped } from '../../model/grouped';
import type { KubernetesObject } from '../../model/kubernetes-object';
import type { Rule } from '../../rule';
import { namesIn } from '../../views/names';

/** A name with characters that it must not have. */
export const nameInvalid: Rule = {
  id: 'name-invalid',
  subject: 'schema',
  level: 'error',
  reason: 'The API server refuses a name that cannot be part of an address or a host name.',
  remedy: 'Write the name with the characters that are allowed',
  bad: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: shop_settings
`,
  good: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: shop-settings
`,
  *check(set) {
    for (const object of set.objects) {
      if (!isGroupOfKubernetes(object.group)) continue;
      if (isNameless(object)) yield { at: object.field('metadata'), message: `a ${object.kind} without a name` };
      const wrong = namesIn(object, set).filter(({ name, syntax }) => name !== undefined && !isRight(name, syntax));
      for (const [{ field, name = '', what, syntax }, ...others] of grouped(wrong, ({ name = '' }) => name).values()) {
        const meant = mended(name, syntax);
        yield {
          at: field,
          message: name === '' ? `${what} is empty` : `${what} is '${name}'; it consists of ${syntax.words}`,
          ...(meant !== undefined && { fix: `Write '${meant}'` }),
          related: others.map((other) => other.field),
        };
      }
    }
  },
};

function isRight(name: string, syntax: Syntax): boolean {
  return isFilledInLater(name) || syntax.allows(name);
}

// Reviews and the like are asked, and not kept.
function isNameless(object: KubernetesObject): boolean {
  if (/Review$|^(Binding|Eviction|Scale|TokenRequest|Status|Config|List|\w+List)$/.test(object.kind)) return false;
  const metadata = object.field('metadata');
  return !metadata.get('name').exists && !metadata.get('generateName').exists;
}
