import { metallb } from '../../../platform/add-ons';
import type { ObjectSet } from '../../model/object-set';
import type { Rule } from '../../rule';

/** A configuration of MetalLB in the form that it read up to 0.12. */
export const loadBalancerConfigurationIgnored: Rule = {
  id: 'load-balancer-configuration-ignored',
  subject: 'load-balancer',
  level: 'error',
  reason:
    'Since 0.13, MetalLB reads its pools from objects of its own kinds, and no ConfigMap: without a pool, every Service of type LoadBalancer waits for ever.',
  remedy: 'Write an IPAddressPool, and an L2Advertisement or a BGPAdvertisement for it',
  bad: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: config
  namespace: metallb-system
data:
  config: |
    address-pools:
      - name: default
        protocol: layer2
        addresses:
          - 172.18.255.1-172.18.255.250
`,
  good: `
apiVersion: metallb.io/v1beta1
kind: IPAddressPool
metadata:
  name: default
  namespace: metallb-system
spec:
  addresses:
    - 172.18.255.1-172.18.255.250
---
apiVersion: metallb.io/v1beta1
kind: L2Advertisement
metadata:
  name: default
  namespace: metallb-system
`,
  *check(set) {
    const maps = set.of('ConfigMap').filter((map) => POOLS.test(map.field('data', 'config').text ?? ''));
    if (maps.length === 0 || bringsOldMetallb(set)) return;
    for (const map of maps)
      yield {
        at: map.field('data', 'config'),
        message: `${map} has pools in the form that MetalLB read up to 0.12; ${metallb.version} does not read it`,
      };
  },
};

const POOLS = /^address-pools:/m;
const IMAGE = /\bmetallb\/(?:controller|speaker):v0\.(\d+)\b/;
const FIRST_WITHOUT = 13;

// Whoever installs an old MetalLB along with it has it read.
function bringsOldMetallb(set: ObjectSet): boolean {
  return set.pods.some(({ containers }) =>
    containers.some((container) => {
      const [, minor] = IMAGE.exec(container.get('image').text ?? '') ?? [];
      return minor !== undefined && Number(minor) < FIRST_WITHOUT;
    }),
  );
}
