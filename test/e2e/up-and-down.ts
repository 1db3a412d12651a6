import { type SpawnOptionsWithoutStdio, spawn } from 'node:child_process';
import { join } from 'node:path';
import { FIELD_MANAGER } from '../../cli/kubectl';
import { PART_OF } from '../../constructs';
import type { Cluster } from './cluster';
import { type Journal, NotShown } from './journal';
import type { Live } from './live';
import { difference, snapshot } from './snapshot';
import { until } from './wait';

const ROOT = join(__dirname, '../..');

/** A stack that needs another one goes up and down here, and one that leaves a claim behind where there is storage. */
const WEB = 'web';
const MINIO = 'minio';

/** What `npm run up` prints works on a cluster, and so do `up` and `down` themselves. */
export async function upAndDown(cluster: Cluster, journal: Journal, environment: NodeJS.ProcessEnv): Promise<void> {
  const { kubectl } = cluster;
  const stacks = cluster.has('storage') ? [WEB, MINIO] : [WEB];
  const context = (await kubectl.run(['config', 'current-context'])).trim();
  const env = { ...environment, KUBECONFIG: kubectl.kubeconfig };
  const ending = kubectl.signal && { signal: kubectl.signal, killSignal: 'SIGKILL' as const };
  const before = await snapshot(kubectl);
  const prove = (proof: string, run: () => Promise<string>) => journal.prove('-', 'cluster', proof, run);
  const cli = (...args: readonly string[]) =>
    run(['node', '-r', 'tsx/cjs', 'cli/main.ts', ...args, '--context', context], { env, ...ending });

  const printed = await prove('a shell runs what up --plan prints', async () => {
    const plan = await cli('up', ...stacks, '--plan');
    const lines = plan.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    await run(['sh', '-e'], { env, ...ending }, plan);
    return `${lines.length} commands`;
  });
  if (!printed) return;

  await prove('up runs again without harm, and takes away what an earlier run left', async () => {
    await kubectl.run(['apply', '--server-side', `--field-manager=${FIELD_MANAGER}`, '-f', '-'], {
      input: note('left'),
    });
    await kubectl.run(['apply', '--server-side', '--field-manager=somebody', '-f', '-'], { input: note('foreign') });
    await cli('up', ...stacks);
    const notes = await kubectl.list<Live>('configmaps', '-l', `${PART_OF}=${WEB}`);
    const names = notes.map(({ metadata }) => metadata.name).join();
    await kubectl.run(['delete', 'configmap', 'foreign']);
    if (names !== 'foreign') throw new NotShown(`of the ConfigMaps 'left' (ours) and 'foreign' there are: ${names}`);
    return 'an object of ours that is in no file is gone, that of somebody else is there';
  });

  await prove('down takes away what up applied, and what Kubernetes keeps of it', async () => {
    await cli('down');
    // What was on its way out before may be gone by now; nothing may have come.
    await until(60, async () => {
      const after = await snapshot(kubectl);
      return difference(new Set([...before].filter((object) => after.has(object))), after);
    });
    return 'the cluster is as before up';
  });
}

function note(name: string): string {
  const labels = { [PART_OF]: WEB };
  return JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'default', labels } });
}

/** Runs a program of the repository to its end; a failure is an error with what it said. */
function run([program, ...args]: readonly string[], options: SpawnOptionsWithoutStdio, input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program as string, args, { cwd: ROOT, timeout: 600_000, ...options });
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const)
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        said[stream] += text;
      });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve(said.stdout)
        : reject(new NotShown(`${program} ${args.join(' ')} ended with ${code}: ${said.stderr.trim()}`)),
    );
    child.stdin.end(input);
  });
}
