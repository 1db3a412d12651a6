import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { FIELD_MANAGER } from '../../cli/kubectl';
import { ROOT } from '../house/files';
import { Fakes, runAmong } from './fakes';

// Whatever runs on this machine, its ports are free.
jest.mock('node:net', () => ({
  connect: () => {
    const socket = new (jest.requireActual<typeof import('node:net')>('node:net').Socket)();
    setImmediate(() => socket.emit('error', new Error('refused')));
    return socket;
  },
}));

let fakes: Fakes;

beforeEach(() => {
  fakes = new Fakes();
});

afterEach(() => fakes.end());

const APPLY = `kubectl --context kind-kind-stacks apply --server-side --field-manager=${FIELD_MANAGER}`;
const MAIN_FORMS = ['load-balancer', 'web', 'canary', 'minio', 'certificates', 'hipster-shop'];
const appliedFiles = () => fakes.calls.flatMap((call) => /apply .* -f \.up\/(.*)\.k8s\.yaml$/.exec(call)?.[1] ?? []);
const applied = (...names: readonly string[]) => names;

describe('up', () => {
  test('makes the cluster, its add-ons and all main forms, in this order', async () => {
    const { code, lines, complaint } = await runAmong(fakes, ['up']);
    expect({ code, complaint }).toEqual({ code: 0, complaint: '' });
    expect(lines.filter((line) => !/^ |^up in/.test(line))).toEqual([
      'this machine has what it takes',
      'kind cluster kind-stacks is there',
      'its nodes are ready',
      'ingress-nginx v1.15.1 is ready',
      'MetalLB v0.16.1 is ready',
      'cert-manager v1.21.1 is ready',
      'Envoy Gateway v1.9.2 is ready',
      'the YAML is in .up',
      'load-balancer-legacy is out of the way',
      ...MAIN_FORMS.map((name) => `${name} is applied`),
      'nothing is left of earlier runs',
      ...MAIN_FORMS.slice(1).map((name) => `${name} is up`),
      'to open',
    ]);
    expect(lines.at(-1)).toMatch(/^up in \d+\.\d s; npm run down takes it away$/);
    expect(fakes.changes).toContain('network 172.19.0.0/16 into .up npm run --silent synth');
    expect(appliedFiles()).toEqual(applied(...MAIN_FORMS));
  });

  test('runs, of its plan, these very commands', async () => {
    const { lines } = await runAmong(fakes, ['up', '--plan']);
    expect(fakes.calls).toEqual([]);
    await runAmong(fakes, ['up']);
    const run = fakes.calls;
    fakes.end();
    fakes = new Fakes();
    const shell = spawnSync('/bin/sh', ['-e'], {
      input: lines.join('\n'),
      encoding: 'utf8',
      env: { ...fakes.environment, PATH: `${fakes.folder}:/usr/bin:/bin` },
    });
    expect({ status: shell.status, stderr: shell.stderr }).toEqual({ status: 0, stderr: '' });
    expect(fakes.calls).toEqual(run);
  });

  test.each([
    [['up', '--six-nodes', '--kubernetes', '1.36', 'minio']],
    [['up', '--context', "it's mine", 'web-replica-set', 'web-pod']],
    [['up', 'load-balancer-legacy', '--timeout', '1m30s', '--force-conflicts']],
    [['down']],
    [['down', '--context', 'mine', 'minio', 'certificates']],
  ])('the plan of %j is a script for a shell, and nothing is run for it', async (args) => {
    const { code, lines } = await runAmong(fakes, [...args, '--plan']);
    expect([code, fakes.calls]).toEqual([0, []]);
    const { status, stderr } = spawnSync('/bin/sh', ['-n'], { input: lines.join('\n'), encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('run again makes no second cluster, and does the rest again', async () => {
    await runAmong(fakes, ['up', 'minio']);
    const first = fakes.calls;
    expect((await runAmong(fakes.forget(), ['up', 'minio'])).code).toBe(0);
    expect(first.filter((call) => !fakes.calls.includes(call))).toEqual([
      'kind create cluster --config platform/kind.yaml --name=kind-stacks',
    ]);
    expect(fakes.calls.filter((call) => !first.includes(call))).toEqual([]);
  });

  test('makes the cluster that is asked for', async () => {
    const nodes = Array.from({ length: 6 }, () => ({ status: { nodeInfo: { kubeletVersion: 'v1.36.4' } } }));
    fakes.answer('kubectl', '*get nodes*', { stdout: JSON.stringify({ items: nodes }) });
    const args = ['up', '--six-nodes', '--kubernetes', '1.36', '--name', 'other', 'minio'];
    expect((await runAmong(fakes, args)).code).toBe(0);
    const [create] = fakes.changes;
    expect(create).toMatch(
      /^kind create cluster --config platform\/kind-six-nodes.yaml --name=other --image=kindest\/node:v1\.36\./,
    );
    expect(fakes.changes.slice(1).filter((call) => call.startsWith('kubectl --context kind-other '))).toHaveLength(1);
  });

  test.each([
    [['--six-nodes'], 'it has nodes: 1; asked for are 6'],
    [['--kubernetes', '1.35'], 'it runs Kubernetes v1.37.0; asked for is 1.35'],
  ])('fails for %j when the cluster that is there is another', async (options, problem) => {
    const { code, complaint } = await runAmong(fakes, ['up', 'minio', ...options]);
    expect([code, complaint]).toEqual([
      1,
      `kind cluster kind-stacks: ${problem}. Take it away with npm run down, or ask for what is there.`,
    ]);
    expect(appliedFiles()).toEqual([]);
  });

  test('leaves the settings of the network to who has set them', async () => {
    const env = { KIND_STACKS_NETWORK: '10.9.0.0/16' };
    await runAmong(fakes, ['up', 'minio'], { env });
    expect(fakes.calls.filter((call) => /docker network/.test(call))).toEqual([]);
    expect(fakes.changes).toContain('network 10.9.0.0/16 into .up npm run --silent synth');
  });

  test('takes addresses of a network that only Docker knows', async () => {
    const env = { KIND_STACKS_ADDRESSES: '172.19.200.1-172.19.200.50' };
    expect((await runAmong(fakes, ['up', 'minio'], { env })).code).toBe(0);
  });

  test('writes where it is told to, with the real synthesis', async () => {
    const folder = join(fakes.folder, 'yaml');
    fakes.without('npm');
    const env = { PATH: `${fakes.folder}:${process.env.PATH}` };
    expect(await runAmong(fakes, ['up', 'load-balancer', '--folder', folder], { env })).toMatchObject({ code: 0 });
    const { stdout } = spawnSync('grep', ['-h', '172.19', join(folder, 'load-balancer.k8s.yaml')], {
      encoding: 'utf8',
      cwd: ROOT,
    });
    expect(stdout).toContain('- 172.19.255.1-172.19.255.19\n');
  });
});

describe('the stacks of up', () => {
  test.each<[names: string[], stacks: string[], added: string[]]>([
    [['minio'], ['minio'], []],
    [['canary'], ['load-balancer', 'web', 'canary'], ['load-balancer', 'web']],
    [['canary', 'web'], ['load-balancer', 'web', 'canary'], ['load-balancer']],
    [['certificates-certificate'], ['certificates', 'alternatives/certificates-certificate'], ['certificates']],
  ])('of %j are %j', async (names, stacks, added) => {
    const { lines } = await runAmong(fakes, ['up', ...names]);
    expect(appliedFiles()).toEqual(stacks);
    const because = lines.flatMap((line) => /^(.*) is applied, because another one needs it$/.exec(line)?.[1] ?? []);
    expect(because).toEqual(added);
  });

  test.each<[name: string, addOns: string[], deleted: string[]]>([
    ['hipster-shop-payment-reverse', [], []],
    ['minio-console', ['ingress-nginx'], []],
    ['canary-gateway-weight', ['envoyproxy'], []],
    ['certificates-issuer', ['ingress-nginx', 'cert-manager'], []],
    ['load-balancer-legacy', ['metallb'], ['load-balancer']],
    ['load-balancer', ['ingress-nginx', 'metallb'], ['alternatives/load-balancer-legacy']],
  ])('%s gets the add-ons %j and takes the place of %j', async (name, addOns, deleted) => {
    await runAmong(fakes, ['up', name]);
    const installed = fakes.calls.flatMap(
      (call) =>
        /apply .*--force-conflicts -f https:.*?(ingress-nginx|metallb|cert-manager|envoyproxy|sealed)/.exec(
          call,
        )?.[1] ?? [],
    );
    expect(installed).toEqual(addOns);
    expect(fakes.calls.flatMap((call) => /delete -f \.up\/(.*)\.k8s\.yaml/.exec(call)?.[1] ?? [])).toEqual(deleted);
  });

  test('with sealed credentials get the controller that unseals', async () => {
    const ciphertext = 'QWxs'.repeat(50);
    const sealed = { MINIO_ROOT_USER: ciphertext, MINIO_ROOT_PASSWORD: `${ciphertext.slice(4)}Zm9y` };
    await runAmong(fakes, ['up', 'minio'], { env: { KIND_STACKS_CREDENTIALS: JSON.stringify(sealed) } });
    expect(fakes.changes.join('\n')).toContain('bitnami-labs/sealed-secrets');
  });

  test('fail when two exclude each other', async () => {
    expect(await runAmong(fakes, ['up', 'web', 'load-balancer-legacy'])).toEqual({
      code: 2,
      lines: [''],
      complaint: "'load-balancer-legacy' replaces 'load-balancer', which 'web' needs: name the one or the other.",
    });
    expect(fakes.calls).toEqual([]);
  });

  test('wait for what they run', async () => {
    await runAmong(fakes, ['up', 'web-pod', 'web-replica-set', 'minio', '--timeout', '90s']);
    const waits = fakes.calls.filter((call) => /--namespace (default|web-)/.test(call));
    expect(waits.map((call) => call.replace('kubectl --context kind-kind-stacks --namespace ', ''))).toEqual([
      'web-pod wait --for=condition=Ready pod/web --timeout=90s',
      'web-replica-set wait --for=jsonpath={.status.readyReplicas}=3 replicaset/web --timeout=90s',
      'default rollout status statefulset/minio --timeout=90s',
    ]);
  });

  test('take fields from others only when asked to', async () => {
    await runAmong(fakes, ['up', 'minio']);
    expect(fakes.changes).toContain(`${APPLY} -f .up/minio.k8s.yaml`);
    await runAmong(fakes.forget(), ['up', 'minio', '--force-conflicts']);
    expect(fakes.changes).toContain(`${APPLY} --force-conflicts -f .up/minio.k8s.yaml`);
  });
});
