import { secretInPlainText } from '../../../../checks/rules/secrets/secret-in-plain-text';
import { describeRule, findingsIn } from '../../rule-cases';

const pod = (rest: string, metadata = '') => `
apiVersion: v1
kind: Pod
metadata:
  name: web${metadata}
spec:
  containers:
    - name: web
      image: web:1
      ${rest}`;

const env = (name: string, value: string) => pod(`env:\n        - name: ${name}\n          value: ${value}`);
const mark = (what: string) => ` # ! container 'web' has ${what} in plain text`;

const map = (data: string, metadata = '') => `
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings${metadata}
data:
  ${data}`;

const secret = (data: string, rest = '') => `
apiVersion: v1
kind: Secret
metadata:
  name: db${rest}
${data}`;

const inSecret = (keys: string) => ` # ! Secret 'db' has ${keys} in the manifest; base64 hides nothing`;

describeRule(secretInPlainText, {
  found: {
    'a password in a variable': env('POSTGRES_PASSWORD', `letmein${mark('POSTGRES_PASSWORD')}`),
    'a password that is a number': env('DB_PASS', `"123456"${mark('DB_PASS')}`),
    'a password without a line between the words': env('PGPASSWORD', `letmein${mark('PGPASSWORD')}`),
    'a key': env('AWS_SECRET_ACCESS_KEY', `wJalrXUt${mark('AWS_SECRET_ACCESS_KEY')}`),
    'a token in words of a program': env('githubToken', `ghp_16C7e42F${mark('githubToken')}`),
    'an address with a password': env(
      'DATABASE_URL',
      `postgres://web:letmein@db/shop${mark('a password in the address DATABASE_URL')}`,
    ),
    'an option with its value': pod(`args: [--verbose,\n        --admin-password=letmein]`).replace(
      'letmein]',
      `letmein${mark('--admin-password')}\n      ]`,
    ),
    'an option and a value behind it': pod(
      `command:\n        - redis-server\n        - --requirepass${mark('--requirepass')}\n        - letmein`,
    ),
    'an option in a script': pod(
      `command:\n        - sh\n        - -c\n        - mysql --password=letmein -e 'select 1'${mark('--password')}`,
    ),
    'an address in an argument': pod(`args:\n        - redis://:letmein@redis:6379${mark('a password in an address')}`),
    'a variable of an init container':
      pod('').replace('containers', 'initContainers') +
      `env:\n        - name: TOKEN\n          value: abcdef${mark('TOKEN')}`,
    'a password in a ConfigMap': map("db.password: letmein # ! ConfigMap 'settings' has 'db.password' in plain text"),
    'an address with a password in a ConfigMap': map(
      "url: amqp://guest:guest@mq # ! ConfigMap 'settings' has a password in the address 'url' in plain text",
    ),
    'a password in a file of a ConfigMap': map(
      "app.properties: | # ! ConfigMap 'settings' has 'spring.datasource.password' in 'app.properties' in plain text\n    spring.datasource.url=jdbc:postgresql://db/shop\n    spring.datasource.password=letmein",
    ),
    'a Secret': secret(`data:\n  username: d2Vi\n  password: bGV0bWVpbg==${inSecret("'password'")}`),
    'a Secret with texts': secret(`stringData:\n  token: abcdef${inSecret("'token', 'other'")}\n  other: value`),
    'a Secret whose values are not base64, of which another rule speaks': secret(
      `data:\n  password: let-me-in!${inSecret("'password'")}`,
    ),
    'a file with a password in a Secret': secret(
      `stringData:\n  config.yaml: |${inSecret("'config.yaml'")}\n    user: web\n    password: letmein`,
    ),
  },
  right: {
    'a reference to a Secret': pod(
      'env:\n        - name: PASSWORD\n          valueFrom: {secretKeyRef: {name: db, key: password}}',
    ),
    'a path to a file': env('POSTGRES_PASSWORD_FILE', '/run/secrets/db'),
    'a path in a variable': env('TOKEN', '/var/run/secrets/token'),
    'a word that is not the last': env('TOKEN_TTL', '3600'),
    'the name of a key': env('AWS_ACCESS_KEY_ID', 'AKIAIOSF'),
    'a number of tokens': env('MAX_TOKEN', '"4096"'),
    'the working directory': env('PWD', 'home'),
    'a switch': env('ALLOW_EMPTY_PASSWORD', '"yes"'),
    nothing: env('PASSWORD', '""'),
    'another variable': env('DB_PASSWORD', '$(PASSWORD)'),
    'a placeholder': env('DB_PASSWORD', '<your password>'),
    'a value that a tool puts in': env('DB_PASSWORD', '${DB_PASSWORD}'),
    'the name of a Secret': env('TLS_SECRET', 'webhook-certs'),
    'the name of a Secret of the set': `${env('WEBHOOK_SECRET', 'hook')}\n---${secret('', '').replace('db', 'hook')}`,
    'an address without a password': env('DATABASE_URL', 'postgres://web@db/shop'),
    'an address of a token': env('OAUTH_TOKEN', 'https://login.example.com/token'),
    'an address with a variable for the password': env('DATABASE_URL', 'postgres://web:$(PASSWORD)@db/shop'),
    'a file in an option': pod('args: [--password-file=/run/secrets/db, --token-auth-file, /etc/tokens]'),
    'an option in front of another': pod('args: [--password, --verbose]'),
    'a variable in a script': pod(`command: [sh, -c, 'mysql --password="$PASSWORD"', '--password=$(PASSWORD)']`),
    'a pod that is marked': pod(
      'env:\n        - name: PASSWORD\n          value: letmein',
      '\n  annotations:\n    kind-stacks/credentials: development',
    ),
    'a ConfigMap that is marked': map(
      'password: letmein',
      '\n  annotations:\n    kind-stacks/credentials: development',
    ),
    'a script that asks for a password': map(
      'run.sh: |\n    PASSWORD=$(cat /run/secrets/db)\n    password = getpass()\n    echo ok',
    ),
    'a schema of a password': map('schema.yaml: |\n    user: string\n    password: string'),
    'a development Secret': secret(
      'stringData:\n  password: letmein',
      '\n  annotations:\n    kind-stacks/credentials: development',
    ),
    'an empty Secret that somebody fills': secret('type: Opaque\ndata:\n  password: ""'),
    'a certificate': secret('data:\n  ca.crt: Y2VydGlmaWNhdGU='),
    'a file of settings without a password': secret(
      'stringData:\n  alertmanager.yaml: |\n    route:\n      receiver: web',
    ),
    'a Secret that is encrypted for a tool': secret(
      'data:\n  password: ENC[AES256_GCM,data:x]\nsops: {version: 3.9.0}',
    ),
    'values of other types': `${secret('data:\n  password: 7')}\n---${pod('env:\n        - name: PASSWORD\n          value: 7\n      args: [7]')}\n---${map('password: 7')}`,
  },
});

test('says how to mark a Secret', () => {
  const [finding] = findingsIn(secretInPlainText, secret('stringData:\n  password: letmein\n  other: x1'));
  expect(finding?.remedy).toMatch(/mark it with the annotation 'kind-stacks\/credentials: development'$/);
  expect(finding?.related).toHaveLength(1);
});
