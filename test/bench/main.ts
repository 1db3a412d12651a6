import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const ROUNDS = 15;
const SIZES = [100, 500, 1000, 2500, 5000];

const folder = mkdtempSync(join(tmpdir(), 'kind-stacks-'));

function run(
  script: string,
  output: string,
  ...args: readonly string[]
): { readonly seconds: number; readonly stdout: string } {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync('node', ['-r', 'tsx/cjs', script, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, CDK8S_OUTDIR: join(folder, output) },
  });
  if (status !== 0) throw new Error(`${script}: ${stderr}`);
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9, stdout };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}

let fresh = 0;

// Turn by turn, so that whatever else the machine does hits both alike.
function start(): void {
  const rounds = Array.from({ length: ROUNDS + 2 }, () => ({
    empty: run('test/bench/empty.ts', 'empty').seconds,
    same: run('main.ts', 'same').seconds,
    // A folder of its own each time, so that there is something new to look at.
    fresh: run('main.ts', `fresh-${fresh++}`).seconds,
  })).slice(2);
  const row = (what: string, which: 'same' | 'fresh') => {
    const ratio = median(rounds.map((round) => round[which] / round.empty));
    console.log(`| ${what} | ${median(rounds.map((round) => round[which])).toFixed(2)} | ${ratio.toFixed(2)} |`);
  };
  console.log(
    `\n| \`node -r tsx/cjs …\`, ${ROUNDS} rounds in turn | seconds (median) | ratio (median) |\n|---|---|---|`,
  );
  console.log(`| an app of cdk8s with one empty chart | ${median(rounds.map(({ empty }) => empty)).toFixed(2)} | 1 |`);
  row('`main.ts`: all stacks and alternatives, as they stand in the folder already', 'same');
  row('`main.ts`: the same, new: the checks look at all of it before it is written', 'fresh');
}

function growth(): void {
  console.log(
    '\n| web applications with a Service | milliseconds | for each one, against 5,000 | peak memory, MiB |\n|---|---|---|---|',
  );
  const rows = SIZES.map((size) => ({
    size,
    ...(JSON.parse(run('test/bench/growth.ts', 'growth', String(size)).stdout) as { mean: number; peak: number }),
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
rmSync(folder, { recursive: true });
