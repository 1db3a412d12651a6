import type { KubernetesObject } from '../../model/kubernetes-object';
import { didYouMean, nearest } from '../../model/nearest';
import type { Problem, Rule } from '../../rule';
import { isEncrypted } from '../../views/credential';

const example = (key: string) => `
apiVersion: v1
kind: Secret
metadata:
  name: web-tls
  annotations:
    kind-stacks/credentials: development
type: kubernetes.io/tls
stringData:
  tls.crt: certificate
  ${key}: key
`;

/** A Secret without the keys that its type promises. */
export const secretTypeIncomplete: Rule = {
  id: 'secret-type-incomplete',
  subject: 'secrets',
  level: 'error',
  reason: 'The API server refuses a Secret of a known type without the keys that those who use the type look for.',
  remedy: 'Write the keys that the type asks for, or leave the type out',
  bad: example('key'),
  good: example('tls.key'),
  *check(set) {
    for (const secret of set.of('Secret')) {
      const problem = isEncrypted(secret) ? undefined : (unknownType(secret) ?? problemOf(secret) ?? notJson(secret));
      if (problem !== undefined) yield problem;
    }
  },
};

interface Type {
  /** Keys of which all or one have to be there. */
  readonly keys: readonly string[];
  readonly one?: true;
}

const PREFIX = 'kubernetes.io/';
const TOKEN = `${PREFIX}service-account-token`;
const ACCOUNT = 'kubernetes.io/service-account.name';

const TYPES: Readonly<Record<string, Type>> = {
  [`${PREFIX}tls`]: { keys: ['tls.crt', 'tls.key'] },
  [`${PREFIX}dockerconfigjson`]: { keys: ['.dockerconfigjson'] },
  [`${PREFIX}dockercfg`]: { keys: ['.dockercfg'] },
  [`${PREFIX}basic-auth`]: { keys: ['username', 'password'], one: true },
  [`${PREFIX}ssh-auth`]: { keys: ['ssh-privatekey'] },
  [TOKEN]: { keys: [] },
};

// Any type is taken; one of these by a slip is a promise that nobody keeps.
function unknownType(secret: KubernetesObject): Problem | undefined {
  const at = secret.field('type');
  const { text } = at;
  if (text === undefined || !text.startsWith(PREFIX) || Object.hasOwn(TYPES, text)) return undefined;
  const meant = nearest(
    text.slice(PREFIX.length),
    Object.keys(TYPES).map((type) => type.slice(PREFIX.length)),
  );
  if (meant === undefined) return undefined;
  return {
    at,
    level: 'warning',
    message: `${secret} has type '${text}', which nothing knows; did you mean '${PREFIX}${meant}'?`,
    fix: `Write type: ${PREFIX}${meant}`,
  };
}

function problemOf(secret: KubernetesObject): Problem | undefined {
  const at = secret.field('type');
  const type = Object.hasOwn(TYPES, at.text ?? '') ? TYPES[at.text ?? ''] : undefined;
  if (type === undefined) return undefined;
  const annotation = secret.field('metadata', 'annotations', ACCOUNT);
  if (at.text === TOKEN && (annotation.text ?? '') === '')
    return { at, message: `${secret} is a token of an account, and the annotation '${ACCOUNT}' does not say of which` };
  const keys = keysOf(secret);
  const absent = type.keys.filter((key) => !keys.includes(key));
  if (absent.length === 0 || (type.one && absent.length < type.keys.length)) return undefined;
  const [first = ''] = absent;
  const words = absent.map((key) => `'${key}'`).join(type.one ? ' or ' : ' and ');
  return {
    at,
    message: `${secret} of type '${at.text}' has no ${words}${didYouMean(
      first,
      keys.filter((key) => !type.keys.includes(key)),
    )}`,
  };
}

function keysOf(secret: KubernetesObject): string[] {
  return ['data', 'stringData'].flatMap((where) =>
    secret
      .field(where)
      .entries()
      .map(([key]) => key),
  );
}

function notJson(secret: KubernetesObject): Problem | undefined {
  const key = secret.field('type').text?.replace(PREFIX, '.') ?? '';
  if (key !== '.dockerconfigjson' && key !== '.dockercfg') return undefined;
  const given = secret.field('stringData', key);
  const at = given.exists ? given : secret.field('data', key);
  if (at.text === undefined || /\$\{|\{\{|^</.test(at.text)) return undefined;
  const text = given.exists ? at.text : Buffer.from(at.text, 'base64').toString('utf8');
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    return { at, message: `${secret} has '${key}' that is no JSON` };
  }
}
