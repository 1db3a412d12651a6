import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { checkInotify, checkPorts } from '../../cli/machine';
import { docker, kindProgram, kubectlProgram } from '../../cli/programs';
import { Fakes, runAmong } from './fakes';

let fakes: Fakes;

beforeEach(() => {
  fakes = new Fakes();
});

afterEach(() => fakes.end());

const said = (stdout: string, code = 0, stderr = '') => ({ code, stdout, stderr });
const kubectlOf = (version: string) => said(`{"clientVersion":{"gitVersion":"${version}"}}`);

describe('doctor', () => {
  test('says everything that it finds, and fails when something is in the way', async () => {
    await runAmong(fakes, ['up', 'minio']);
    const healthy = await runAmong(fakes.forget(), ['doctor']);
    expect(healthy.code).toBe(0);
    expect(healthy.lines.slice(0, 3)).toEqual([
      'fine     docker 28.2.2',
      'fine     kind v0.33.0',
      'fine     kubectl v1.37.1',
    ]);
    const without = await runAmong(fakes.without('docker', 'kubectl'), ['doctor']);
    expect(without.code).toBe(1);
    expect(without.lines.slice(0, 3)).toEqual([
      'stop     docker is missing. Install it: https://docs.docker.com/get-started/get-docker/.',
      'fine     kind v0.33.0',
      'stop     kubectl is missing. Install it: https://kubernetes.io/docs/tasks/tools/.',
    ]);
    expect(fakes.changes).toEqual([]);
  });

  test('judges kubectl by the cluster that would be made', async () => {
    await runAmong(fakes, ['up', 'minio']);
    const versions = async (...options: readonly string[]) => (await runAmong(fakes, ['doctor', ...options])).lines[2];
    expect(await versions()).toBe('fine     kubectl v1.37.1');
    expect(await versions('--kubernetes', '1.34')).toMatch(/^warning {2}kubectl v1\.37\.1 for Kubernetes 1\.34; /);
  });

  test('asks for kubectl alone when the cluster is an existing one', async () => {
    const { code, lines } = await runAmong(fakes.without('docker', 'kind'), ['doctor', '--context', 'mine']);
    expect([code, lines]).toEqual([0, ['fine     kubectl v1.37.1']]);
  });
});

describe('versions', () => {
  test.each([
    [kindProgram, said('kind v0.33.1 go1.26'), 'fine', 'kind v0.33.1'],
    [kindProgram, said('kind v0.34.0-alpha go1.26'), 'fine', 'kind v0.34.0-alpha'],
    [kindProgram, said('kind v1.0.0 go1.26'), 'fine', 'kind v1.0.0'],
    [kindProgram, said('kind v0.27.0 go1.23'), 'warning', 'kind v0.27.0; the node images are made for v0.33.0'],
    [kindProgram, said('no'), 'stop', "kind says 'no' instead of its version"],
    [kubectlProgram('1.37'), kubectlOf('v1.36.0'), 'fine', 'kubectl v1.36.0'],
    [kubectlProgram(), kubectlOf('v1.20.0'), 'fine', 'kubectl v1.20.0'],
    [kubectlProgram('1.37'), kubectlOf('v1.38.0'), 'fine', 'kubectl v1.38.0'],
    [
      kubectlProgram('1.37'),
      kubectlOf('v1.35.9'),
      'warning',
      'kubectl v1.35.9 for Kubernetes 1.37; allowed is one minor of difference',
    ],
    [kubectlProgram('1.34'), kubectlOf('v1.35.9'), 'fine', 'kubectl v1.35.9'],
    [
      kubectlProgram('1.34'),
      kubectlOf('v1.37.0'),
      'warning',
      'kubectl v1.37.0 for Kubernetes 1.34; allowed is one minor of difference',
    ],
    [kubectlProgram(), said('{}'), 'stop', 'kubectl does not say its version'],
    [docker, said('', 1, 'permission denied while trying to connect'), 'stop', 'docker may not be used by you'],
    [docker, said('', 1, 'Cannot connect'), 'stop', 'docker is here, and its engine does not answer'],
  ])('%#: %j is judged', ({ judge }, answer, level, what) => {
    expect(judge(answer)).toMatchObject({ level, what });
  });

  test('whatever is not fine comes with what to do', () => {
    const bad = [
      kindProgram.judge(said('kind v0.1.0')),
      kubectlProgram('1.37').judge(kubectlOf('v1.2.3')),
      docker.judge(said('', 127)),
    ];
    expect(bad.filter(({ remedy }) => remedy === undefined)).toEqual([]);
  });
});

describe('this machine', () => {
  test('has a port that is taken, and one that is free', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const [taken] = await checkPorts([port]);
    await new Promise((resolve) => server.close(resolve));
    const [free] = await checkPorts([port]);
    expect([taken, free]).toEqual([
      {
        level: 'stop',
        what: `port ${port} is taken, and the cluster needs it`,
        remedy: expect.stringContaining(`sport = :${port}`),
      },
      { level: 'fine', what: `port ${port} is free` },
    ]);
  });

  test('has limits of inotify, high enough or not, or none', () => {
    const folder = join(fakes.folder, 'inotify');
    mkdirSync(folder);
    writeFileSync(join(folder, 'max_user_watches'), '524288\n');
    writeFileSync(join(folder, 'max_user_instances'), '128\n');
    expect(checkInotify(folder)).toEqual([
      { level: 'fine', what: 'inotify max_user_watches 524288' },
      {
        level: 'warning',
        what: "inotify max_user_instances is 128; with less than 512 pods may fail with 'too many open files'",
        remedy: 'Run sudo sysctl fs.inotify.max_user_instances=512, and write it into /etc/sysctl.d/ to keep it',
      },
    ]);
    rmSync(folder, { recursive: true });
    expect(checkInotify(folder)).toEqual([]);
  });
});
