import type { KubernetesObject } from '../../model/kubernetes-object';
import type { Problem, Rule } from '../../rule';
import { decoded, isEncrypted } from '../../views/credential';

const example = (value: string) => `
apiVersion: v1
kind: Secret
metadata:
  name: db
stringData:
  password: ${value}
`;

/** A value of a Secret that is base64 once more after the API server has decoded it. */
export const secretEncodedTwice: Rule = {
  id: 'secret-encoded-twice',
  subject: 'secrets',
  level: 'warning',
  reason: 'Applications get what is under stringData as it is, and what is under data decoded once.',
  remedy: 'Write the value as it is under stringData, or encode it once under data',
  bad: example('Y29ycmVjdC1ob3JzZQ=='),
  good: example('correct-horse'),
  *check(set) {
    for (const secret of set.of('Secret')) if (!isEncrypted(secret)) yield* problemsOf(secret);
  },
};

function* problemsOf(secret: KubernetesObject): Iterable<Problem> {
  for (const [key, at] of secret.field('stringData').entries())
    if (at.text !== undefined && isEncodedText(at.text))
      yield {
        at,
        message: `${secret} has '${key}' as base64 under stringData, where nothing decodes it`,
        fix: 'Move it under data, or write it as it is',
      };
  for (const [key, at] of secret.field('data').entries()) {
    const once = at.text === undefined ? undefined : decoded(at.text);
    if (once !== undefined && isEncodedText(once))
      yield { at, message: `${secret} has '${key}' encoded twice: decoded once, it is base64 still` };
  }
}

// Words of four letters are base64 by chance; so the shorter the text, the more it needs: an end that only base64 has.
function isEncodedText(text: string): boolean {
  const value = text.trim();
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value)) return false;
  if (value.length < (value.endsWith('=') ? 8 : 12)) return false;
  return /^[\x20-\x7e]+[\r\n]*$/.test(decoded(value) ?? '');
}
