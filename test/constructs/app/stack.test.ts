import { Chart, Testing } from 'cdk8s';
import { KubeConfigMap, KubeSecret } from 'cdk8s-plus-27/lib/imports/k8s';
import { App, Stack, type StackProps } from '../../../constructs';
import { refusalMessage, TestStack } from '../../synth';

function forms(props: StackProps = {}): { readonly main: TestStack; readonly form: TestStack } {
  const app = new App();
  const main = new TestStack(app, 'web');
  return { main, form: new TestStack(app, 'web-pod', { alternativeTo: main, ...props }) };
}

const configMap = (stack: Stack, id = 'settings', name = id) => new KubeConfigMap(stack, id, { metadata: { name } });

describe('Stack', () => {
  test('labels every object with its name', () => {
    const { main } = forms();
    configMap(main);
    expect(main.toJson()[0]?.metadata).toEqual({ name: 'settings', labels: { 'app.kubernetes.io/part-of': 'web' } });
  });

  test('gives no hashes to names', () => {
    const { main } = forms();
    new KubeConfigMap(main, 'settings');
    expect(main.toJson()[0]?.metadata.name).toBe('web-settings');
  });

  test('gives cdk8s the manifests of its file', () => {
    const { form } = forms();
    configMap(form);
    expect(Testing.synth(form).map(({ kind }) => kind)).toEqual(['Namespace', 'ConfigMap']);
  });

  test('a main form has no Namespace and no host of its own', () => {
    const { main } = forms();
    expect(main.toJson()).toEqual([]);
    expect([main.host(), main.host('web.example.org')]).toEqual([undefined, 'web.example.org']);
  });

  test('an alternative has a Namespace and a host of its own', () => {
    const { form } = forms();
    configMap(form);
    expect(form.toJson().map(({ kind, metadata }) => [kind, metadata.namespace, metadata.name])).toEqual([
      ['Namespace', undefined, 'web-pod'],
      ['ConfigMap', 'web-pod', 'settings'],
    ]);
    expect([form.host(), form.host('web.example.org')]).toEqual(['pod.web.localhost', 'pod.web.localhost']);
  });

  test('an alternative that replaces the main form has none', () => {
    const { main, form } = forms({ replaces: true });
    configMap(form);
    expect(form.toJson().map(({ kind, metadata }) => [kind, metadata.namespace])).toEqual([['ConfigMap', undefined]]);
    expect(form.replaces).toBe(main);
  });

  test('is told from other charts', () => {
    const { main } = forms();
    expect([main, new Chart(new App(), 'chart'), new App()].map((construct) => Stack.isStack(construct))).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('fails when an alternative does not name its stack', () => {
    const { main } = forms();
    expect(refusalMessage(() => new TestStack(new App(), 'pod', { alternativeTo: main }))).toBe(
      "pod: alternative 'pod' does not say of which stack. Call it 'web-pod'.",
    );
    expect(refusalMessage(() => new TestStack(new App(), 'web-', { alternativeTo: main }))).toMatch(
      /does not say of which stack/,
    );
  });

  test('fails when it is the alternative of an alternative', () => {
    const { form } = forms();
    expect(refusalMessage(() => new TestStack(new App(), 'web-pod-x', { alternativeTo: form }))).toBe(
      "web-pod-x: 'web-pod' is an alternative itself. Make this an alternative to 'web'.",
    );
  });

  test('fails when a main form replaces something', () => {
    expect(refusalMessage(() => new TestStack(new App(), 'web', { replaces: true }))).toBe(
      "web: main form 'web' replaces nothing. Name the stack it is an alternative to.",
    );
  });

  test('fails when it writes an object twice', () => {
    const { main } = forms();
    configMap(main);
    configMap(main, 'again', 'settings');
    expect(refusalMessage(() => main.toJson())).toBe(
      "web/again: ConfigMap 'settings' is written twice; the first one is web/settings. Give one of them another name or another namespace.",
    );
  });

  test.each([{ data: { password: 'c2VjcmV0' } }, { stringData: { password: 'secret' } }])(
    'fails when a Secret is plain: %j',
    (content) => {
      const { main } = forms();
      new KubeSecret(main, 'login', { metadata: { name: 'login' }, ...content });
      expect(refusalMessage(() => main.toJson())).toBe(
        "web/login: Secret 'login' holds its values in plain text. Use Credentials.existing or Credentials.sealed, or Credentials.development for a cluster on this machine.",
      );
    },
  );

  test('takes a Secret that others fill, or that says that it is for development', () => {
    const { main } = forms();
    new KubeSecret(main, 'token', { metadata: { name: 'token' }, type: 'kubernetes.io/service-account-token' });
    new KubeSecret(main, 'login', {
      metadata: { name: 'login', annotations: { 'kind-stacks/credentials': 'development' } },
      stringData: { password: 'secret' },
    });
    expect(main.toJson()).toHaveLength(2);
  });
});
