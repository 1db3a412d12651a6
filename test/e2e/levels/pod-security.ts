import type { Cluster } from '../cluster';
import { OWN_NAMESPACE } from '../cluster';
import { type Journal, NotShown } from '../journal';
import { nameOf } from '../live';
import { type PodTemplate, podTemplates, type Subject } from '../subject';

/** A Namespace that enforces `restricted` lets every pod of the file in. */
export async function podSecurity(subject: Subject, cluster: Cluster, journal: Journal): Promise<boolean> {
  const templates = podTemplates(subject);
  if (templates.length === 0) return true;
  return journal.prove(subject.name, 'rolled out', 'Pod Security restricted lets the pods in', async () => {
    for (const { owner, template } of templates) {
      const refusal = await refusalOf(template, cluster);
      if (refusal !== undefined) throw new NotShown(`${nameOf(owner)}: ${refusal}`);
    }
    return templates.map(({ owner }) => nameOf(owner)).join(', ');
  });
}

/** The same Namespace keeps a privileged pod out; without this the proof above would say nothing. */
export function keepsPrivilegedOut(cluster: Cluster, journal: Journal): Promise<boolean> {
  return journal.prove('-', 'cluster', 'Pod Security restricted keeps a privileged pod out', async () => {
    const container = { name: 'root', image: 'busybox:1.37.0', securityContext: { privileged: true } };
    const refusal = await refusalOf({ spec: { containers: [container] } }, cluster);
    if (refusal === undefined || !refusal.includes('restricted')) throw new NotShown(refusal ?? 'it was let in');
    return 'refused';
  });
}

async function refusalOf({ metadata, spec }: PodTemplate, cluster: Cluster): Promise<string | undefined> {
  // The account is not in this Namespace, and Pod Security does not look at it.
  const { serviceAccountName: _, ...rest } = spec as PodTemplate['spec'] & { serviceAccountName?: string };
  const volumes = [...(spec.volumes ?? []), ...claimed(spec).map((name) => ({ name, emptyDir: {} }))];
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { generateName: 'security-', namespace: OWN_NAMESPACE, labels: metadata?.labels },
    spec: { ...rest, volumes },
  };
  const { code, stderr } = await cluster.kubectl.try(['create', '--dry-run=server', '-f', '-'], {
    input: JSON.stringify(pod),
  });
  return code === 0 ? undefined : stderr.trim();
}

// What is mounted and no volume is a claim of a StatefulSet.
function claimed({ containers, volumes = [] }: PodTemplate['spec']): string[] {
  const mounted = containers.flatMap(({ volumeMounts = [] }) => volumeMounts.map(({ name }) => name));
  return mounted.filter((name) => !volumes.some((volume) => volume.name === name));
}
