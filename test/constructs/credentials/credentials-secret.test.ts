import { App, Credentials, Deployment, type NamespaceReference } from '../../../constructs';
import { CredentialsSecret } from '../../../constructs/credentials/credentials-secret';
import { at, only, refusalOf, synth, TestStack } from '../../synth';

type Keys = 'USER' | 'PASSWORD';

const shop: NamespaceReference = { name: 'shop' };

function reader(stack: TestStack, secret: CredentialsSecret<Keys>, namespace?: NamespaceReference): Deployment {
  const env = { USER: secret.key('USER'), PASSWORD: secret.key('PASSWORD') };
  return new Deployment(stack, 'reader', { namespace, containers: [{ name: 'reader', image: 'busybox:1.37.0', env }] });
}

function alternative(): TestStack {
  const app = new App();
  return new TestStack(app, 'test-other', { alternativeTo: new TestStack(app) });
}

describe('CredentialsSecret', () => {
  test('tells its name, which is not its id, and writes nothing itself', () => {
    const stack = new TestStack();
    const secret = new CredentialsSecret(stack, 'db', 'db-secret');
    expect([secret.name, secret.namespace, secret.node.id]).toEqual(['db-secret', undefined, 'db']);
    expect(stack.toJson()).toEqual([]);
  });

  test('is in the Namespace of its stack', () => {
    expect(new CredentialsSecret(alternative(), 'db', 'db-secret').namespace).toBe('test-other');
  });

  test('is read key by key, by its name', () => {
    const manifests = synth((stack) => reader(stack, new CredentialsSecret(stack, 'db', 'db-secret')));
    expect(at(only(manifests, 'Deployment'), 'spec.template.spec.containers.0.env')).toEqual([
      { name: 'USER', valueFrom: { secretKeyRef: { name: 'db-secret', key: 'USER' } } },
      { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'db-secret', key: 'PASSWORD' } } },
    ]);
  });

  test('hands out no key but those that the application reads', () => {
    const secret = Credentials.existing().secret(new TestStack(), 'db', ['USER', 'PASSWORD']);
    // @ts-expect-error a key that was not asked for
    secret.key('TOKEN');
    expect(secret).toBeInstanceOf(CredentialsSecret);
  });

  test('is read in the Namespace of its stack', () => {
    const stack = alternative();
    reader(stack, new CredentialsSecret(stack, 'db', 'db-secret'));
    expect(only(stack.toJson(), 'Deployment').metadata.namespace).toBe('test-other');
  });

  test('fails when its reader is in another Namespace', () => {
    expect(refusalOf((stack) => reader(stack, new CredentialsSecret(stack, 'db', 'db-secret'), shop))).toBe(
      "test/reader: Secret 'db-secret' is in the Namespace that kubectl is told, and it can be used only there, not in the Namespace 'shop'. Put both into one Namespace.",
    );
  });

  test('fails when its reader is in another stack with a Namespace of its own', () => {
    expect(
      refusalOf((main) => {
        const other = new TestStack(main.node.root as App, 'test-other', { alternativeTo: main });
        reader(main, new CredentialsSecret(other, 'db', 'db-secret'));
      }),
    ).toBe(
      "test/reader: Secret 'db-secret' is in the Namespace 'test-other', and it can be used only there, not in the Namespace that kubectl is told. Put both into one Namespace.",
    );
  });

  test.each<[string, (stack: TestStack) => void]>([
    ['made', (stack) => new CredentialsSecret(stack, 'db', 'DB')],
    ['made by somebody else', (stack) => Credentials.existing('DB').secret(stack, 'db', [])],
  ])('fails for a name that no Secret can have: %s', (_how, build) => {
    expect(refusalOf(build)).toBe(
      "test/db: Secret name 'DB' is invalid; allowed are lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit. Rename it, for example to 'db'.",
    );
  });
});
