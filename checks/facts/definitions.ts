import type { KubernetesObject } from '../model/kubernetes-object';
import type { ObjectSet } from '../model/object-set';
import { isGroupOfKubernetes, misnamed } from './api-versions';

// What the add-ons of `platform/` bring in the releases that it names: more than stacks write.
const ADD_ONS: Readonly<Record<string, string>> = {
  'cert-manager.io': 'Certificate CertificateRequest ClusterIssuer Issuer',
  'acme.cert-manager.io': 'Challenge Order',
  'metallb.io':
    'BFDProfile BGPAdvertisement BGPPeer Community ConfigurationState IPAddressPool L2Advertisement ServiceBGPStatus ServiceL2Status',
  'gateway.networking.k8s.io':
    'BackendTLSPolicy GRPCRoute Gateway GatewayClass HTTPRoute ListenerSet ReferenceGrant TCPRoute TLSRoute UDPRoute',
  'bitnami.com': 'SealedSecret',
  'gateway.envoyproxy.io':
    'Backend BackendTrafficPolicy ClientTrafficPolicy EnvoyExtensionPolicy EnvoyPatchPolicy EnvoyProxy HTTPRouteFilter SecurityPolicy',
};

// Files for tools, which nobody applies.
const TOOLS =
  /(^|\.)config\.(k8s|kubernetes)\.io$|^(kind\.x-k8s\.io|kubeadm\.k8s\.io|audit\.k8s\.io|apiserver\.k8s\.io|kops\.k8s\.io|builtin|skaffold|eksctl\.io|k3d\.io|kpt\.dev|fn\.kpt\.dev|backstage\.io|client\.authentication\.k8s\.io|imagepolicy\.k8s\.io|k0sctl\.k0sproject\.io)$/;

const LOCAL = 'config.kubernetes.io/local-config';

/** Which kinds the custom resource definitions of a set and its cluster bring. */
export class Definitions {
  private readonly kinds = new Map<string, Set<string>>();
  private readonly versions = new Map<string, ReadonlySet<string>>();

  constructor(private readonly set: ObjectSet) {
    for (const [group, kinds] of Object.entries(ADD_ONS)) this.kinds.set(group, new Set(kinds.split(' ')));
    for (const definition of set.of('CustomResourceDefinition', 'apiextensions.k8s.io')) this.learn(definition);
  }

  /** Kinds of a group. */
  public of(group: string): ReadonlySet<string> {
    return this.kinds.get(group) ?? new Set();
  }

  /** Whether somebody brings the kind of an object, or nobody needs to: Kubernetes has it, or nobody applies it. */
  public has(object: KubernetesObject): boolean {
    const { group, kind } = object;
    if (isGroupOfKubernetes(group) || isForTool(object) || this.of(group).has(kind)) return true;
    return misnamed(object) !== undefined || this.declares(object);
  }

  /** Whether the set or its cluster has a definition of this very kind. */
  public declares(object: KubernetesObject): boolean {
    if (this.of(object.group).has(object.kind)) return true;
    return this.namesOf(object).some((name) =>
      this.set.surroundings.provides({ kind: 'CustomResourceDefinition', namespace: undefined, name }),
    );
  }

  /** The versions that a definition of the set serves; undefined where it is not in the set. */
  public versionsOf({ group, kind }: Pick<KubernetesObject, 'group' | 'kind'>): ReadonlySet<string> | undefined {
    return this.versions.get(`${group}/${kind}`);
  }

  /** How a definition of a kind may be called: the plural is only known to itself. */
  public namesOf({ group, kind }: Pick<KubernetesObject, 'group' | 'kind'>): [string, ...string[]] {
    const one = kind.toLowerCase();
    const usual = /(s|x|ch|sh)$/.test(one) ? `${one}es` : one.replace(/([^aeiou])y$/, '$1ie').concat('s');
    return [`${usual}.${group}`, `${one}s.${group}`, `${one}.${group}`];
  }

  private learn(definition: KubernetesObject): void {
    const [group, kind] = [definition.field('spec', 'group').text, definition.field('spec', 'names', 'kind').text];
    if (group === undefined || kind === undefined) return;
    this.kinds.set(group, new Set([...this.of(group), kind]));
    const served = definition
      .field('spec', 'versions')
      .items()
      .filter((version) => version.get('served').value !== false)
      .map((version) => version.get('name'));
    const names = [...served, definition.field('spec', 'version')].flatMap(({ text }) => text ?? []);
    if (names.length > 0) this.versions.set(`${group}/${kind}`, new Set(names));
  }
}

function isForTool(object: KubernetesObject): boolean {
  return TOOLS.test(object.group) || object.field('metadata', 'annotations', LOCAL).text === 'true';
}
