import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../house/files';
import { Fakes, runAmong } from './fakes';

const COMMAND = ['-r', require.resolve('tsx/cjs'), join(ROOT, 'cli/main.ts')];

let fakes: Fakes;

beforeEach(() => {
  fakes = new Fakes();
});

afterEach(() => fakes.end());

const start = (args: readonly string[]) =>
  spawnSync(process.execPath, [...COMMAND, ...args], { cwd: ROOT, env: fakes.environment, encoding: 'utf8' });

describe('the program', () => {
  test('prints its plan on standard output, and nothing else', async () => {
    const { status, stdout, stderr } = start(['up', '--plan', 'web']);
    const { lines } = await runAmong(fakes, ['up', '--plan', 'web']);
    expect({ status, stdout, stderr, calls: fakes.calls }).toEqual({
      status: 0,
      stdout: `${lines.join('\n')}\n`,
      stderr: '',
      calls: [],
    });
  });

  test('says a line for each step, with its seconds', () => {
    const { status, stdout } = start(['up', '--context', 'mine', 'minio']);
    expect(status).toBe(0);
    expect(stdout.split('\n').filter((line) => !/^ +\d+\.\d s {2}\S|^ {10}\S/.test(line))).toEqual([
      expect.stringMatching(/^up in \d+\.\d s; /),
      '',
    ]);
  });

  test.each<[string, number, string]>([
    ['up wep', 2, "There is no stack 'wep'"],
    ['up --context mine minio', 1, 'Not done: minio is applied\nkubectl --context mine apply'],
  ])('%s ends with %d, and with the reason alone on standard error', (line, code, reason) => {
    fakes.answer('kubectl', '*apply*', { code: 1, stderr: 'error: no' });
    const { status, stderr } = start(line.split(' '));
    expect([status, stderr.slice(0, reason.length)]).toEqual([code, reason]);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('ends what it runs and itself at %s', async (signal) => {
    fakes.answer('kubectl', '*rollout*', { hangs: true });
    const child = spawn(process.execPath, [...COMMAND, 'up', '--context', 'mine', 'minio'], {
      cwd: ROOT,
      env: fakes.environment,
    });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      complaint += text;
    });
    while (!fakes.calls.some((call) => call.includes('rollout')))
      await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill(signal);
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect([code, complaint]).toEqual([
      130,
      'Interrupted at: minio is up\nRun the same again, and it goes on from there.\n',
    ]);
  });
});
