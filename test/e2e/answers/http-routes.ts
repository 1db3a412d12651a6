import type { Manifest } from '../../../constructs';
import type { Cluster } from '../cluster';
import { NotShown } from '../journal';
import type { Live } from '../live';
import { namespaceOf, type Subject } from '../subject';
import type { Proof } from './proof';
import { sendAll } from './routes';
import { type Expectation, rangeOf, splitOf } from './traffic';

interface Rule {
  readonly matches?: readonly {
    readonly path?: { readonly value: string };
    readonly headers?: readonly { readonly name: string; readonly value: string }[];
  }[];
  readonly backendRefs: readonly { readonly name: string; readonly weight?: number }[];
}

interface RouteSpec {
  readonly hostnames?: readonly string[];
  readonly parentRefs: readonly { readonly name: string; readonly namespace?: string }[];
  readonly rules: readonly Rule[];
}

/** Through its Gateway each rule of an HTTPRoute is answered by its backends, in the shares of their weights. */
export function httpRoutes(subject: Subject): Proof[] {
  return subject.manifests
    .filter(({ kind }) => kind === 'HTTPRoute')
    .flatMap((route) =>
      gatewayTraffic(route).map((expectation) => ({
        shows: expectation.shows,
        prove: async (cluster) => {
          cluster.needs('gateways', 'running pods', 'a route to the nodes');
          return sendAll(expectation, await entryOf(route, cluster), subject, cluster);
        },
      })),
    );
}

/** What an HTTPRoute promises. */
export function gatewayTraffic(route: Manifest): Expectation[] {
  const { hostnames = [], rules } = route.spec as unknown as RouteSpec;
  return rules.flatMap((rule) =>
    (rule.matches ?? [{}]).map(({ path, headers = [] }) => {
      const shares = sharesOf(rule);
      const asked = `${(path?.value ?? '').replace(/\/$/, '')}/`;
      const fields = headers.map(({ name, value }) => `${name}: ${value}`);
      return {
        shows: [
          `${hostnames[0] ?? '*'}${asked}`,
          ...fields,
          `leads to ${[...shares.answers.keys()].join(' and ')}`,
        ].join(' '),
        host: hostnames[0],
        path: asked,
        headers: Object.fromEntries(headers.map(({ name, value }) => [name, value])),
        tls: false,
        namespace: namespaceOf(route),
        ...shares,
      };
    }),
  );
}

// Of more than two backends each is counted by itself.
function sharesOf({ backendRefs }: Rule): Pick<Expectation, 'times' | 'answers' | 'random'> {
  const all = backendRefs.map(({ weight = 1 }) => weight).reduce((a, b) => a + b, 0);
  const [first, second] = backendRefs;
  if (first !== undefined && second !== undefined && backendRefs.length === 2)
    return { random: true, ...splitOf((first.weight ?? 1) / all, first.name, second.name) };
  const times = backendRefs.length === 1 ? 20 : 200;
  const ranges = backendRefs.map(({ name, weight = 1 }) => [name, rangeOf(weight / all, times)] as const);
  return { ...(backendRefs.length > 1 && { random: true }), times, answers: new Map(ranges) };
}

async function entryOf(route: Manifest, cluster: Cluster): Promise<{ address: string; port: number }> {
  const [parent] = (route.spec as unknown as RouteSpec).parentRefs;
  const namespace = parent?.namespace ?? namespaceOf(route);
  const [gateway] = await cluster.kubectl.list<
    Live & { spec: { listeners: { port: number }[] }; status?: { addresses?: { value: string }[] } }
  >('-n', namespace, 'gateway', parent?.name ?? '');
  const address = gateway?.status?.addresses?.[0]?.value;
  const port = gateway?.spec.listeners[0]?.port;
  if (address === undefined || port === undefined)
    throw new NotShown(`Gateway ${namespace}/${parent?.name} has no address`);
  return { address, port };
}
