import type { Field } from '../../model/field';
import type { KubernetesObject } from '../../model/kubernetes-object';
import type { Problem, Rule } from '../../rule';
import { isEncrypted } from '../../views/credential';

const example = (value: string) => `
apiVersion: v1
kind: Secret
metadata:
  name: db
data:
  password: ${value}
`;

/** A value of `data` that the API server cannot decode. */
export const secretNotBase64: Rule = {
  id: 'secret-not-base64',
  subject: 'secrets',
  level: 'error',
  reason: 'What is under data has to be base64; anything else is refused with the whole object.',
  remedy: 'Move the value under stringData, or encode it with printf %s <value> | base64',
  bad: example('let-me-in'),
  good: example('bGV0LW1lLWlu'),
  *check(set) {
    for (const secret of set.of('Secret'))
      if (!isEncrypted(secret)) yield* problemsOf(secret, 'data', 'under stringData');
    for (const map of set.of('ConfigMap')) yield* problemsOf(map, 'binaryData', 'under data');
  },
};

function* problemsOf(object: KubernetesObject, where: string, text: string): Iterable<Problem> {
  for (const [key, field] of object.field(where).entries()) {
    const wrong = wrongWith(field);
    if (wrong !== undefined)
      yield {
        at: field,
        message: `${object} has '${key}' under ${where}, which is ${wrong}`,
        fix: `Write it ${text} as it is, or encode it`,
      };
  }
}

// Line breaks are allowed inside.
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
// A tool puts the value in before the manifest is applied.
const PUT_IN_LATER = /^\s*(\$\{[^}]+\}|\{\{.*\}\}|<path:.*>|ENC\[.*\]|ref\+.*)\s*$/;

function wrongWith(field: Field): string | undefined {
  if (!field.exists) return undefined;
  const { text } = field;
  if (text === undefined)
    return typeof field.value === 'object' ? 'no text' : `the ${typeof field.value} ${field.value}`;
  if (PUT_IN_LATER.test(text) || BASE64.test(text.replace(/[\r\n]/g, ''))) return undefined;
  return /[ \t]/.test(text.trim()) || text.trim() === text ? 'not base64' : 'base64 with spaces around it';
}
