import { type Cluster, PROBE_IMAGE } from './cluster';
import { NotShown } from './journal';
import type { Pod } from './live';
import { until } from './wait';

let count = 0;

/**
 * Runs a script beside a container of a pod: with its environment, in its network, under its policies. Images of
 * services have no shell; the script runs in a container of its own that is added to the pod.
 *
 * @param container whose environment the script has
 */
export async function within(pod: Pod, container: string, script: string, cluster: Cluster): Promise<string> {
  const { kubectl } = cluster;
  const { name, namespace = 'default' } = pod.metadata;
  count += 1;
  const added = `e2e-${process.pid}-${count}`;
  const beside = {
    name: added,
    image: PROBE_IMAGE,
    command: ['sh', '-c', script],
    env: pod.spec.containers.find((one) => one.name === container)?.env ?? [],
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      runAsNonRoot: true,
      runAsUser: 1000,
      seccompProfile: { type: 'RuntimeDefault' },
    },
  };
  const patch = JSON.stringify({ spec: { ephemeralContainers: [beside] } });
  await kubectl.run(['-n', namespace, 'patch', 'pod', name, '--subresource=ephemeralcontainers', '--patch', patch]);
  await until(90, async () => {
    const [now] = await kubectl.list<Pod>('-n', namespace, 'pod', name);
    if (now === undefined) throw new NotShown(`Pod ${namespace}/${name} is gone`);
    const state = now.status.ephemeralContainerStatuses?.find((status) => status.name === added)?.state;
    return state?.terminated ? undefined : `the script beside Pod ${namespace}/${name} does not end`;
  });
  return kubectl.run(['-n', namespace, 'logs', name, '-c', added]);
}
