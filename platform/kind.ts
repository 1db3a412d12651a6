/** A node, as far as manifests depend on it. */
export interface ClusterNode {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly { readonly key: string; readonly value?: string; readonly effect: string }[];
  /** Its ports that are reached from this machine. */
  readonly mappedPorts: readonly number[];
  /** What pods may ask for, if one knows. */
  readonly allocatable?: { readonly cpu: string; readonly memory: string };
}

/** The kind cluster of `kind.yaml`, as far as manifests depend on it. */
export const kind = {
  /** The release of kind that the node images are made for. */
  version: 'v0.33.0',
  /** Name of the cluster; `kubectl` calls its context `kind-<name>`. */
  name: 'kind-stacks',
  /** Its configuration, one node with everything that the stacks need from outside. */
  config: 'platform/kind.yaml',
  /** The same cluster with the six nodes of the controllers homework. */
  sixNodes: 'platform/kind-six-nodes.yaml',
  /** The image of a node for each minor of Kubernetes on which the stacks are proven, newest first. */
  nodeImages: {
    '1.37': 'kindest/node:v1.37.0@sha256:a1ed56cfb0e7b93589bdf97c8cd566405a265939e3620fc4f5de89adff580ae5',
    '1.36': 'kindest/node:v1.36.4@sha256:099e049362a1526b2db71494e1947aae99bd16290d7c895f2b7ea312e3cbfaed',
    '1.35': 'kindest/node:v1.35.8@sha256:07b2536e30b803ed61d1677a79df6115f798ce64c80f9e22f6ed45afd09323c0',
    '1.34': 'kindest/node:v1.34.11@sha256:44e222ee2132dab25ff87301682f89eb82c7880ea3a1bf543bfe9708fd08d67d',
  },
  /** Its node. kind takes the taint from a control plane that is alone. */
  nodes: [
    {
      name: 'kind-stacks-control-plane',
      labels: {
        'kubernetes.io/hostname': 'kind-stacks-control-plane',
        'kubernetes.io/os': 'linux',
        'node-role.kubernetes.io/control-plane': '',
        'ingress-ready': 'true',
      },
      taints: [],
      mappedPorts: [80, 443, 30080],
    },
  ] as readonly ClusterNode[],
  /** The Docker network of its nodes, unless Docker was told otherwise. */
  network: '172.18.0.0/16',
} as const;
