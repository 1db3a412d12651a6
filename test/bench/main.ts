import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const ROUNDS = 15;
const SIZES = [100, 500, 1000, 2500, 5000];

const outdir = join(mkdtempSync(join(tmpdir(), 'kind-stacks-')), 'dist');

function run(script: string, ...args: readonly string[]): { readonly seconds: number; readonly stdout: string } {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync('node', ['-r', 'tsx/cjs', script, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, CDK8S_OUTDIR: outdir },
  });
  if (status !== 0) throw new Error(`${script}: ${stderr}`);
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9, stdout };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}

// Turn by turn, so that whatever else the machine does hits both alike.
function start(): void {
  const rounds = Array.from({ length: ROUNDS + 2 }, () => ({
    empty: run('test/bench/empty.ts').seconds,
    all: run('main.ts').seconds,
  })).slice(2);
  const ratio = median(rounds.map(({ empty, all }) => all / empty));
  console.log(
    `\n| \`node -r tsx/cjs …\`, ${ROUNDS} rounds in turn | seconds (median) | ratio (median) |\n|---|---|---|`,
  );
  console.log(`| an app of cdk8s with one empty chart | ${median(rounds.map(({ empty }) => empty)).toFixed(2)} | 1 |`);
  console.log(
    `| \`main.ts\`: all stacks and alternatives | ${median(rounds.map(({ all }) => all)).toFixed(2)} | ${ratio.toFixed(2)} |`,
  );
}

function growth(): void {
  console.log(
    '\n| web applications with a Service | milliseconds | for each one, against 5,000 | peak memory, MiB |\n|---|---|---|---|',
  );
  const rows = SIZES.map((size) => ({
    size,
    ...(JSON.parse(run('test/bench/growth.ts', String(size)).stdout) as { mean: number; peak: number }),
  }));
  const last = rows[rows.length - 1] as (typeof rows)[number];
  for (const { size, mean, peak } of rows) {
    const share = mean / size / (last.mean / last.size);
    console.log(
      `| ${size.toLocaleString('en')} | ${mean.toFixed(0)} | ${share.toFixed(2)} | ${(peak / 2 ** 20).toFixed(0)} |`,
    );
  }
}

start();
growth();
rmSync(join(outdir, '..'), { recursive: true });
