import type { Manifest } from '../../../constructs';
import type { Cluster } from '../cluster';
import { NotShown } from '../journal';
import { type Pod, podNamedIn, type Service, selects } from '../live';
import { type Request, send } from '../request';
import { namespaceOf, podTemplates, type Subject } from '../subject';
import { until } from '../wait';
import { authority } from './certificates';
import { ingressEntry } from './entry';
import type { Proof } from './proof';
import { type Expectation, ingressTraffic } from './traffic';

/** Through the ingress controller each path is answered by a pod of its Service, and each canary takes its part. */
export function routes(subject: Subject, others: readonly Manifest[]): Proof[] {
  return ingressTraffic(subject, others).map((expectation) => ({
    shows: expectation.shows,
    prove: async (cluster) => {
      const entry = await ingressEntry(cluster);
      const port = expectation.tls ? entry.https : entry.http;
      // Whether the certificate is right for its host is a proof of its own.
      const tls = expectation.tls ? { ca: await authority(expectation.host ?? '', subject, cluster) } : undefined;
      return sendAll(expectation, { address: entry.address, port, ...(tls && { tls }) }, subject, cluster);
    },
  }));
}

/** Sends what an expectation says and counts by whom it was answered. */
export async function sendAll(
  expectation: Expectation,
  entry: Pick<Request, 'address' | 'port' | 'tls'>,
  subject: Subject,
  cluster: Cluster,
): Promise<string> {
  const { host = entry.address, path, headers, namespace, times } = expectation;
  const target = { ...entry, host, path, headers };
  const who = new Answerers(
    await cluster.kubectl.list<Service>('-n', namespace, 'services'),
    await cluster.kubectl.list<Pod>('-n', namespace, 'pods'),
    subject,
  );
  let seen = '';
  // The controller takes a moment to hear of an Ingress. A share is random: it gets no more than three chances.
  let chances = expectation.random ? 3 : Number.POSITIVE_INFINITY;
  await until(40, async () => {
    const counts = new Map<string, number>();
    for (let sent = 0; sent < times; sent += 1) {
      const response = await send(target).catch((error: Error) => ({ status: 0, body: error.message }));
      const name = response.status === 200 ? who.answered(response.body, expectation) : `status ${response.status}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    seen = [...counts].map(([name, count]) => `${name}: ${count}`).join(', ');
    if (matches(counts, expectation)) return undefined;
    chances -= 1;
    const reason = `answered by ${seen}; wanted ${wanted(expectation)}`;
    if (chances === 0) throw new NotShown(reason);
    return reason;
  });
  return seen;
}

function matches(counts: ReadonlyMap<string, number>, { answers }: Expectation): boolean {
  const stranger = [...counts.keys()].some((name) => !answers.has(name));
  return (
    !stranger &&
    [...answers].every(([name, [least, most]]) => (counts.get(name) ?? 0) >= least && (counts.get(name) ?? 0) <= most)
  );
}

function wanted({ answers }: Expectation): string {
  return [...answers]
    .map(([name, [least, most]]) => `${name}: ${least === most ? least : `${least} to ${most}`}`)
    .join(', ');
}

/** Tells from a page which Service it came through: the pods say in it who they are. */
class Answerers {
  constructor(
    private readonly services: readonly Service[],
    private readonly pods: readonly Pod[],
    private readonly subject: Subject,
  ) {}

  public answered(body: string, { answers, namespace }: Expectation): string {
    const pod = podNamedIn(body, this.pods);
    const candidates = [...answers.keys()];
    if (pod === undefined) {
      const [only] = candidates;
      const silent = candidates.length === 1 && only !== undefined && !this.saysWho(only, namespace);
      return silent ? only : 'a page that names no pod';
    }
    const found = candidates.find((name) =>
      this.services.some(({ metadata, spec }) => metadata.name === name && selects(spec.selector, pod.metadata.labels)),
    );
    return found ?? pod.metadata.name;
  }

  // The init container of a web pod writes the name of the pod into the page.
  private saysWho(service: string, namespace: string): boolean {
    const selector = this.services.find(({ metadata }) => metadata.name === service)?.spec.selector;
    return podTemplates(this.subject).some(
      ({ owner, template }) =>
        namespaceOf(owner) === namespace &&
        selects(selector, template.metadata?.labels) &&
        JSON.stringify(template.spec.initContainers ?? []).includes('$(hostname)'),
    );
  }
}
