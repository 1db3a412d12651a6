import type { Kubectl } from './kubectl';

// What comes and goes by itself: notes, signs of life, measurements.
const PASSING = [
  'events',
  'events.events.k8s.io',
  'leases.coordination.k8s.io',
  'pods.metrics.k8s.io',
  'nodes.metrics.k8s.io',
];

/** Every object of a cluster, as `Kind namespace/name`. */
export async function snapshot(kubectl: Kubectl): Promise<Set<string>> {
  const resources = (await kubectl.run(['api-resources', '--verbs=list', '-o', 'name'])).trim().split('\n');
  const template = '{range .items[*]}{.kind} {.metadata.namespace}/{.metadata.name}{"\\n"}{end}';
  const kinds = resources.filter((resource) => !PASSING.includes(resource)).join(',');
  const text = await kubectl.run(['get', kinds, '-A', '-o', `jsonpath=${template}`], { seconds: 120 });
  return new Set(text.trim().split('\n'));
}

/** What is in one and not in the other, in words; nothing if both are the same. */
export function difference(before: ReadonlySet<string>, after: ReadonlySet<string>): string | undefined {
  const come = [...after].filter((object) => !before.has(object)).sort();
  const gone = [...before].filter((object) => !after.has(object)).sort();
  const words = [...come.map((object) => `left: ${object}`), ...gone.map((object) => `gone: ${object}`)];
  return words.length === 0 ? undefined : words.join('; ');
}
