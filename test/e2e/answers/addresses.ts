import type { Manifest } from '../../../constructs';
import type { Cluster } from '../cluster';
import { NotShown } from '../journal';
import { isReady, nameOf, type Pod, selects } from '../live';
import { namespaceOf, type PodTemplate, podTemplates, type Subject } from '../subject';
import { within } from '../within';
import type { Proof } from './proof';

const ABSENT = 'kind-stacks/acknowledge.address-unknown';

/** Every address in the environment of a container is reached from its pod, but those declared absent, which nobody has. */
export function addresses(subject: Subject): Proof[] {
  return podTemplates(subject).flatMap(({ owner, template }) => {
    const names = addressesOf(template);
    if (names.length === 0) return [];
    return [
      {
        shows: `${nameOf(owner)} reaches ${names.length === 1 ? names[0] : `${names.length} addresses`}`,
        prove: (cluster: Cluster) => prove(owner, template, names, cluster),
      },
    ];
  });
}

function addressesOf(template: PodTemplate): string[] {
  const env = template.spec.containers.flatMap((container) => container.env ?? []);
  return env.filter(({ name, value }) => name.endsWith('_ADDR') && value?.includes(':')).map(({ name }) => name);
}

async function prove(
  owner: Manifest,
  template: PodTemplate,
  names: readonly string[],
  cluster: Cluster,
): Promise<string> {
  cluster.needs('running pods');
  const pods = await cluster.kubectl.list<Pod>('-n', namespaceOf(owner), 'pods');
  const pod = pods.find((one) => isReady(one) && selects(template.metadata?.labels, one.metadata.labels));
  const [container] = template.spec.containers;
  if (pod === undefined || container === undefined) throw new NotShown('no pod of it is ready');
  const declared = owner.metadata.annotations?.[ABSENT] ?? '';
  const lines = (await within(pod, container.name, script(names), cluster)).trim().split('\n');
  const found = new Map(lines.map((line) => line.split(' ') as [string, string]));
  const wrong = names.filter((name) => found.get(name) !== (declared.includes(`${name}:`) ? 'unresolved' : 'reached'));
  if (wrong.length > 0)
    throw new NotShown(wrong.map((name) => `${name} is ${found.get(name) ?? 'not asked'}`).join(', '));
  return names.map((name) => `${name} ${found.get(name)}`).join(', ');
}

// Names of variables are those of a manifest that the API server took: letters, digits and underscores here. A server
// that waits for the client to speak first keeps the connection until `timeout` ends it: that is reached too. The
// kubelet makes one dollar of two, so there is no $$.
function script(names: readonly string[]): string {
  return `search=$(sed -n 's/^search \\([^ ]*\\).*/\\1/p' /etc/resolv.conf)
for name in ${names.join(' ')}; do
  eval "address=\\\${$name}"
  host=\${address%:*}
  if ! nslookup -type=a "$host.$search" > /dev/null 2>&1; then echo "$name unresolved"; continue; fi
  timeout 6 nc -w 3 "$host" "\${address##*:}" < /dev/null > /dev/null 2>&1
  case $? in 0|124|143) echo "$name reached" ;; *) echo "$name refused" ;; esac
done`;
}
