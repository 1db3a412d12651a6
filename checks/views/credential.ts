import type { KubernetesObject } from '../model/kubernetes-object';

// The last word decides: PASSWORD_FILE and TOKEN_TTL hold no password and no token.
const SENSITIVE =
  /(^|_)(\w*PASSWORD|PASSWD|PASSPHRASE|REQUIREPASS|PASS|(?<=_)PWD|TOKEN|SECRET|(API|ACCESS|SECRET|PRIVATE|ENCRYPTION|SIGNING|MASTER|ACCOUNT)_?KEY)$/;

/** Whether what has this name is a credential: `POSTGRES_PASSWORD`, `db.password`, `clientSecret`. */
export function isCredential(name: string): boolean {
  return SENSITIVE.test(wordsOf(name));
}

/** Whether what has this name is a password, and nothing that is only called like one. */
export function isPassword(name: string): boolean {
  return /PASSW(OR)?D$/.test(wordsOf(name));
}

function wordsOf(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
}

// What is put in later, what only says where it is, and what is no value at all.
const NO_LITERAL = [
  /^\s*$/,
  /\$\(|\$\{|\{\{|%\(|^\$\w/,
  /^(true|false|yes|no|on|off|none|null|nil|enabled|disabled|0|1|string|text|required|optional|password|secret)$/i,
  /^(\/|\.\/|~\/|file:|vault:|ref\+|secretref|env:|ENC\[)/,
  /^<[^>]*>$/,
  /^([*x•.])\1*$/i,
  /^(replace[_-]?me|your[_-].*|todo|insert[_-].*)$/i,
];

/** Whether a value is one that an application would take as it is. */
export function isLiteral(value: string): boolean {
  return !NO_LITERAL.some((pattern) => pattern.test(value.trim()));
}

/** The password inside an address such as `postgres://web:letmein@db/shop`. */
export function passwordIn(value: string): string | undefined {
  const [, password] = /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:([^\s@/]+)@/i.exec(value) ?? [];
  return password !== undefined && isLiteral(password) ? password : undefined;
}

/** Whether somebody marked the credentials of an object as good for a local cluster only. */
export function isForDevelopment(object: KubernetesObject): boolean {
  return object.field('metadata', 'annotations', 'kind-stacks/credentials').text === 'development';
}

/** The text that a value of `data` stands for; undefined where it is no text. */
export function decoded(value: string): string | undefined {
  const bytes = Buffer.from(value, 'base64');
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? text : undefined;
}

/** Whether an object is the input of a tool that decrypts it before it is applied. */
export function isEncrypted(object: KubernetesObject): boolean {
  return object.field('sops').exists;
}
