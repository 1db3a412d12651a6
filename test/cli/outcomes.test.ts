import { Fakes, runAmong } from './fakes';

// Whatever runs on this machine, these of its ports are taken.
const mockTaken = new Set<number>();

jest.mock('node:net', () => ({
  connect: ({ port }: { port: number }) => {
    const socket = new (jest.requireActual<typeof import('node:net')>('node:net').Socket)();
    setImmediate(() => (mockTaken.has(port) ? socket.emit('connect') : socket.emit('error', new Error('refused'))));
    return socket;
  },
}));

let fakes: Fakes;

beforeEach(() => {
  fakes = new Fakes();
  mockTaken.clear();
});

afterEach(() => fakes.end());

describe('up fails', () => {
  test.each<[program: 'docker' | 'kind' | 'kubectl', remedy: string]>([
    ['docker', 'https://docs.docker.com/get-started/get-docker/'],
    ['kind', 'https://kind.sigs.k8s.io/docs/user/quick-start/#installation'],
    ['kubectl', 'https://kubernetes.io/docs/tasks/tools/'],
  ])('before anything is made when there is no %s', async (program, remedy) => {
    const { code, complaint } = await runAmong(fakes.without(program), ['up']);
    expect([code, complaint]).toEqual([1, `Not begun:\n  ${program} is missing. Install it: ${remedy}.`]);
    expect(fakes.changes).toEqual([]);
  });

  test('with everything that is in the way at once', async () => {
    mockTaken.add(80).add(30080);
    fakes.answer('docker', 'version*', { code: 1, stderr: 'Cannot connect to the Docker daemon' });
    const { code, complaint } = await runAmong(fakes, ['up']);
    expect(code).toBe(1);
    expect(complaint.split('\n').map((line) => line.split('. ')[0])).toEqual([
      'Not begun:',
      '  docker is here, and its engine does not answer',
      '  port 80 is taken, and the cluster needs it',
      '  port 30080 is taken, and the cluster needs it',
    ]);
    expect(fakes.changes).toEqual([]);
  });

  test('for a taken port only as long as the cluster is not there, whose ports they are then', async () => {
    await runAmong(fakes, ['up', 'minio']);
    mockTaken.add(80).add(443);
    expect((await runAmong(fakes, ['up', 'minio'])).code).toBe(0);
    expect((await runAmong(fakes, ['up', 'minio', '--name', 'other'])).code).toBe(1);
  });

  test('with the step, the command, what it said last and what to do', async () => {
    const stderr = `${Array.from({ length: 30 }, (_, line) => `line ${line}`).join('\n')}\nerror: no such image\n`;
    fakes.answer('kind', 'create*', { code: 1, stderr });
    const { code, complaint, lines } = await runAmong(fakes, ['up']);
    expect(code).toBe(1);
    expect(complaint.split('\n')).toEqual([
      'Not done: kind cluster kind-stacks is there',
      'kind create cluster --config platform/kind.yaml --name=kind-stacks'.replace(
        /^/,
        'kind get clusters | grep -qxF kind-stacks || ',
      ),
      ...Array.from({ length: 11 }, (_, line) => `  line ${line + 19}`),
      '  error: no such image',
      'Mend that and run this again: what is done is not done twice.',
    ]);
    expect(lines.filter((line) => !line.startsWith(' '))).toEqual(['this machine has what it takes']);
    expect(fakes.changes).toHaveLength(1);
  });

  test.each([
    [
      '*apply*minio*',
      'error: Apply failed with 1 conflict: conflict with "kubectl-edit" using apps/v1: .spec.replicas',
      '--force-conflicts',
    ],
    ['*rollout*minio*', 'error: timed out waiting for the condition', '--timeout gives more time'],
    ['*wait*nodes*', 'error: context "kind-kind-stacks" does not exist', 'kubectl config get-contexts'],
    ['*apply*minio*', 'The connection to the server was refused: connection refused', 'See that the cluster runs'],
  ])('at %s with what to do about: %s', async (pattern, stderr, remedy) => {
    fakes.answer('kubectl', pattern, { code: 1, stderr });
    const { code, complaint } = await runAmong(fakes, ['up', 'minio']);
    expect(code).toBe(1);
    expect(complaint).toContain(`  ${stderr}\n`);
    expect(complaint.split('\n').at(-1)).toContain(remedy);
  });

  test('when Docker knows no network of IPv4', async () => {
    fakes.answer('docker', 'network*', { stdout: '\n' });
    const { code, complaint } = await runAmong(fakes, ['up', 'minio']);
    expect([code, complaint.split('\n').slice(0, 1)]).toEqual([1, ['Not done: the YAML is in .up']]);
    expect(complaint).toContain('  It says nothing.');
    expect(fakes.changes.filter((call) => call.includes('synth'))).toEqual([]);
  });

  test('with a setting that means nothing, before anything is run', async () => {
    const env = { KIND_STACKS_EMAIL: 'nobody' };
    expect(await runAmong(fakes, ['up'], { env })).toEqual({
      code: 1,
      lines: [''],
      complaint: "KIND_STACKS_EMAIL: 'nobody' is no e-mail address. Write it like 'you@example.org'.",
    });
    expect(fakes.calls).toEqual([]);
  });
});

describe('a webhook that does not answer yet', () => {
  const stderr = 'Internal error occurred: failed calling webhook "webhook.cert-manager.io": x509: unknown authority';

  test('is asked again', async () => {
    fakes.answer('kubectl', '*apply*minio*', { code: 1, stderr, times: 2 });
    expect((await runAmong(fakes, ['up', 'minio'])).code).toBe(0);
    expect(fakes.calls.filter((call) => /apply.*minio/.test(call))).toHaveLength(3);
  });

  test('is all that is tried again', async () => {
    fakes.answer('kubectl', '*apply*minio*', { code: 1, stderr: 'error: no', times: 1 });
    expect((await runAmong(fakes, ['up', 'minio'])).code).toBe(1);
    expect(fakes.calls.filter((call) => /apply.*minio/.test(call))).toHaveLength(1);
  });
});

describe('an existing cluster', () => {
  test('is named first, and neither made nor given add-ons', async () => {
    const { code, lines } = await runAmong(fakes.without('kind', 'docker'), [
      'up',
      '--context',
      'mine',
      'hipster-shop',
    ]);
    expect(code).toBe(0);
    expect(lines.slice(0, 2)).toEqual(['the context mine is known', '          cluster: https://10.0.0.1:6443']);
    expect(lines.at(-1)).toMatch(/npm run down -- --context mine takes it away$/);
    const kubectl = (args: string) => `kubectl --context mine ${args}`;
    expect(fakes.changes).toEqual([
      'into .up npm run --silent synth',
      kubectl('delete -f .up/alternatives/load-balancer-legacy.k8s.yaml --ignore-not-found --wait'),
      ...['load-balancer', 'certificates', 'hipster-shop'].map((name) =>
        kubectl(`apply --server-side --field-manager=kind-stacks -f .up/${name}.k8s.yaml`),
      ),
    ]);
  });

  test('that lacks add-ons is refused with their sources', async () => {
    fakes.answer('kubectl', '*api-resources*', {
      stdout: 'services\nipaddresspools.metallb.io\n',
      code: 1,
      stderr: 'metrics',
    });
    const { code, complaint } = await runAmong(fakes, ['up', '--context', 'mine', 'hipster-shop']);
    expect([code, complaint]).toEqual([
      1,
      'context mine: the cluster lacks MetalLB v0.16.1 and cert-manager v1.21.1. Install it: ' +
        'kubectl --context mine apply --server-side -f https://raw.githubusercontent.com/metallb/metallb/v0.16.1/config/manifests/metallb-native.yaml && ' +
        'kubectl --context mine apply --server-side -f https://github.com/cert-manager/cert-manager/releases/download/v1.21.1/cert-manager.yaml.',
    ]);
    expect(fakes.changes).toEqual([]);
  });

  test('that does not answer is refused with what kubectl says', async () => {
    fakes.answer('kubectl', '*api-resources*', { code: 1, stderr: 'E1 first\nconnection refused\n' });
    const { complaint } = await runAmong(fakes, ['up', '--context', 'mine', 'web']);
    expect(complaint).toBe(
      'context mine: the cluster does not answer: connection refused. See that it runs, and run this again.',
    );
  });

  test('whose context leads into another Namespace is refused', async () => {
    fakes.answer('kubectl', '*config view*', { stdout: 'https://10.0.0.1:6443 team-a' });
    const { code, complaint } = await runAmong(fakes, ['up', '--context', 'mine', 'minio']);
    expect([code, complaint]).toEqual([
      1,
      "context mine: its Namespace is 'team-a', and the main forms belong into 'default'. Run kubectl config set-context mine --namespace=default, or use another context.",
    ]);
    expect(fakes.changes).toEqual([]);
  });
});

describe('an interruption', () => {
  async function interruptAt(program: 'kind' | 'kubectl', pattern: string, count = 1) {
    fakes.answer(program, pattern, { hangs: true });
    if (count > 1) fakes.answer(program, pattern, { stdout: 'kind-stacks\n', times: count - 1 });
    const controller = new AbortController();
    const running = runAmong(fakes, ['up', 'minio'], { signal: controller.signal });
    const regular = new RegExp(`^${program} ${pattern.replaceAll('*', '.*')}$`);
    const calls = () => fakes.calls.filter((call) => regular.test(call)).length;
    while (calls() < count) await new Promise((resolve) => setTimeout(resolve, 20));
    controller.abort();
    return running;
  }

  test('ends what runs, says where, and the next run goes on', async () => {
    const { code, complaint } = await interruptAt('kubectl', '*rollout*minio*');
    expect([code, complaint]).toEqual([
      130,
      'Interrupted at: minio is up\nRun the same again, and it goes on from there.',
    ]);
    fakes.forget().answer('kubectl', '*rollout*minio*', {});
    expect((await runAmong(fakes, ['up', 'minio'])).code).toBe(0);
    expect(fakes.changes.filter((call) => call.startsWith('kind'))).toEqual([]);
  });

  test('takes away a cluster that is half made', async () => {
    expect((await interruptAt('kind', 'create*')).code).toBe(130);
    expect(fakes.changes).toEqual([
      'kind create cluster --config platform/kind.yaml --name=kind-stacks',
      'kind delete cluster --name=kind-stacks',
    ]);
  });

  test('of the question whether there is a cluster takes none away', async () => {
    await runAmong(fakes, ['up', 'minio']);
    fakes.forget();
    // The doctor asks it first.
    const { code, complaint } = await interruptAt('kind', 'get clusters', 2);
    expect([code, complaint.split('\n')[0]]).toEqual([130, 'Interrupted at: kind cluster kind-stacks is there']);
    expect(fakes.changes).toEqual([]);
  });
});
