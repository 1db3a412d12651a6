import type { Manifest } from '../constructs';
import { at } from './synth';

type Fields = Record<string, unknown>;

/**
 * Every reference in a set of manifests that leads nowhere: names of Services, ports, Secrets,
 * volumes, accounts, issuers, main routes. It reads the manifests alone and knows nothing of the
 * constructs that wrote them.
 */
export function danglingReferences(manifests: readonly Manifest[], absent: readonly string[] = []): string[] {
  const set = new ManifestSet(manifests);
  return manifests.flatMap((manifest) => CHECKS[manifest.kind]?.(manifest, set) ?? podProblems(manifest, set, absent));
}

class ManifestSet {
  public readonly pods: readonly {
    readonly namespace: string;
    readonly labels: Fields;
    readonly ports: readonly Fields[];
  }[];

  public constructor(private readonly manifests: readonly Manifest[]) {
    this.pods = manifests.flatMap((manifest) => {
      const template = templateOf(manifest);
      if (template === undefined) return [];
      const labels = (at(template, 'metadata.labels') ?? {}) as Fields;
      return [
        {
          namespace: namespaceOf(manifest),
          labels,
          ports: containersOf(template).flatMap(({ ports = [] }) => ports as Fields[]),
        },
      ];
    });
  }

  public find(kind: string, namespace: string | undefined, name: unknown): Manifest | undefined {
    return this.manifests.find(
      (manifest) =>
        manifest.kind === kind &&
        manifest.metadata.name === name &&
        (namespace === undefined || namespaceOf(manifest) === namespace),
    );
  }

  public ofKind(kind: string): readonly Manifest[] {
    return this.manifests.filter((manifest) => manifest.kind === kind);
  }

  /** Whether a Service has this port, by name or number. */
  public exposes(namespace: string, service: unknown, port: unknown): boolean {
    const found = this.find('Service', namespace, service);
    return (
      found !== undefined &&
      (at(found, 'spec.ports') as Fields[]).some(({ name, port: number }) => name === port || number === port)
    );
  }
}

const CHECKS: Readonly<Record<string, (manifest: Manifest, set: ManifestSet) => string[]>> = {
  Service: (manifest, set) => {
    const selected = set.pods.filter(
      (pod) =>
        pod.namespace === namespaceOf(manifest) && isSelected(pod.labels, at(manifest, 'spec.selector') as Fields),
    );
    if (selected.length === 0) return [`${describeObject(manifest)} selects no pod`];
    return (at(manifest, 'spec.ports') as Fields[])
      .map((port) => port.targetPort ?? port.port)
      .filter(
        (target) =>
          !selected.every(({ ports }) =>
            ports.some(({ name, containerPort }) => name === target || containerPort === target),
          ),
      )
      .map((target) => `${describeObject(manifest)} targets ${target}, which its pods do not declare`);
  },
  Ingress: (manifest, set) => [
    ...ingressProblems(manifest, set),
    ...canaryProblems(manifest, set),
    ...tlsProblems(manifest, set),
  ],
  HTTPRoute: (manifest, set) => {
    const parents = (at(manifest, 'spec.parentRefs') as Fields[]).filter(
      ({ name, namespace }) => !set.find('Gateway', (namespace as string) ?? namespaceOf(manifest), name),
    );
    const backends = (at(manifest, 'spec.rules') as Fields[]).flatMap(({ backendRefs }) => backendRefs as Fields[]);
    const lost = backends.filter(({ name, port }) => !set.exposes(namespaceOf(manifest), name, port));
    return [...parents, ...lost].map(({ name }) => `${describeObject(manifest)} leads to ${name}, which is not there`);
  },
  Certificate: (manifest, set) => {
    const { kind = 'Issuer', name } = at(manifest, 'spec.issuerRef') as Fields;
    return set.find(kind as string, kind === 'Issuer' ? namespaceOf(manifest) : undefined, name)
      ? []
      : [`${describeObject(manifest)} asks the issuer ${name}, which is not there`];
  },
  L2Advertisement: (manifest, set) =>
    (at(manifest, 'spec.ipAddressPools') as string[])
      .filter((pool) => !set.find('IPAddressPool', namespaceOf(manifest), pool))
      .map((pool) => `${describeObject(manifest)} announces ${pool}, which is not there`),
};

function ingressProblems(manifest: Manifest, set: ManifestSet): string[] {
  return pathsOf(manifest)
    .map(({ backend }) => at(backend, 'service') as { name: string; port: { name: string } })
    .filter(({ name, port }) => !set.exposes(namespaceOf(manifest), name, port.name))
    .map(({ name, port }) => `${describeObject(manifest)} leads to ${name}:${port.name}, which is not there`);
}

function canaryProblems(manifest: Manifest, set: ManifestSet): string[] {
  if (!isCanary(manifest)) return [];
  const mains = set
    .ofKind('Ingress')
    .filter((other) => !isCanary(other))
    .flatMap(rulesOf);
  return rulesOf(manifest)
    .filter((rule) => !mains.includes(rule))
    .map((rule) => `${describeObject(manifest)} has no main route for ${rule}`);
}

function tlsProblems(manifest: Manifest, set: ManifestSet): string[] {
  const { annotations = {} } = manifest.metadata;
  const issued =
    set.find('ClusterIssuer', undefined, annotations['cert-manager.io/cluster-issuer']) ??
    set.find('Issuer', namespaceOf(manifest), annotations['cert-manager.io/issuer']);
  return ((at(manifest, 'spec.tls') ?? []) as Fields[])
    .filter(
      ({ secretName }) =>
        !issued &&
        !set
          .ofKind('Certificate')
          .some(
            (certificate) =>
              at(certificate, 'spec.secretName') === secretName && namespaceOf(certificate) === namespaceOf(manifest),
          ),
    )
    .map(({ secretName }) => `${describeObject(manifest)} uses the Secret ${secretName}, which nobody writes`);
}

function podProblems(manifest: Manifest, set: ManifestSet, absent: readonly string[]): string[] {
  const template = templateOf(manifest);
  if (template === undefined) return [];
  const namespace = namespaceOf(manifest);
  const volumes = [
    ...((at(template, 'spec.volumes') ?? []) as Fields[]).map(({ name }) => name),
    ...((at(manifest, 'spec.volumeClaimTemplates') ?? []) as Fields[]).map((claim) => at(claim, 'metadata.name')),
  ];
  const account = at(template, 'spec.serviceAccountName');
  const problems: string[] = [];
  if (account !== undefined && !set.find('ServiceAccount', namespace, account)) problems.push(`the account ${account}`);
  if (manifest.kind === 'StatefulSet' && !set.find('Service', namespace, at(manifest, 'spec.serviceName')))
    problems.push('its Service');
  for (const volume of (at(template, 'spec.volumes') ?? []) as Fields[]) {
    const claim = at(volume, 'persistentVolumeClaim.claimName');
    if (claim !== undefined && !set.find('PersistentVolumeClaim', namespace, claim))
      problems.push(`the claim ${claim}`);
  }
  for (const container of containersOf(template)) {
    problems.push(
      ...((container.volumeMounts ?? []) as Fields[])
        .filter(({ name }) => !volumes.includes(name))
        .map(({ name }) => `the volume ${name}`),
    );
    problems.push(
      ...probeProblems(container),
      ...((container.env ?? []) as Fields[]).flatMap((variable) => envProblems(variable, namespace, set, absent)),
    );
  }
  return problems.map((problem) => `${describeObject(manifest)} needs ${problem}, which is not there`);
}

function probeProblems(container: Fields): string[] {
  const declared = ((container.ports ?? []) as Fields[]).flatMap(({ name, containerPort }) => [name, containerPort]);
  return [container.readinessProbe, container.livenessProbe]
    .filter((probe) => probe !== undefined)
    .map((probe) => at(probe, 'httpGet.port') ?? at(probe, 'tcpSocket.port') ?? at(probe, 'grpc.port'))
    .filter((port) => !declared.includes(port))
    .map((port) => `the port ${port} of a probe`);
}

function envProblems(variable: Fields, namespace: string, set: ManifestSet, absent: readonly string[]): string[] {
  const secret = at(variable, 'valueFrom.secretKeyRef') as { name: string; key: string } | undefined;
  if (secret !== undefined) {
    const found = set.find('Secret', namespace, secret.name) ?? set.find('SealedSecret', namespace, secret.name);
    const keys = { ...(found?.stringData as Fields), ...(at(found, 'spec.encryptedData') as Fields) };
    return secret.key in keys ? [] : [`the key ${secret.key} of the Secret ${secret.name}`];
  }
  const [, host, port] = /^([a-z][a-z0-9.-]*):(\d+)$/.exec(variable.value as string) ?? [];
  if (host === undefined || absent.includes(host)) return [];
  const [name, other] = host.split('.');
  return set.exposes(other ?? namespace, name, Number(port)) ? [] : [`the address ${host}:${port}`];
}

const namespaceOf = ({ metadata }: Manifest) => metadata.namespace ?? 'default';
const describeObject = (manifest: Manifest) => `${manifest.kind} ${namespaceOf(manifest)}/${manifest.metadata.name}`;
const isCanary = ({ metadata }: Manifest) => metadata.annotations?.['nginx.ingress.kubernetes.io/canary'] === 'true';
const isSelected = (labels: Fields, selector: Fields) =>
  Object.entries(selector).every(([key, value]) => labels[key] === value);

function templateOf(manifest: Manifest): unknown {
  return manifest.kind === 'Pod' ? manifest : at(manifest, 'spec.template');
}

function containersOf(template: unknown): Fields[] {
  return [
    ...((at(template, 'spec.initContainers') ?? []) as Fields[]),
    ...((at(template, 'spec.containers') ?? []) as Fields[]),
  ];
}

function pathsOf(manifest: Manifest): Fields[] {
  return (at(manifest, 'spec.rules') as Fields[]).flatMap((rule) => at(rule, 'http.paths') as Fields[]);
}

function rulesOf(manifest: Manifest): string[] {
  return (at(manifest, 'spec.rules') as Fields[]).flatMap((rule) =>
    (at(rule, 'http.paths') as Fields[]).map(({ path, pathType }) => `${rule.host ?? '*'}${path} ${pathType}`),
  );
}
