import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Fakes } from '../cli/fakes';
import { CannotRun } from './cannot-run';
import { target } from './target';

let fakes: Fakes;
const said: string[] = [];

beforeEach(() => {
  fakes = new Fakes();
  said.length = 0;
});

afterEach(() => fakes.end());

function targetWith(env: Record<string, string> = {}, kubernetes?: string) {
  const environment = { ...fakes.environment, ...env };
  return target({ environment, signal: new AbortController().signal }, kubernetes, (line) => said.push(line));
}

async function refusal(env: Record<string, string> = {}, kubernetes?: string): Promise<string> {
  const error = await targetWith(env, kubernetes).catch((reason: unknown) => reason);
  if (error instanceof CannotRun) return error.message;
  throw new Error('there is a target');
}

const KUBECTL = '  kubectl is missing. Install it: https://kubernetes.io/docs/tasks/tools/';
const OR = 'Or set E2E_KUBECONFIG to the kubeconfig of a cluster for tests.';

describe('the cluster of E2E_KUBECONFIG', () => {
  test('is used as it is, with the settings that there are', async () => {
    const env = { E2E_KUBECONFIG: __filename, KIND_STACKS_EMAIL: 'a@b.c' };
    const on = await targetWith(env);
    await on.end();
    expect(on).toMatchObject({ kubeconfig: __filename, environment: env });
    expect(fakes.calls).toEqual(['kubectl version --client --output=json']);
  });

  test('needs neither docker nor kind', async () => {
    fakes.without('docker', 'kind');
    expect((await targetWith({ E2E_KUBECONFIG: __filename })).kubeconfig).toBe(__filename);
  });

  test('fails without kubectl', async () => {
    fakes.without('kubectl');
    expect(await refusal({ E2E_KUBECONFIG: __filename })).toBe(['no run:', KUBECTL, OR].join('\n'));
  });

  test('fails when it is no file', async () => {
    expect(await refusal({ E2E_KUBECONFIG: '/no/such/file' })).toBe(
      "E2E_KUBECONFIG names '/no/such/file', which is no file: give it the kubeconfig of a cluster for tests",
    );
  });

  test('fails when another one is to be made', async () => {
    expect(await refusal({ E2E_KUBECONFIG: __filename }, '1.36')).toBe(
      '--kubernetes is for a new kind cluster, and E2E_KUBECONFIG names another one',
    );
  });
});

describe('a cluster made for the run', () => {
  test.each([[{}], [{ E2E_KUBECONFIG: '' }]])(
    'fails without all it needs, whatever kubectl speaks to: %j',
    async (env) => {
      fakes.without('docker', 'kind', 'kubectl');
      expect(await refusal({ ...env, KUBECONFIG: __filename })).toBe(
        [
          'no cluster to run on:',
          '  docker is missing. Install it: https://docs.docker.com/get-started/get-docker/',
          '  kind is missing. Install it: https://kind.sigs.k8s.io/docs/user/quick-start/#installation',
          KUBECTL,
          OR,
        ].join('\n'),
      );
    },
  );

  test('fails without kind, and says no more than that', async () => {
    fakes.without('kind');
    expect((await refusal()).split('\n').map((line) => line.split('. ')[0])).toEqual([
      'no cluster to run on:',
      '  kind is missing',
      OR,
    ]);
  });

  test('fails for a minor that there is not, and makes nothing', async () => {
    expect(await refusal({}, '1.30')).toMatch(/^there is no '1\.30'; --kubernetes is one of (\d\.\d+, )+\d\.\d+$/);
    expect(fakes.changes).toEqual([]);
  });

  test('has a kubeconfig of its own and the network of kind, and goes afterwards', async () => {
    const on = await targetWith({ KUBECONFIG: __filename });
    expect(on.environment).toMatchObject({ KUBECONFIG: on.kubeconfig, KIND_STACKS_NETWORK: '172.19.0.0/16' });
    expect(on.kubeconfig).not.toBe(__filename);
    expect(fakes.calls.filter((call) => call.startsWith('kind create'))).toHaveLength(1);
    expect(fakes.calls.join('\n')).toMatch(/--name=kind-stacks-e2e/);
    await on.end();
    expect(fakes.calls.at(-1)).toMatch(/^kind delete cluster .*kind-stacks-e2e/);
    expect(existsSync(dirname(on.kubeconfig))).toBe(false);
  });

  test('takes no ports of this machine on Linux, where its nodes are reached', async () => {
    const on = await targetWith();
    const [, config = ''] = /^kind create .*--config[= ](\S+)/m.exec(fakes.calls.join('\n')) ?? [];
    const mapped = readFileSync(config, 'utf8').includes('extraPortMappings');
    await on.end();
    expect(mapped).toBe(process.platform !== 'linux');
  });

  test('goes when it does not become what it is to be', async () => {
    fakes.answer('kubectl', '*apply*', { code: 1, stderr: 'no such file' });
    await expect(targetWith()).rejects.toThrow('no such file');
    expect(fakes.calls.at(-1)).toMatch(/^kind delete cluster/);
    expect(said).toContain('deleting the kind cluster kind-stacks-e2e');
  });
});
