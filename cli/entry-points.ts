import { type Manifest, PART_OF } from '../constructs';
import type { Kubectl } from './kubectl';
import type { Step } from './plan';
import type { ListedStack } from './stack-list';

interface Published extends Manifest {
  readonly status?: {
    readonly loadBalancer?: { readonly ingress?: readonly { readonly ip?: string; readonly hostname?: string }[] };
  };
}

interface IngressSpec {
  readonly rules?: readonly {
    readonly host?: string;
    readonly http?: { readonly paths: readonly { path?: string }[] };
  }[];
  readonly tls?: readonly { readonly hosts?: readonly string[] }[];
}

/**
 * What one can open: a line for each address. Of an object in the cluster it is the real one; of a manifest it is
 * the one that it has on kind, and none for a Service, whose address nobody knows before.
 */
export function entryPoints(objects: readonly Manifest[]): string[] {
  return [...new Set(objects.flatMap((object) => RULES[object.kind]?.(object) ?? []))];
}

/** Says the addresses of these stacks. */
export function addresses(stacks: readonly ListedStack[], kubectl: Kubectl): Step {
  const names = stacks.map(({ stack }) => stack.name).join(',');
  const selector = `--selector=${PART_OF} in (${names})`;
  return {
    title: 'to open',
    commands: [
      kubectl.command(['get', 'ingresses.networking.k8s.io,services', '--all-namespaces', selector, '--output=json']),
    ],
    after: {
      says: entryPoints(stacks.flatMap(({ manifests }) => manifests)),
      follow: ([answer]) => ({
        lines: entryPoints((JSON.parse(answer?.stdout ?? '') as { items: readonly Manifest[] }).items),
      }),
    },
  };
}

const RULES: Readonly<Record<string, (object: Published) => string[]>> = {
  Ingress: (ingress) => {
    const { rules = [], tls = [] } = ingress.spec as IngressSpec;
    const encrypted = new Set(tls.flatMap(({ hosts = [] }) => hosts));
    return rules.flatMap(({ host, http }) => {
      const scheme = host !== undefined && encrypted.has(host) ? 'https' : 'http';
      const server = addressOf(ingress) ?? 'localhost';
      return (http?.paths ?? []).map(
        ({ path = '/' }) => `${scheme}://${host ?? server}${typed(path)}${elsewhere(host, server)}`,
      );
    });
  },
  Service: (service) => {
    const { type, ports = [] } = service.spec as {
      type?: string;
      ports?: readonly { port: number; protocol?: string }[];
    };
    const address = addressOf(service);
    if (type !== 'LoadBalancer' || address === undefined) return [];
    return ports.map(({ port, protocol = 'TCP' }) => lineOf(address, port, protocol, service.metadata.name));
  },
};

function addressOf({ status }: Published): string | undefined {
  const [first] = status?.loadBalancer?.ingress ?? [];
  return first?.ip ?? first?.hostname;
}

// `/web(/|$)(.*)` is what one types as `/web/`.
function typed(path: string): string {
  const prefix = path.split('(/|$)')[0] as string;
  return prefix === path ? path : `${prefix}/`;
}

// Every machine finds what ends in .localhost at itself.
function elsewhere(host: string | undefined, server: string): string {
  return host === undefined || host.endsWith('.localhost')
    ? ''
    : ` (${host} is ${server === 'localhost' ? '127.0.0.1' : server})`;
}

function lineOf(address: string, port: number, protocol: string, name: string): string {
  const web = new Map([
    [80, `http://${address}/`],
    [443, `https://${address}/`],
  ]).get(port);
  return `${web ?? `${address}:${port}/${protocol}`} (Service ${name})`;
}
