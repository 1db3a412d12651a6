import type { Kubectl } from '../kubectl';
import { whyNotReady } from '../levels/readiness';
import { type Live, nameOf, type Pod } from '../live';
import { namespaceOf, type Subject } from '../subject';
import { warningsOf } from '../warnings';

const EVENTS = 8;
const LOG_LINES = 8;

/** What somebody would look at first when a stack fails: objects that are late, warnings, the end of their logs. */
export async function diagnosisOf(subject: Subject, kubectl: Kubectl): Promise<string[]> {
  const lines: string[] = [];
  const objects = await kubectl.list<Live>('-f', subject.file).catch(() => []);
  for (const object of objects) {
    const reason = whyNotReady(object);
    if (reason !== undefined) lines.push(reason);
  }
  lines.push(...(await warningsOf(subject, kubectl)).slice(-EVENTS));
  for (const namespace of new Set(subject.manifests.map(namespaceOf)))
    lines.push(...(await logsIn(namespace, subject, kubectl)));
  return lines;
}

async function logsIn(namespace: string, subject: Subject, kubectl: Kubectl): Promise<string[]> {
  const pods = await kubectl.list<Pod>('-n', namespace, 'pods').catch(() => []);
  const late = pods.filter((pod) => whyNotReady(pod) !== undefined && isOf(pod, subject)).slice(0, 3);
  const logs = late.map(async (pod) => {
    const args = ['-n', namespace, 'logs', pod.metadata.name, '--all-containers', `--tail=${LOG_LINES}`];
    const { stdout, stderr } = await kubectl.try(args, { seconds: 20 });
    return `log of ${nameOf(pod)}:\n${(stdout || stderr).trimEnd()}`;
  });
  return Promise.all(logs);
}

// Pods in a Namespace of its own are all of the stack; elsewhere their workload is named like them.
function isOf({ metadata }: Pod, { name, manifests }: Subject): boolean {
  return metadata.namespace === name || manifests.some((manifest) => metadata.name.startsWith(manifest.metadata.name));
}
