import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { COURSE, install } from '../../cli/add-ons';
import { deleteCluster, kindCluster } from '../../cli/kind-cluster';
import { Kubectl } from '../../cli/kubectl';
import { Plan } from '../../cli/plan';
import { docker, kindProgram, kubectlProgram, type NeededProgram } from '../../cli/programs';
import type { Surroundings } from '../../cli/surroundings';
import { networkOfKind } from '../../cli/synthesis';
import { kind } from '../../platform/kind';
import { CannotRun } from './cannot-run';

/** The cluster that a run uses, and how to give it back. */
export interface Target {
  readonly kubeconfig: string;
  /** Settings of the stacks that follow from the cluster. */
  readonly environment: NodeJS.ProcessEnv;
  /** Takes a cluster away that was made for the run. */
  readonly end: () => Promise<void>;
}

/** Name of the kind cluster that is made for a run and taken away after it. */
export const KIND_CLUSTER = 'kind-stacks-e2e';

/**
 * The cluster of `E2E_KUBECONFIG`, or else a new one of kind. Never the one that kubectl speaks to by itself: a run
 * deletes what it applied.
 *
 * @param kubernetes minor of a new cluster; the newest if none is named
 */
export async function target(
  surroundings: Surroundings,
  kubernetes: string | undefined,
  say: (line: string) => void,
): Promise<Target> {
  const { environment } = surroundings;
  const kubeconfig = environment.E2E_KUBECONFIG;
  if (kubeconfig) {
    await refuseWithout([kubectlProgram(undefined)], surroundings, 'no run');
    if (!existsSync(kubeconfig))
      throw new CannotRun(
        `E2E_KUBECONFIG names '${kubeconfig}', which is no file: give it the kubeconfig of a cluster for tests`,
      );
    if (kubernetes !== undefined)
      throw new CannotRun('--kubernetes is for a new kind cluster, and E2E_KUBECONFIG names another one');
    return { kubeconfig, environment, end: async () => {} };
  }
  await refuseWithout([docker, kindProgram, kubectlProgram(kubernetes)], surroundings, 'no cluster to run on');
  return newCluster(surroundings, minorOf(kubernetes), say);
}

async function refuseWithout(
  programs: readonly NeededProgram[],
  surroundings: Surroundings,
  what: string,
): Promise<void> {
  const findings = await Promise.all(
    programs.map(async ({ command, judge }) => judge(await command.try(surroundings))),
  );
  const missing = findings.filter(({ level }) => level === 'stop').map((found) => `  ${found.what}. ${found.remedy}`);
  if (missing.length > 0)
    throw new CannotRun(
      [`${what}:`, ...missing, 'Or set E2E_KUBECONFIG to the kubeconfig of a cluster for tests.'].join('\n'),
    );
}

function minorOf(kubernetes: string | undefined): keyof typeof kind.nodeImages | undefined {
  if (kubernetes === undefined || kubernetes in kind.nodeImages) return kubernetes as keyof typeof kind.nodeImages;
  throw new CannotRun(`there is no '${kubernetes}'; --kubernetes is one of ${Object.keys(kind.nodeImages).join(', ')}`);
}

async function newCluster(
  { environment, signal }: Surroundings,
  kubernetes: keyof typeof kind.nodeImages | undefined,
  say: (line: string) => void,
): Promise<Target> {
  const folder = mkdtempSync(join(tmpdir(), 'kind-stacks-e2e-'));
  // A file of its own: kind would make its cluster the current context of the user.
  const kubeconfig = join(folder, 'kubeconfig');
  const own: NodeJS.ProcessEnv = { ...environment, KUBECONFIG: kubeconfig };
  const outlasting = { environment: own, signal: new AbortController().signal };
  const end = async () => {
    say(`deleting the kind cluster ${KIND_CLUSTER}`);
    await deleteCluster(KIND_CLUSTER).try(outlasting);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const kubectl = new Kubectl(`kind-${KIND_CLUSTER}`);
    const options = { name: KIND_CLUSTER, sixNodes: false, config: configIn(folder), timeout: '5m' };
    const plan = new Plan([
      ...kindCluster({ ...options, ...(kubernetes && { kubernetes }) }, kubectl),
      ...COURSE.map((addOn) => install(addOn, kubectl, '10m')),
    ]);
    await plan.run({ environment: own, signal }, { say, meanwhile: () => {} });
    const network = own.KIND_STACKS_NETWORK || (await networkOfKind.run(outlasting)).trim();
    return {
      kubeconfig,
      environment: { ...own, ...(network !== kind.network && { KIND_STACKS_NETWORK: network }) },
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

// On Linux the nodes are reached at their own addresses, so the ports of this machine may belong to another cluster.
function configIn(folder: string): string {
  if (process.platform !== 'linux') return kind.config;
  const config = parse(readFileSync(kind.config, 'utf8')) as { nodes: { extraPortMappings?: unknown }[] };
  for (const node of config.nodes) delete node.extraPortMappings;
  const file = join(folder, 'kind.yaml');
  writeFileSync(file, stringify(config));
  return file;
}
