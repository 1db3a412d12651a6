import type { Cluster } from '../cluster';
import { expectedWarning } from '../expected';
import { CannotShow, type Journal, NotShown } from '../journal';
import { type Live, nameOf } from '../live';
import type { Subject } from '../subject';
import { until } from '../wait';

/** Who applies in a run; what it applied can be told from everything else. */
export const FIELD_MANAGER = 'kind-stacks-e2e';

/** The API server takes the file, strictly and without a warning, and a second time changes nothing. */
export async function accepted(subject: Subject, cluster: Cluster, journal: Journal): Promise<boolean> {
  const { kubectl } = cluster;
  const apply = () =>
    kubectl.try(
      [
        'apply',
        '--server-side',
        `--field-manager=${FIELD_MANAGER}`,
        '--validate=strict',
        '-o',
        'json',
        '-f',
        subject.file,
      ],
      { seconds: 120 },
    );
  let first: Live[] = [];
  const prove = (proof: string, run: () => Promise<string>) => journal.prove(subject.name, 'accepted', proof, run);

  const there = await prove('server-side apply with strict validation', async () => {
    const missing = unserved(subject, cluster);
    if (missing.length > 0) throw new CannotShow(`not served here: ${missing.join(', ')}`);
    const { code, stdout, stderr } = await apply();
    if (code !== 0) throw new NotShown(stderr.trim());
    refuseWarnings(stderr);
    first = itemsOf(stdout);
    return `${first.length} objects, no warning`;
  });
  if (!there) return false;

  const same = await prove('a second apply changes nothing', async () => {
    const { code, stdout, stderr } = await apply();
    if (code !== 0) throw new NotShown(stderr.trim());
    const before = new Map(first.map((object) => [nameOf(object), ours(object)]));
    const changed = itemsOf(stdout).filter((object) => ours(object) !== before.get(nameOf(object)));
    if (changed.length > 0) throw new NotShown(`applied again, these changed: ${changed.map(nameOf).join(', ')}`);
    return `${first.length} objects as before`;
  });

  const settled = await prove('kubectl diff is empty', async () => {
    const args = ['diff', '--server-side', `--field-manager=${FIELD_MANAGER}`, '-f', subject.file];
    // A controller may write between the two looks of a diff; what is really different is so again.
    await until(15, async () => {
      const { code, stdout, stderr } = await kubectl.try(args, { seconds: 120 });
      return code === 0 ? undefined : (stdout || stderr).trim().split('\n').slice(0, 20).join('\n');
    });
    return 'no difference';
  });
  return same && settled;
}

function unserved({ manifests }: Subject, { served }: Cluster): string[] {
  const kinds = new Set(manifests.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`));
  return [...kinds].filter((kind) => !served.has(kind));
}

function refuseWarnings(stderr: string): void {
  const warnings = stderr.split('\n').filter((line) => line.startsWith('Warning:'));
  const unexpected = warnings.filter((line) => expectedWarning(line) === undefined);
  if (unexpected.length > 0) throw new NotShown(unexpected.join('\n'));
}

function itemsOf(json: string): Live[] {
  const parsed = JSON.parse(json) as Live & { items?: Live[] };
  return parsed.items ?? [parsed];
}

// Controllers write to the same objects; what we did is in our own entry, whose time moves when a value does.
function ours({ metadata }: Live): string {
  const entry = metadata.managedFields?.find(
    ({ manager, operation }) => manager === FIELD_MANAGER && operation === 'Apply',
  );
  return JSON.stringify([metadata.generation, entry]);
}
