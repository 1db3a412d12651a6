import { isFilledInLater, qualified, subdomain } from '../../facts/name-syntax';
import type { Field } from '../../model/field';
import { grouped } from '../../model/grouped';
import type { KubernetesObject } from '../../model/kubernetes-object';
import { PodTemplate } from '../../model/pod-template';
import type { Rule } from '../../rule';

/** A label or the key of an annotation that is written as none can be. */
export const labelInvalid: Rule = {
  id: 'label-invalid',
  subject: 'schema',
  level: 'error',
  reason: 'The API server refuses a label with other characters, or with more of them, than labels may have.',
  remedy: 'Write letters, digits, -, _ and ., at most 63, and what is longer or free text into an annotation',
  bad: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  labels:
    owner: team shop
data:
  colour: blue
`,
  good: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  labels:
    owner: team-shop
data:
  colour: blue
`,
  *check(set) {
    for (const object of set.objects) {
      const wrong = [...problemsIn(object)];
      // The same label stands in selectors and templates; it is one slip.
      for (const [{ field, message }, ...others] of grouped(wrong, (one) => one.message).values())
        yield { at: field, message, related: others.map((other) => other.field) };
    }
  },
};

interface Wrong {
  readonly field: Field;
  readonly message: string;
}

function* problemsIn(object: KubernetesObject): Iterable<Wrong> {
  for (const map of mapsOfLabels(object))
    for (const [key, field] of map.entries()) {
      const message = wrongKey(key) ?? wrongValue(key, field);
      if (message !== undefined) yield { field, message: `${object}: ${message}` };
    }
  for (const map of templates(object).map((metadata) => metadata.get('annotations')))
    for (const [key, field] of map.entries()) {
      const message = wrongKey(key);
      if (message !== undefined) yield { field, message: `${object}: ${message}` };
    }
}

function mapsOfLabels(object: KubernetesObject): Field[] {
  const spec = object.field('spec');
  const pods = PodTemplate.of(object).map((pod) => pod.spec.get('nodeSelector'));
  const selector = object.kind === 'Service' ? [spec.get('selector')] : [];
  const terms = ['selector', 'podSelector'].map((key) => spec.get(key, 'matchLabels'));
  return [...templates(object).map((metadata) => metadata.get('labels')), ...selector, ...terms, ...pods];
}

function templates(object: KubernetesObject): Field[] {
  const pods = PodTemplate.of(object).map((pod) => pod.template.get('metadata'));
  const claims = object.field('spec', 'volumeClaimTemplates').items();
  const own = object.field('metadata');
  return [own, ...pods.filter(({ path }) => path.length > 1), ...claims.map((claim) => claim.get('metadata'))];
}

function wrongKey(key: string): string | undefined {
  if (isFilledInLater(key)) return undefined;
  const parts = key.split('/');
  const name = parts.at(-1) ?? '';
  if (parts.length > 2) return `the key '${key}' has more than one /`;
  if (name.length > qualified.longest) return `the key '${key}' has ${name.length} characters; at most 63 are possible`;
  if (!qualified.allows(name)) return `the key '${key}' is invalid; it consists of ${qualified.words}`;
  const [prefix = ''] = parts;
  if (parts.length === 2 && !subdomain.allows(prefix.toLowerCase()))
    return `the key '${key}' begins with '${prefix}', which is no domain`;
  return undefined;
}

function wrongValue(key: string, { text = '' }: Field): string | undefined {
  if (text === '' || isFilledInLater(text)) return undefined;
  if (text.length > qualified.longest)
    return `the label '${key}' has a value of ${text.length} characters; at most 63 are possible`;
  return qualified.allows(text) ? undefined : `the label '${key}' is '${text}'; it consists of ${qualified.words}`;
}
