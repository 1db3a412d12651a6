import type { Manifest } from '../../../constructs';
import { Cluster } from '../cluster';
import { GUARDED } from '../expected';
import { CannotShow, NotShown } from '../journal';
import { podsBehind } from '../levels/endpoints';
import { type LiveContainer, nameOf, type Pod, podNamedIn, type Service } from '../live';
import { send } from '../request';
import { namespaceOf, podTemplates, type Subject } from '../subject';
import { until } from '../wait';
import type { Proof } from './proof';

/** Every Service answers on every TCP port, in each of the ways in which it can be reached. */
export function services(subject: Subject): Proof[] {
  const guarded = subject.manifests.some(({ kind }) => kind === 'NetworkPolicy');
  return subject.manifests
    .filter(({ kind, spec }) => kind === 'Service' && ownPods(spec, subject))
    .flatMap((manifest) =>
      waysTo(manifest).map(({ way, prove }) => ({
        shows: `${nameOf(manifest)} answers ${way}`,
        prove: async (cluster) => {
          cluster.needs('running pods');
          if (guarded) throw new CannotShow(GUARDED);
          return prove(await look(manifest, cluster), cluster);
        },
      })),
    );
}

// Services to the pods of the cluster itself have proofs of their own.
function ownPods(spec: unknown, subject: Subject): boolean {
  const { selector = {} } = spec as { selector?: Record<string, string> };
  return podTemplates(subject).some(({ template }) =>
    Object.entries(selector).every(([key, value]) => template.metadata?.labels?.[key] === value),
  );
}

interface Seen {
  readonly service: Service;
  readonly pods: readonly Pod[];
}

interface Way {
  readonly way: string;
  readonly prove: (seen: Seen, cluster: Cluster) => Promise<string>;
}

async function look(manifest: Manifest, cluster: Cluster): Promise<Seen> {
  const namespace = namespaceOf(manifest);
  const [service] = await cluster.kubectl.list<Service>('-n', namespace, 'service', manifest.metadata.name);
  if (service === undefined) throw new NotShown('the Service is not there');
  return { service, pods: podsBehind(service, await cluster.kubectl.list<Pod>('-n', namespace, 'pods')) };
}

function waysTo({ spec }: Manifest): Way[] {
  const { type, clusterIP } = spec as { type?: string; clusterIP?: string };
  if (clusterIP === 'None') return [{ way: 'under the names of its pods', prove: byNames }];
  const inside = { way: 'inside the cluster', prove: inCluster };
  return type === 'LoadBalancer'
    ? [inside, { way: 'at the address of a load balancer', prove: fromOutside }]
    : [inside];
}

async function inCluster({ service, pods }: Seen, cluster: Cluster): Promise<string> {
  const { name, namespace } = service.metadata;
  const seen = [];
  for (const { port } of tcpPorts(service)) seen.push(await ask(`${name}.${namespace}`, port, service, pods, cluster));
  return seen.join(', ');
}

async function byNames({ service, pods }: Seen, cluster: Cluster): Promise<string> {
  const { name, namespace } = service.metadata;
  const addresses = pods.map(({ status }) => status.podIP ?? '').sort();
  let found: string[] = [];
  await until(30, async () => {
    found = await resolve(`${name}.${namespace}.svc.cluster.local`, cluster);
    return found.join() === addresses.join()
      ? undefined
      : `resolves to ${found.join(' ') || 'nothing'}, not to ${addresses.join(' ')}`;
  });
  const seen = [];
  for (const { port } of tcpPorts(service))
    for (const address of found) seen.push(await ask(address, port, service, pods, cluster));
  return `${seen.length} pods: ${seen.join(', ')}`;
}

async function fromOutside({ service, pods }: Seen, cluster: Cluster): Promise<string> {
  cluster.needs('load balancers', 'a route to the nodes');
  const address = Cluster.addressOf(service);
  if (address === undefined) throw new NotShown('it has no address');
  const [path, headers] = httpOf(pods) ?? ['/', {}];
  const seen: string[] = [];
  for (const { port } of tcpPorts(service))
    await until(30, async () => {
      const { status, body } = await send({ address, port, path, headers }).catch((error: Error) => ({
        status: 0,
        body: error.message,
      }));
      seen.push(`${address}:${port} ${whoAnswered(body, pods)}`);
      return status === 200 ? undefined : `${address}:${port}${path} gives ${status || body}`;
    });
  return seen.at(-1) ?? 'no TCP port';
}

// One port of one address: the page that the readiness probe asks for, or for other protocols a connection.
async function ask(
  host: string,
  port: number,
  service: Service,
  pods: readonly Pod[],
  cluster: Cluster,
): Promise<string> {
  const http = httpOf(pods);
  const fields = Object.entries(http?.[1] ?? {}).flatMap(([name, value]) => ['--header', `${name}: ${value}`]);
  const url = `http://${host}:${port}${http?.[0]}`;
  const command = http ? ['timeout', '10', 'wget', '-q', '-O', '-', ...fields, url] : connects(host, port);
  let answer = '';
  await until(20, async () => {
    const { code, stdout, stderr } = await cluster.inside(...command);
    answer = http ? whoAnswered(stdout, pods) : 'connects';
    return code === 0 ? undefined : `${nameOf(service)}: ${host}:${port} does not answer: ${stderr.trim()}`;
  });
  return `${host}:${port} ${answer}`;
}

// A server that waits for the client to speak first keeps the connection until `timeout` ends it: that is an answer too.
function connects(host: string, port: number): string[] {
  const script = 'timeout 6 nc -w 3 "$0" "$1" < /dev/null > /dev/null; case $? in 0|124|143) ;; *) exit 1 ;; esac';
  return ['sh', '-c', script, host, String(port)];
}

function whoAnswered(body: string, pods: readonly Pod[]): string {
  return podNamedIn(body, pods)?.metadata.name ?? 'answers';
}

function tcpPorts({ spec }: Service): Service['spec']['ports'] {
  return spec.ports.filter(({ protocol }) => protocol === 'TCP');
}

function httpOf(pods: readonly Pod[]): [string, Record<string, string>] | undefined {
  const probes = pods
    .flatMap(({ spec }) => spec.containers)
    .map((container: LiveContainer) => container.readinessProbe?.httpGet);
  const probe = probes.find((one) => one !== undefined);
  if (probe === undefined) return undefined;
  const headers = (probe.httpHeaders ?? []).map(({ name, value }) => [name, value] as const);
  return [probe.path ?? '/', Object.fromEntries(headers)];
}

/** Addresses of a name as CoreDNS gives them inside the cluster, sorted. */
export async function resolve(name: string, cluster: Cluster): Promise<string[]> {
  const { stdout } = await cluster.inside('nslookup', '-type=a', name);
  // The first address is that of the server; those of the name follow its line.
  const [, ...answers] = stdout.split(/^Name:/m);
  return answers
    .flatMap((answer) => [...answer.matchAll(/^Address[^:]*:\s*(\d[\d.]+)/gm)].map(([, ip]) => ip ?? ''))
    .sort();
}
