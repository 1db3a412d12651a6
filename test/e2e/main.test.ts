import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { ROOT } from '../house/files';
import { FakeKubectl } from './fake-kubectl';

let fake: FakeKubectl;

beforeEach(() => {
  fake = new FakeKubectl();
  fake.answer('version --client*', { stdout: '{"clientVersion":{"gitVersion":"v1.37.1"}}' });
});

afterEach(() => fake.end());

function run(args: readonly string[], env: Record<string, string> = fake.environment) {
  const program = ['-r', 'tsx/cjs', 'test/e2e/main.ts', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, program, {
    cwd: ROOT,
    env,
    encoding: 'utf8',
    timeout: 45_000,
  });
  return { code: status, stdout, stderr };
}

const changes = () =>
  fake.calls.filter((call) => /^(create|apply|delete|replace|patch)/.test(call.replace(/^-n \S+ /, '')));

describe('npm run e2e', () => {
  test('fails for an option that it does not know, and shows how to use it', () => {
    const { code, stdout, stderr } = run(['--levl', 'accepted']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^Unknown option '--levl'.*\n\nnpm run e2e \[-- options\]/s);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(fake.calls).toEqual([]);
  });

  test('fails without a cluster and without what makes one, by its message alone', () => {
    fake.without();
    const { code, stdout, stderr } = run([], { PATH: fake.folder });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.split('\n').map((line) => line.split('. ')[0])).toEqual([
      'no cluster to run on:',
      '  docker is missing',
      '  kind is missing',
      '  kubectl is missing',
      'Or set E2E_KUBECONFIG to the kubeconfig of a cluster for tests.',
      '',
    ]);
  });

  test('fails without the kubeconfig that is named, by its message alone', () => {
    expect(run([], { ...fake.environment, E2E_KUBECONFIG: '/no/such/file' })).toEqual({
      code: 2,
      stdout: '',
      stderr: "E2E_KUBECONFIG names '/no/such/file', which is no file: give it the kubeconfig of a cluster for tests\n",
    });
  });

  test('fails for a stack that there is not before it touches the cluster, and leaves nothing', () => {
    const { code, stdout, stderr } = run(['web', 'wbe']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^there is no stack 'wbe'; there are load-balancer, .*hipster-shop-payment-reverse\. Did you mean 'web'\?\n$/,
    );
    expect(changes()).toEqual([]);
    expect(readdirSync(fake.folder).filter((name) => name.startsWith('kind-stacks-e2e-'))).toEqual([]);
  });

  test('fails for settings with which the stacks do not synthesise', () => {
    const { code, stderr } = run([], { ...fake.environment, KIND_STACKS_NETWORK: 'nowhere' });
    expect([code, stderr.startsWith('the stacks do not synthesise: ')]).toEqual([2, true]);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(changes()).toEqual([]);
  });

  test('fails where somebody else has objects of the stacks, and takes away none', () => {
    const service = { kind: 'Service', metadata: { name: 'web-svc', namespace: 'default', uid: 'x' } };
    fake.answer('get -f*', { stdout: service });
    const { code, stdout, stderr } = run(['web']);
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'a run would take away what is here already: Service default/web-svc. Delete it, or use another cluster\n',
    });
    expect(changes()).toEqual(['create -f -', '-n default delete lease kind-stacks-e2e --ignore-not-found']);
  });

  // It is no run, and no proof has failed.
  test('fails where the cluster does not answer, by its message alone', () => {
    fake.answer('*', { stderr: 'The connection to the server was refused', code: 1 });
    const { code, stderr } = run([]);
    expect([code, /\n\s+at /.test(stderr)]).toEqual([2, false]);
  });
});
