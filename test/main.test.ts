import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './house/files';

const TSX = require.resolve('tsx/cjs');
const MAIN = join(ROOT, 'main.ts');

// Whoever runs the tests may have settings of their own.
const WITHOUT_SETTINGS = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('KIND_STACKS_')),
);

let folder: string;
let outdir: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kind-stacks-'));
  outdir = join(folder, 'dist');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly preload?: string;
}

function main({ env, cwd = ROOT, preload }: Run = {}): SpawnSyncReturns<string> {
  const args = [...(preload === undefined ? [] : ['-r', preload]), '-r', TSX, MAIN];
  return spawnSync('node', args, { cwd, env: { ...WITHOUT_SETTINGS, CDK8S_OUTDIR: outdir, ...env }, encoding: 'utf8' });
}

/** Path -> text of every file in a folder. */
function contentOf(path: string): Record<string, string> {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((file) => [file.slice(path.length + 1), readFileSync(file, 'utf8')]),
  );
}

const committed = contentOf(join(ROOT, 'dist'));

describe('npm run synth', () => {
  test('writes what is committed, and says so a line per file', () => {
    const { status, stdout, stderr } = main();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(contentOf(outdir)).toEqual(committed);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(':')[0])
        .sort(),
    ).toEqual(Object.keys(committed).map((file) => `${outdir}/${file}`));
    expect(stdout).toContain(`${outdir}/web.k8s.yaml: 5 objects (3 Service, Deployment, Ingress)\n`);
  });

  test.each<[string, NodeJS.ProcessEnv]>([
    ['another time zone', { TZ: 'Pacific/Kiritimati' }],
    ['another locale', { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
    ['another home and user', { HOME: '/nonexistent', USER: 'somebody' }],
  ])('writes the same bytes in %s', (_what, env) => {
    expect(main({ env }).status).toBe(0);
    expect(contentOf(outdir)).toEqual(committed);
  });

  test('writes the same bytes from another folder', () => {
    expect(main({ cwd: folder }).status).toBe(0);
    expect(contentOf(outdir)).toEqual(committed);
  });

  test('npx cdk8s synth writes the same bytes, and asks nobody for a newer version', () => {
    const { status, stderr } = spawnSync('npx', ['cdk8s', 'synth', '--output', outdir], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...WITHOUT_SETTINGS, HOME: folder },
    });
    expect(stderr).not.toMatch(/new version|upgrade/i);
    expect(status).toBe(0);
    expect(contentOf(outdir)).toEqual(committed);
  });

  test.each([
    [
      'KIND_STACKS_EMAIL',
      'nobody',
      "KIND_STACKS_EMAIL: 'nobody' is no e-mail address. Write it like 'you@example.org'.\n",
    ],
    [
      'KIND_STACKS_ADDRESSES',
      '172.18.255.250-172.18.255.1',
      "KIND_STACKS_ADDRESSES: the range '172.18.255.250-172.18.255.1' is reversed. Write '172.18.255.1-172.18.255.250'.\n",
    ],
  ])('fails with the message alone when %s is %s, and leaves the folder as it was', (name, value, message) => {
    mkdirSync(outdir);
    writeFileSync(join(outdir, 'web.k8s.yaml'), 'as it was');
    const { status, stdout, stderr } = main({ env: { [name]: value } });
    expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '', stderr: message });
    expect(contentOf(outdir)).toEqual({ 'web.k8s.yaml': 'as it was' });
  });
});

describe('a run that is killed', () => {
  const old = { 'web.k8s.yaml': 'as it was' };
  const aside = () => join(folder, '.tmp-dist-before');

  // Kills the process right before a certain call of a function that changes files.
  function kill(name: string, call: number): void {
    mkdirSync(outdir);
    writeFileSync(join(outdir, 'web.k8s.yaml'), old['web.k8s.yaml']);
    const preload = join(folder, 'kill.cjs');
    writeFileSync(
      preload,
      `const fs = require('node:fs');
       const real = fs.${name};
       let before = ${call};
       fs.${name} = (...args) => {
         if (String(args[0]).startsWith(${JSON.stringify(folder)}) && before-- === 0) process.kill(process.pid, 'SIGKILL');
         return real(...args);
       };`,
    );
    expect(main({ preload }).signal).toBe('SIGKILL');
    rmSync(preload);
  }

  test.each([
    ['mkdirSync', 1, old],
    ['writeFileSync', 0, old],
    ['writeFileSync', 17, old],
    ['renameSync', 0, old],
    ['rmSync', 0, committed],
  ])('before call of %s number %i leaves the folder whole, and the next one clears up', (name, call, files) => {
    kill(name, call);
    expect(contentOf(outdir)).toEqual(files);
    expect(main().status).toBe(0);
    expect(contentOf(outdir)).toEqual(committed);
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  test('between the two renames has the old files beside the folder, and the next one puts them back', () => {
    kill('renameSync', 1);
    expect([existsSync(outdir), contentOf(aside())]).toEqual([false, old]);
    expect(main().status).toBe(0);
    expect(contentOf(outdir)).toEqual(committed);
    expect(readdirSync(folder)).toEqual(['dist']);
  });
});
