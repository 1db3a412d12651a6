import { leftBehind } from '../../cli/left-behind';
import { OWN_NAMESPACE } from './cluster';
import type { Kubectl } from './kubectl';
import { type Live, nameOf } from './live';
import { namespaceOf, type Subject } from './subject';

/** Label of Namespaces that a run makes for itself. */
export const OWN_LABEL = 'kind-stacks/e2e';

/** Objects of the stacks that are in the cluster before the run: somebody else's. */
export async function foreign(subjects: readonly Subject[], kubectl: Kubectl): Promise<string[]> {
  return [...(await objectsOf(subjects, kubectl)), ...(await keptOf(subjects, kubectl))].map(nameOf);
}

/**
 * Takes away everything that a run applied or made, and what Kubernetes kept of it. A run begins only where nothing of
 * the stacks is there, so all of it is of the run.
 */
export async function clean(subjects: readonly Subject[], kubectl: Kubectl): Promise<void> {
  const own = ['delete', 'namespaces', '-l', OWN_LABEL, '--ignore-not-found', '--wait=false'];
  await kubectl.try(own, { seconds: 60 });
  await remove((await objectsOf(subjects, kubectl)).reverse(), kubectl);
  await remove(await keptOf(subjects, kubectl), kubectl);
  await kubectl.try(['wait', '--for=delete', 'namespaces', '-l', OWN_LABEL, '--timeout=120s'], { seconds: 130 });
}

/** The Namespace of the run, which lets restricted pods in alone. */
export async function makeOwnNamespace(kubectl: Kubectl): Promise<void> {
  const labels = { [OWN_LABEL]: 'run', 'pod-security.kubernetes.io/enforce': 'restricted' };
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: OWN_NAMESPACE, labels } };
  await kubectl.run(['apply', '-f', '-'], { input: JSON.stringify(namespace) });
}

async function objectsOf(subjects: readonly Subject[], kubectl: Kubectl): Promise<Live[]> {
  const files = subjects.flatMap(({ file }) => ['-f', file]);
  // Kinds that are not served are errors, and the others are found all the same.
  const { code, stdout, stderr } = await kubectl.try(['get', ...files, '--ignore-not-found', '-o', 'json'], {
    seconds: 120,
  });
  if (code !== 0 && !/no matches for kind/.test(stderr))
    throw new Error(`the cluster cannot be looked at: ${stderr.trim()}`);
  if (stdout.trim() === '') return [];
  const parsed = JSON.parse(stdout) as Live & { items?: Live[] };
  return parsed.items ?? [parsed];
}

async function keptOf(subjects: readonly Subject[], kubectl: Kubectl): Promise<Live[]> {
  const namespaces = new Set(subjects.flatMap(({ manifests }) => manifests.map(namespaceOf)));
  const wanted = new Set(subjects.flatMap(({ manifests }) => leftBehind(manifests)).map((object) => key(object)));
  if (wanted.size === 0 || namespaces.size === 0) return [];
  const all = await kubectl.list<Live>('secrets,persistentvolumeclaims', '-A');
  return all.filter(({ kind, metadata }) => wanted.has(key({ kind, ...metadata })));
}

function key({ kind, namespace, name }: { kind: string; namespace?: string; name: string }): string {
  return `${kind} ${namespace}/${name}`;
}

async function remove(objects: readonly Live[], kubectl: Kubectl): Promise<void> {
  if (objects.length === 0) return;
  const input = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
  await kubectl.try(['delete', '-f', '-', '--ignore-not-found', '--timeout=150s'], { input, seconds: 170 });
}
