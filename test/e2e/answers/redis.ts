import type { Cluster } from '../cluster';
import { NotShown } from '../journal';
import { nameOf, type Pod, selects } from '../live';
import { namespaceOf, podTemplates, type Subject } from '../subject';
import { within } from '../within';
import type { Proof } from './proof';

const ADDRESS = 'REDIS_ADDR';

/** Redis answers a PING at the address that its client has. */
export function redis(subject: Subject): Proof[] {
  return podTemplates(subject).flatMap(({ owner, template }) => {
    const container = template.spec.containers.find(({ env }) => env?.some(({ name }) => name === ADDRESS));
    const address = container?.env?.find(({ name }) => name === ADDRESS)?.value;
    if (container === undefined || address === undefined) return [];
    return [
      {
        shows: `a PING from ${nameOf(owner)} reaches Redis at ${address}`,
        prove: async (cluster: Cluster) => {
          cluster.needs('running pods');
          const pods = await cluster.kubectl.list<Pod>('-n', namespaceOf(owner), 'pods');
          const pod = pods.find(({ metadata }) => selects(template.metadata?.labels, metadata.labels));
          if (pod === undefined) throw new NotShown('no pod of it is there');
          const ping = `printf 'PING\\r\\nQUIT\\r\\n' | nc -w 5 "\${${ADDRESS}%:*}" "\${${ADDRESS}##*:}"`;
          const answer = (await within(pod, container.name, ping, cluster)).trim();
          if (!answer.startsWith('+PONG')) throw new NotShown(`it answers '${answer}'`);
          return 'PONG';
        },
      },
    ];
  });
}
