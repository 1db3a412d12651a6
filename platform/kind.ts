/** The kind cluster of `kind.yaml`, as far as manifests depend on it. */
export const kind = {
  /** Name of the cluster; `kubectl` calls its context `kind-<name>`. */
  name: 'kind-stacks',
  /** The Docker network of its nodes, unless Docker was told otherwise. */
  network: '172.18.0.0/16',
  /** Addresses of that network which Docker does not give to containers soon. */
  loadBalancerAddresses: '172.18.255.1-172.18.255.250',
} as const;
