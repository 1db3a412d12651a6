import { createInterface } from 'node:readline';
import type { Manifest } from '../../../constructs';
import type { Cluster } from '../cluster';
import { type Journal, NotShown } from '../journal';
import { isReady, type Live, nameOf, type Pod } from '../live';
import { type Strategy, strategyOf } from '../strategy';
import { namespaceOf, type Subject } from '../subject';
import { until } from '../wait';
import { whyNotReady } from './readiness';

/** The pods of a Deployment at one moment of a rollout. */
export interface Moment {
  readonly old: number;
  readonly new: number;
  readonly ready: number;
  /** Old pods that are on their way out or gone already. */
  readonly oldLeaving: number;
}

/** What is wrong with the way in which pods came and went; undefined if all is as the strategy says. */
export function wrongOrder(strategy: Strategy, moments: readonly Moment[]): string | undefined {
  for (const moment of moments) {
    const wrong = RULES.find(({ broken }) => broken(moment, strategy));
    if (wrong === undefined) continue;
    const { old, new: fresh, ready, oldLeaving } = moment;
    return `${wrong.what(strategy)}: ${old} old and ${fresh} new pods, ${ready} ready, ${oldLeaving} old ones leaving`;
  }
  return undefined;
}

const RULES: readonly {
  readonly broken: (moment: Moment, strategy: Strategy) => boolean;
  readonly what: (strategy: Strategy) => string;
}[] = [
  {
    broken: (moment, { recreate }) => recreate && moment.new > 0 && moment.old > 0,
    what: () => 'a new pod came while old ones were there',
  },
  {
    broken: (moment, { recreate, replicas, surge }) => !recreate && moment.old + moment.new > replicas + surge,
    what: ({ replicas, surge }) => `more than ${replicas} + ${surge} pods`,
  },
  {
    broken: (moment, { recreate, replicas, unavailable }) => !recreate && moment.ready < replicas - unavailable,
    what: ({ replicas, unavailable }) => `fewer than ${replicas} - ${unavailable} ready pods`,
  },
  {
    // Blue-green.
    broken: (moment, { recreate, replicas, surge, unavailable }) =>
      !recreate && unavailable === 0 && surge >= replicas && moment.oldLeaving > 0 && moment.new < replicas,
    what: () => 'an old pod left before all new ones came',
  },
  {
    // Reverse.
    broken: (moment, { recreate, surge }) => !recreate && surge === 0 && moment.new > moment.oldLeaving,
    what: () => 'a new pod came before an old one left',
  },
];

/** While something in their template changes, the pods of each Deployment come and go as its strategy says. */
export async function rolloutOrder(
  subject: Subject,
  cluster: Cluster,
  journal: Journal,
  seconds: number,
): Promise<boolean> {
  let shown = true;
  const written = (manifest: Manifest) => (manifest.spec as { strategy?: unknown } | undefined)?.strategy !== undefined;
  for (const manifest of subject.manifests.filter((one) => one.kind === 'Deployment' && written(one))) {
    const passed = await journal.prove(subject.name, 'rolled out', `order of pods of ${nameOf(manifest)}`, async () => {
      const strategy = strategyOf(manifest);
      const moments = await watchRollout(manifest, cluster, seconds);
      const wrong = wrongOrder(strategy, moments);
      if (wrong !== undefined) throw new NotShown(wrong);
      return describe(strategy, moments);
    });
    shown = passed && shown;
  }
  return shown;
}

function describe({ replicas, surge, unavailable, recreate }: Strategy, moments: readonly Moment[]): string {
  const most = Math.max(...moments.map((moment) => moment.old + moment.new));
  const fewest = Math.min(...moments.map(({ ready }) => ready));
  const rule = recreate ? 'recreate' : `${replicas} + ${surge} - ${unavailable}`;
  return `${rule}: at most ${most} pods were there, at least ${fewest} were ready, in ${moments.length} moments`;
}

async function watchRollout(manifest: Manifest, cluster: Cluster, seconds: number): Promise<Moment[]> {
  const namespace = namespaceOf(manifest);
  const { selector, replicas = 1 } = manifest.spec as {
    selector: { matchLabels: Record<string, string> };
    replicas?: number;
  };
  const labels = Object.entries(selector.matchLabels).map(([key, value]) => `${key}=${value}`);
  const where = ['-n', namespace, 'pods', '-l', labels.join(',')];
  const before = new Set((await cluster.kubectl.list<Pod>(...where)).map(({ metadata }) => metadata.uid));

  const watch = cluster.kubectl.start(['get', ...where, '--watch', '--output-watch-events', '-o', 'json']);
  const pods = new Map<string, Pod>();
  const gone = new Set<string>();
  const moments: Moment[] = [];
  const see = ({ type, object }: { type: string; object: Pod }) => {
    const { uid } = object.metadata;
    if (type === 'DELETED') gone.add(uid);
    if (type === 'DELETED') pods.delete(uid);
    else pods.set(uid, object);
    if (pods.size >= replicas || moments.length > 0) moments.push(momentOf([...pods.values()], before, gone));
  };
  readEvents(watch.stdout as NodeJS.ReadableStream, see);
  try {
    await until(30, async () => (moments.length > 0 ? undefined : 'the watch does not start'), 0.2);
    await change(manifest, cluster);
    await until(seconds, async () => {
      const [deployment] = await cluster.kubectl.list<Live>('-n', namespace, 'deployment', manifest.metadata.name);
      return deployment === undefined ? 'it is gone' : whyNotReady(deployment);
    });
  } finally {
    watch.kill('SIGKILL');
  }
  return moments;
}

function momentOf(pods: readonly Pod[], before: ReadonlySet<string>, gone: ReadonlySet<string>): Moment {
  const stays = pods.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
  const old = pods.filter(({ metadata }) => before.has(metadata.uid));
  const leaving = old.filter(({ metadata }) => metadata.deletionTimestamp !== undefined).length;
  return {
    old: stays.filter(({ metadata }) => before.has(metadata.uid)).length,
    new: stays.filter(({ metadata }) => !before.has(metadata.uid)).length,
    ready: pods.filter(isReady).length,
    oldLeaving: leaving + [...before].filter((uid) => gone.has(uid)).length,
  };
}

// The same image by its full name is another image to a Deployment; one with a registry has no second name.
async function change(manifest: Manifest, cluster: Cluster): Promise<void> {
  const { containers } = (manifest.spec as { template: { spec: { containers: { name: string; image: string }[] } } })
    .template.spec;
  const [container] = containers;
  const short = container !== undefined && !container.image.includes('/');
  const template = short
    ? { spec: { containers: [{ name: container.name, image: `docker.io/library/${container.image}` }] } }
    : { metadata: { annotations: { 'kind-stacks/e2e': 'changed' } } };
  const target = ['-n', namespaceOf(manifest), 'patch', 'deployment', manifest.metadata.name];
  await cluster.kubectl.run([...target, '--patch', JSON.stringify({ spec: { template } })]);
}

// kubectl prints one event to a line.
function readEvents(stream: NodeJS.ReadableStream, see: (event: { type: string; object: Pod }) => void): void {
  createInterface({ input: stream }).on('line', (line) => see(JSON.parse(line)));
}
