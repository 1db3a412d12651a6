import { Credentials, Deployment } from '../../../constructs';
import { at, only, refusalOf, synth } from '../../synth';

const CIPHERTEXT = `${'Ag+/'.repeat(25)}==`;

const manifestsOf = (credentials: Credentials) =>
  synth((stack) => credentials.secret(stack, 'db-secret', ['USER', 'PASSWORD']));

function referenceOf(credentials: Credentials): unknown {
  const manifests = synth((stack) => {
    const secret = credentials.secret(stack, 'db-secret', ['USER', 'PASSWORD']);
    const env = { PASSWORD: secret.key('PASSWORD') };
    new Deployment(stack, 'db', { containers: [{ name: 'db', image: 'redis:7.2-alpine', env }] });
  });
  return at(only(manifests, 'Deployment'), 'spec.template.spec.containers.0.env.0.valueFrom.secretKeyRef');
}

const refusal = (credentials: Credentials, keys: string[] = []) =>
  refusalOf((stack) => credentials.secret(stack, 'db-secret', keys));

describe('Credentials', () => {
  test('existing writes nothing', () => {
    expect(manifestsOf(Credentials.existing())).toEqual([]);
  });

  test('sealed writes a SealedSecret', () => {
    expect(manifestsOf(Credentials.sealed({ USER: CIPHERTEXT, PASSWORD: CIPHERTEXT }))).toEqual([
      {
        apiVersion: 'bitnami.com/v1alpha1',
        kind: 'SealedSecret',
        metadata: { name: 'db-secret', labels: { 'app.kubernetes.io/part-of': 'test' } },
        spec: { encryptedData: { USER: CIPHERTEXT, PASSWORD: CIPHERTEXT } },
      },
    ]);
  });

  test('development writes plain text that says so', () => {
    expect(manifestsOf(Credentials.development({ USER: 'minio', PASSWORD: 'minio123' }))).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: {
          name: 'db-secret',
          labels: { 'app.kubernetes.io/part-of': 'test' },
          annotations: { 'kind-stacks/credentials': 'development' },
        },
        stringData: { USER: 'minio', PASSWORD: 'minio123' },
      },
    ]);
  });

  test.each([
    ['existing', Credentials.existing()],
    ['sealed', Credentials.sealed({ USER: CIPHERTEXT, PASSWORD: CIPHERTEXT })],
    ['development', Credentials.development({ USER: 'minio', PASSWORD: 'minio123' })],
  ])('%s is read by the name that the application gives it', (_form, credentials) => {
    expect(referenceOf(credentials)).toEqual({ name: 'db-secret', key: 'PASSWORD' });
  });

  test('existing can have another name than the application gives it', () => {
    expect(referenceOf(Credentials.existing('from-the-vault'))).toEqual({ name: 'from-the-vault', key: 'PASSWORD' });
  });

  test('are ciphertext only when sealed', () => {
    const forms = [Credentials.existing(), Credentials.sealed({ a: CIPHERTEXT }), Credentials.development({ a: 'b' })];
    expect(forms.map(({ isSealed }) => isSealed)).toEqual([false, true, false]);
  });

  test('writes also keys that the application does not read', () => {
    const credentials = Credentials.development({ USER: 'minio', PASSWORD: 'minio123', more: 'x' });
    expect(only(manifestsOf(credentials), 'Secret').stringData).toEqual({
      USER: 'minio',
      PASSWORD: 'minio123',
      more: 'x',
    });
  });

  test.each(['', '=', '=='])('takes a ciphertext of 100 characters that ends with %j', (padding) => {
    const PASSWORD = `${'a'.repeat(100)}${padding}`;
    const manifests = synth((stack) => Credentials.sealed({ PASSWORD }).secret(stack, 'db-secret', ['PASSWORD']));
    expect(only(manifests, 'SealedSecret').spec).toEqual({ encryptedData: { PASSWORD } });
  });

  test('fails for one missing key', () => {
    expect(refusal(Credentials.development({ USER: 'minio' }), ['USER', 'PASSWORD'])).toBe(
      'test/db-secret: the credentials have the keys USER, and PASSWORD is missing. Give all of USER, PASSWORD.',
    );
  });

  test('fails for several missing keys', () => {
    expect(refusal(Credentials.sealed({ user: CIPHERTEXT, host: CIPHERTEXT }), ['USER', 'PASSWORD'])).toBe(
      'test/db-secret: the credentials have the keys user, host, and USER, PASSWORD are missing. Give all of USER, PASSWORD.',
    );
  });

  test.each([
    ['sealed', Credentials.sealed({})],
    ['development', Credentials.development({})],
  ])('fails for %s credentials without any key', (_form, credentials) => {
    expect(refusal(credentials, ['USER'])).toBe(
      'test/db-secret: the credentials have the keys none, and USER is missing. Give all of USER.',
    );
  });

  test('fails for an empty value', () => {
    expect(refusal(Credentials.development({ USER: 'minio', PASSWORD: '' }))).toBe(
      "test/db-secret: key 'PASSWORD' of Secret 'db-secret' is empty. Give it a value.",
    );
  });

  test.each(['', 'minio123', 'a'.repeat(99), `${CIPHERTEXT}=`, `${CIPHERTEXT.slice(0, -2)} ==`])(
    'fails for %j instead of a ciphertext',
    (value) => {
      expect(refusal(Credentials.sealed({ USER: CIPHERTEXT, PASSWORD: value }))).toBe(
        "test/db-secret: key 'PASSWORD' of SealedSecret 'db-secret' is no ciphertext. Encrypt the value with kubeseal --raw.",
      );
    },
  );

  test.each(['a', 'tls.key', 'A_b-9', 'a'.repeat(253)])('takes the key %s', (key) => {
    const manifests = synth((stack) => Credentials.development({ [key]: 'x' }).secret(stack, 'db-secret', [key]));
    expect(only(manifests, 'Secret').stringData).toEqual({ [key]: 'x' });
  });

  test.each(['', 'the key', 'a/b', 'schlüssel', 'a'.repeat(254), '.', '..', '..a'])('fails for the key %j', (key) => {
    const message = `test/db-secret: Secret 'db-secret' has the key '${key}'; allowed are at most 253 letters, digits, '-', '_' and '.', not beginning with '..'. Rename the key.`;
    expect(refusal(Credentials.development({ [key]: 'x' }))).toBe(message);
    expect(refusal(Credentials.sealed({ [key]: CIPHERTEXT }))).toBe(message);
  });

  test.each([
    ['existing', Credentials.existing('DB')],
    ['sealed', Credentials.sealed({ USER: CIPHERTEXT })],
    ['development', Credentials.development({ USER: 'minio' })],
  ])('fails for an invalid name of a Secret that is %s', (_form, credentials) => {
    expect(refusalOf((stack) => credentials.secret(stack, 'DB', ['USER']))).toBe(
      "test/DB: Secret name 'DB' is invalid; allowed are lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit. Rename it, for example to 'db'.",
    );
  });
});
