import { secretTypeIncomplete } from '../../../../checks/rules/secrets/secret-type-incomplete';
import { describeRule, findingsIn } from '../../rule-cases';

const secret = (type: string, data = '', metadata = '') => `
apiVersion: v1
kind: Secret
metadata:
  name: web${metadata}
type: ${type}
${data}`;

const of = (type: string, message: string) =>
  `kubernetes.io/${type} # ! Secret 'web' of type 'kubernetes.io/${type}' has no ${message}`;
const base64 = (text: string) => Buffer.from(text).toString('base64');

describeRule(secretTypeIncomplete, {
  found: {
    'a certificate under another name': secret(
      of('tls', "'tls.crt'; did you mean 'tls.cert'?"),
      'data:\n  tls.cert: YQ==\n  tls.key: YQ==',
    ),
    'a certificate without anything': secret(of('tls', "'tls.crt' and 'tls.key'")),
    'credentials of a registry under another name': secret(
      of('dockerconfigjson', "'.dockerconfigjson'; did you mean 'dockerconfigjson'?"),
      'stringData:\n  dockerconfigjson: "{}"',
    ),
    'old credentials of a registry': secret(of('dockercfg', "'.dockercfg'"), 'stringData:\n  config.json: "{}"'),
    'a user without a name and a password': secret(
      of('basic-auth', "'username' or 'password'"),
      'stringData:\n  realm: a',
    ),
    'a key for ssh under another name': secret(of('ssh-auth', "'ssh-privatekey'"), 'stringData:\n  id_rsa: a'),
    'a token of nobody': secret(
      "kubernetes.io/service-account-token # ! Secret 'web' is a token of an account, and the annotation 'kubernetes.io/service-account.name' does not say of which",
    ),
    'a slip in the type': secret(
      "kubernetes.io/tsl # ! Secret 'web' has type 'kubernetes.io/tsl', which nothing knows; did you mean 'kubernetes.io/tls'?",
    ),
    'credentials of a registry that are no JSON': secret(
      'kubernetes.io/dockerconfigjson',
      "stringData:\n  .dockerconfigjson: auths # ! Secret 'web' has '.dockerconfigjson' that is no JSON",
    ),
    'credentials of a registry that are no JSON, encoded': secret(
      'kubernetes.io/dockercfg',
      `data:\n  .dockercfg: ${base64('{"auths"')} # ! Secret 'web' has '.dockercfg' that is no JSON`,
    ),
  },
  right: {
    'all keys, from both places': secret('kubernetes.io/tls', 'data:\n  tls.crt: ""\nstringData:\n  tls.key: a'),
    'a password without a name': secret('kubernetes.io/basic-auth', 'stringData:\n  password: a'),
    'a token of an account': secret(
      'kubernetes.io/service-account-token',
      '',
      '\n  annotations:\n    kubernetes.io/service-account.name: web',
    ),
    'credentials of a registry': secret(
      'kubernetes.io/dockerconfigjson',
      `data:\n  .dockerconfigjson: ${base64('{"auths":{}}')}`,
    ),
    'credentials of a registry that a tool puts in': secret(
      'kubernetes.io/dockerconfigjson',
      'stringData:\n  .dockerconfigjson: ${AUTH}',
    ),
    'an ordinary Secret': secret('Opaque'),
    'types of others': `${secret('kubernetes.io/rbd')}\n---${secret('helm.sh/release.v1')}\n---${secret('bootstrap.kubernetes.io/token')}\n---${secret('7')}`,
    'a Secret that is encrypted for a tool': secret('kubernetes.io/tls', 'sops: {version: 3.9.0}'),
  },
});

test('a slip in the type is a warning', () => {
  const [finding] = findingsIn(secretTypeIncomplete, secret('kubernetes.io/tsl'));
  expect(finding).toMatchObject({ level: 'warning', remedy: 'Write type: kubernetes.io/tls' });
});
