import { leftBehind } from '../../../cli/left-behind';
import { PART_OF } from '../../../constructs';
import type { Cluster } from '../cluster';
import type { Journal } from '../journal';
import { type Live, nameOf } from '../live';
import type { Subject } from '../subject';
import { until } from '../wait';

/** Deleting the file takes away all of it but what Kubernetes keeps on purpose; that goes by name. */
export function deleted(subject: Subject, cluster: Cluster, journal: Journal): Promise<boolean> {
  return journal.prove(
    subject.name,
    'deleted',
    'leaves what Kubernetes keeps on purpose, and nothing else',
    async () => {
      const { kubectl } = cluster;
      await kubectl.run(['delete', '-f', subject.file, '--ignore-not-found', '--timeout=180s'], { seconds: 200 });
      const kinds = [...new Set(subject.manifests.map(({ kind, apiVersion }) => resourceOf(kind, apiVersion)))];
      await until(60, async () => {
        const rest = await kubectl.list<Live>(kinds.join(','), '-A', '-l', `${PART_OF}=${subject.name}`);
        return rest.length === 0 ? undefined : `still there: ${rest.map(nameOf).join(', ')}`;
      });
      const kept: string[] = [];
      for (const object of leftBehind(subject.manifests)) {
        const args = ['-n', object.namespace, object.kind.toLowerCase(), object.name];
        if ((await kubectl.list(...args)).length === 0) continue;
        kept.push(`${object.kind} ${object.namespace}/${object.name}`);
        await kubectl.run(['delete', ...args, '--timeout=60s'], { seconds: 70 });
      }
      return kept.length === 0 ? 'nothing is left' : `kept, and removed by name: ${kept.join(', ')}`;
    },
  );
}

// As kubectl takes it without a doubt: kind.version.group, or the kind alone for the core.
function resourceOf(kind: string, apiVersion: string): string {
  const [group, version] = apiVersion.split('/');
  return version === undefined ? kind : `${kind}.${version}.${group}`;
}
