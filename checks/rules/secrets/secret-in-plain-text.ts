import type { KubernetesObject } from '../../model/kubernetes-object';
import type { ObjectSet } from '../../model/object-set';
import type { Problem, Rule } from '../../rule';
import { literalsOf } from '../../views/container-literals';
import {
  decoded,
  isCredential,
  isEncrypted,
  isForDevelopment,
  isLiteral,
  isPassword,
  passwordIn,
} from '../../views/credential';

const example = (value: string) => `
apiVersion: v1
kind: Pod
metadata:
  name: db
spec:
  containers:
    - name: db
      image: postgres:17.6
      env:
        - name: POSTGRES_PASSWORD
          ${value}
`;

/** A credential that everybody who sees the manifests can read. */
export const secretInPlainText: Rule = {
  id: 'secret-in-plain-text',
  subject: 'secrets',
  level: 'warning',
  reason: 'Who can read the manifests, their history or the objects in the cluster can read the credential.',
  remedy: 'Keep it in a Secret that is made in the cluster or sealed, and refer to it',
  bad: example('value: letmein'),
  good: example('valueFrom: {secretKeyRef: {name: db, key: password}}'),
  *check(set) {
    const secrets = new Set(set.of('Secret').map(({ name }) => name));
    for (const pod of set.pods) {
      if (isForDevelopment(pod.owner)) continue;
      for (const container of pod.allContainers)
        for (const { at, words } of literalsOf(container, secrets))
          yield { at, message: `container '${container.get('name').text}' has ${words} in plain text` };
    }
    yield* inConfigMaps(set);
    for (const secret of set.of('Secret')) {
      const problem = inSecret(secret);
      if (problem !== undefined) yield problem;
    }
  },
};

function* inConfigMaps(set: ObjectSet): Iterable<Problem> {
  for (const map of set.of('ConfigMap')) {
    if (isForDevelopment(map)) continue;
    for (const [key, at] of map.field('data').entries()) {
      const found = at.text === undefined ? undefined : inText(key, at.text);
      if (found !== undefined) yield { at, message: `${map} has ${found} in plain text` };
    }
  }
}

function inText(key: string, text: string): string | undefined {
  if (!text.trim().includes('\n')) {
    if (passwordIn(text) !== undefined) return `a password in the address '${key}'`;
    return isCredential(key) && isLiteral(text) ? `'${key}'` : undefined;
  }
  const line = passwordLine(text);
  return line === undefined ? undefined : `'${line}' in '${key}'`;
}

// A line of a file of settings: a name, a sign, one value. Calls and variables of programs have other signs.
const SETTING =
  /^[ \t]*(?:export +)?["']?([\w.-]+)["']?[ \t]*[:=][ \t]*["']?([^"'\s#$(){}[\]<>;,]+)["']?[ \t]*,?[ \t]*$/gm;

function passwordLine(text: string): string | undefined {
  for (const [, name = '', value = ''] of text.matchAll(SETTING)) if (isPassword(name) && isLiteral(value)) return name;
  return undefined;
}

function inSecret(secret: KubernetesObject): Problem | undefined {
  if (isForDevelopment(secret) || isEncrypted(secret)) return undefined;
  const held = [
    ...secret
      .field('data')
      .entries()
      .filter(([key, { text }]) => isHeld(key, text === undefined ? undefined : (decoded(text) ?? text))),
    ...secret
      .field('stringData')
      .entries()
      .filter(([key, { text }]) => isHeld(key, text)),
  ];
  const [first, ...others] = held.map(([, field]) => field);
  if (first === undefined) return undefined;
  const keys = held.map(([key]) => `'${key}'`).join(', ');
  return {
    at: first,
    message: `${secret} has ${keys} in the manifest; base64 hides nothing`,
    fix: "Seal it, make it in the cluster, or mark it with the annotation 'kind-stacks/credentials: development'",
    related: others,
  };
}

const PUBLIC = /\.(crt|pub|cer|csr)$|^(known_hosts|dhparam\.pem|user(name)?|.*_user(name)?|namespace)$/i;
const FILE = /\.(ya?ml|json|conf|cfg|ini|toml|properties|sh|sql|xml|tpl|tmpl)$/i;

// Certificates are for everybody; a file of settings counts where a password is in it.
function isHeld(key: string, text: string | undefined): boolean {
  if (text === undefined || !isLiteral(text) || PUBLIC.test(key)) return false;
  if (FILE.test(key)) return passwordLine(text) !== undefined || passwordIn(text) !== undefined;
  return true;
}
