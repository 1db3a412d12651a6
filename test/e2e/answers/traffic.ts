import type { Manifest } from '../../../constructs';
import { namespaceOf, type Subject } from '../subject';

/** A request and who has to answer it. */
export interface Expectation {
  /** What it shows, in a few words. */
  readonly shows: string;
  readonly host: string | undefined;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly tls: boolean;
  readonly namespace: string;
  /** How often it is sent. */
  readonly times: number;
  /** Whether chance decides who answers. @default - it does not */
  readonly random?: boolean;
  /** For each Service that may answer, the least and the greatest number of answers. */
  readonly answers: ReadonlyMap<string, readonly [number, number]>;
}

const CANARY = 'nginx.ingress.kubernetes.io/canary';

interface Path {
  readonly path?: string;
  readonly pathType: string;
  readonly backend: { readonly service: { readonly name: string } };
}

interface IngressSpec {
  readonly rules: readonly { readonly host?: string; readonly http: { readonly paths: readonly Path[] } }[];
  readonly tls?: readonly { readonly hosts: readonly string[]; readonly secretName: string }[];
}

/** Whether an object is an Ingress that takes part of the traffic of another. */
export function isCanary({ metadata }: Manifest): boolean {
  return metadata.annotations?.[CANARY] === 'true';
}

/**
 * What the Ingresses of a file promise: each path leads to its Service, and each canary takes what its
 * annotations say and nothing else.
 *
 * @param others manifests of other stacks in the cluster, among which the main route of a canary may be
 */
export function ingressTraffic(subject: Subject, others: readonly Manifest[] = []): Expectation[] {
  const ingresses = subject.manifests.filter(({ kind }) => kind === 'Ingress');
  const canaries = ingresses.filter(isCanary);
  // Where a canary takes a share of all requests, none belongs to the main Service alone.
  const shared = canaries
    .filter(({ metadata }) => metadata.annotations?.[`${CANARY}-weight`] !== undefined)
    .map(hostOf);
  const routes = ingresses.filter((ingress) => !isCanary(ingress) && !shared.includes(hostOf(ingress)));
  return [
    ...routes.flatMap(plain),
    ...canaries.flatMap((canary) => ofCanary(canary, [...subject.manifests, ...others])),
  ];
}

function hostOf({ spec }: Manifest): string | undefined {
  return (spec as unknown as IngressSpec).rules[0]?.host;
}

function plain(ingress: Manifest): Expectation[] {
  const { rules, tls = [] } = ingress.spec as unknown as IngressSpec;
  return rules.flatMap(({ host, http }) =>
    http.paths.flatMap((path) =>
      requestPaths(path).map((asked) => ({
        shows: `${host ?? '*'}${asked} leads to ${path.backend.service.name}`,
        host,
        path: asked,
        headers: {},
        tls: tls.some(({ hosts }) => host !== undefined && hosts.includes(host)),
        namespace: namespaceOf(ingress),
        times: 3,
        answers: new Map([[path.backend.service.name, [3, 3] as const]]),
      })),
    ),
  );
}

/** Paths that a client would type: a stripped prefix with and without its slash, and something below it. */
export function requestPaths({ path = '/' }: Pick<Path, 'path'>): string[] {
  const prefix = path.indexOf('(/|$)');
  if (prefix === -1) return [path];
  const stripped = path.slice(0, prefix);
  return [`${stripped}/`, stripped, `${stripped}/index.html`];
}

function ofCanary(canary: Manifest, all: readonly Manifest[]): Expectation[] {
  const spec = canary.spec as unknown as IngressSpec;
  const [rule] = spec.rules;
  const [path] = rule?.http.paths ?? [];
  if (rule === undefined || path === undefined) return [];
  const main = mainOf(rule.host, path, all)?.backend.service.name ?? 'the main Service';
  const mine = path.backend.service.name;
  const [asked = '/'] = requestPaths(path);
  const expect = (shows: string, headers: Record<string, string>, to: string): Expectation => ({
    shows: `${shows} is answered by ${to}`,
    host: rule.host,
    path: asked,
    headers,
    tls: false,
    namespace: namespaceOf(canary),
    times: 20,
    answers: new Map([[to, [20, 20] as const]]),
  });
  const annotation = (name: string) => canary.metadata.annotations?.[`${CANARY}-${name}`];
  const header = annotation('by-header');
  const cookie = annotation('by-cookie');
  const weight = annotation('weight');
  if (header !== undefined)
    return ofHeader(header, annotation('by-header-value'), annotation('by-header-pattern')).map(([value, yes]) =>
      value === undefined
        ? expect('a request without a header', {}, main)
        : expect(`${header}: ${value}`, { [header]: value }, yes ? mine : main),
    );
  if (cookie !== undefined)
    return [
      expect('a request without a cookie', {}, main),
      expect(`cookie ${cookie}=always`, { cookie: `${cookie}=always` }, mine),
      expect(`cookie ${cookie}=never`, { cookie: `${cookie}=never` }, main),
      expect(`cookie ${cookie}=yes`, { cookie: `${cookie}=yes` }, main),
    ];
  const share = Number(weight) / Number(annotation('weight-total') ?? 100);
  return [weighted(expect('', {}, main), share, mine, main)];
}

// Values of the header, and whether the canary answers them; undefined is a request without it.
function ofHeader(header: string, value: string | undefined, pattern: string | undefined): [string?, boolean?][] {
  if (value !== undefined) return [[], [value, true], [`${value}r`, false], ['always', false], ['never', false]];
  if (pattern === undefined) return [[], ['always', true], ['never', false], [`not-${header}`, false]];
  const alternatives = /^\^\(([^()]+)\)\$$/.exec(pattern)?.[1]?.split('|') ?? [];
  const [first] = alternatives;
  if (first === undefined) return [[]];
  return [[], ...alternatives.map((text): [string, boolean] => [text, true]), [`ab${first}x`, false]];
}

/** How many of so many requests a share may take: from 3.5 standard deviations below to 4.7 above, 5 to 40 of 200 at a tenth. */
export function rangeOf(share: number, times: number): readonly [number, number] {
  const mean = share * times;
  const deviation = Math.sqrt(times * share * (1 - share));
  return [Math.max(0, Math.floor(mean - 3.5 * deviation)), Math.min(times, Math.ceil(mean + 4.7 * deviation))];
}

/**
 * How many of how many requests two Services answer by chance, the smaller share some twenty of them.
 *
 * @param share that of the first one
 */
export function splitOf(share: number, first: string, second: string): Pick<Expectation, 'times' | 'answers'> {
  const least = Math.min(share, 1 - share);
  const times = least === 0 ? 200 : Math.max(200, Math.round(20 / least));
  const [few, many] = rangeOf(least, times);
  const small = [few, many] as const;
  const large = [times - many, times - few] as const;
  const [mine, others] = share <= 0.5 ? [small, large] : [large, small];
  return {
    times,
    answers: new Map([
      [first, mine],
      [second, others],
    ]),
  };
}

function weighted(expectation: Expectation, share: number, mine: string, main: string): Expectation {
  const split = splitOf(share, mine, main);
  return {
    ...expectation,
    ...split,
    random: true,
    shows: `${Number((share * 100).toFixed(2))} % of ${split.times} requests are answered by ${mine}`,
  };
}

function mainOf(host: string | undefined, path: Path, all: readonly Manifest[]): Path | undefined {
  return all
    .filter((manifest) => manifest.kind === 'Ingress' && !isCanary(manifest))
    .flatMap(({ spec }) => (spec as unknown as IngressSpec).rules)
    .filter((rule) => rule.host === host)
    .flatMap((rule) => rule.http.paths)
    .find((candidate) => candidate.path === path.path);
}
