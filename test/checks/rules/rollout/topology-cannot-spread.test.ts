import { topologyCannotSpread } from '../../../../checks/rules/rollout/topology-cannot-spread';
import { describeRule, findingsIn } from '../../rule-cases';

const node = (name: string, zone: string, ...taints: { key: string; effect: string }[]) => ({
  name,
  labels: { 'topology.kubernetes.io/zone': zone, size: name },
  taints,
  mappedPorts: [],
});
const nodes = [
  node('plane', 'a', { key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' }),
  node('one', 'a'),
  node('two', 'b'),
  node('three', 'b', { key: 'slow', effect: 'PreferNoSchedule' }),
];

const workload = (replicas: number, spec: string, { kind = 'StatefulSet', strategy = '{}' } = {}) => `
apiVersion: apps/v1
kind: ${kind}
metadata: {name: db}
spec:
  replicas: ${replicas}
  strategy: ${strategy}
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db}}
    spec:
      containers: [{name: db, image: postgres:18}]
${spec}
`;

const apart = (key: string, selector = '{matchLabels: {app: db}}', more = '') => `
      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - labelSelector: ${selector}
              topologyKey: ${key}${more}`;

const spread = (lines: string) => `
      topologySpreadConstraints:
        - labelSelector: {matchLabels: {app: db}}
${lines
  .split('\n')
  .map((line) => `          ${line}`)
  .join('\n')}`;

const HOST = 'kubernetes.io/hostname';
const ZONE = 'topology.kubernetes.io/zone';

describeRule(topologyCannotSpread, {
  surroundings: { nodes },
  found: {
    'more pods than nodes': workload(
      4,
      apart(`${HOST} # ! StatefulSet 'db' keeps 4 pods apart by '${HOST}', of which its nodes have 3`),
    ),
    'more pods than zones': workload(
      3,
      apart(`${ZONE} # ! StatefulSet 'db' keeps 3 pods apart by '${ZONE}', of which its nodes have 2`),
    ),
    'a selector that means all': workload(
      4,
      apart(`${HOST} # ! StatefulSet 'db' keeps 4 pods apart by '${HOST}', of which its nodes have 3`, '{}'),
    ),
    'more pods than the nodes that they may have': workload(
      2,
      `${apart(`${HOST} # ! StatefulSet 'db' keeps 2 pods apart by '${HOST}', of which its nodes have 1`)}
      nodeSelector: {size: two}`,
    ),
    'an update that adds one where each node has one': workload(
      3,
      apart(
        `${HOST} # ! Deployment 'db' keeps 3 pods and 1 more while it is updated apart by '${HOST}', of which its nodes have 3`,
      ),
      { kind: 'Deployment' },
    ),
    'one pod on the only node, and an update that adds another': workload(
      1,
      `${apart(`${HOST} # ! Deployment 'db' keeps 1 pod and 1 more while it is updated apart by '${HOST}', of which its nodes have 1`)}
      nodeSelector: {size: two}`,
      { kind: 'Deployment' },
    ),
    'a label that no node has': workload(
      1,
      spread("topologyKey: rack # ! StatefulSet 'db' spreads its pods by 'rack', a label that none of its nodes has"),
    ),
    'more zones than there are': workload(
      3,
      spread(
        `topologyKey: ${ZONE}\nmaxSkew: 1\nminDomains: 3 # ! StatefulSet 'db' spreads 3 pods over at least 3 of '${ZONE}', of which its nodes have 2: only 2 can start`,
      ),
    ),
  },
  right: {
    'as many pods as nodes': workload(3, apart(HOST)),
    'a control plane that is tolerated': workload(4, `${apart(HOST)}\n      tolerations: [{operator: Exists}]`),
    'an update that takes a pod away first': workload(3, apart(HOST), {
      kind: 'Deployment',
      strategy: '{rollingUpdate: {maxUnavailable: 1}}',
    }),
    'an update of so many that one may go': workload(4, `${apart(HOST)}\n      tolerations: [{operator: Exists}]`, {
      kind: 'Deployment',
    }),
    'an update that stops all first': workload(3, apart(HOST), { kind: 'Deployment', strategy: '{type: Recreate}' }),
    'an update whose pods do not mind the old ones': workload(
      3,
      apart(HOST, undefined, '\n              matchLabelKeys: [pod-template-hash]'),
      { kind: 'Deployment' },
    ),
    'a wish': workload(9, apart(HOST).replace('required', 'preferred')),
    'other pods to keep away from': workload(9, apart(HOST, '{matchLabels: {app: web}}')),
    'pods of another Namespace': workload(9, apart(HOST, undefined, '\n              namespaces: [other]')),
    'a label that keeps nobody away': workload(9, apart('rack')),
    'as even as it goes': workload(9, spread(`topologyKey: ${ZONE}\nmaxSkew: 1`)),
    'a label that no node has, as a wish': workload(9, spread('topologyKey: rack\nwhenUnsatisfiable: ScheduleAnyway')),
    'more zones than there are, for few pods': workload(2, spread(`topologyKey: ${ZONE}\nmaxSkew: 1\nminDomains: 3`)),
    'a DaemonSet': workload(9, apart(HOST), { kind: 'DaemonSet' }),
    'no node for them at all, for another rule': workload(9, `${apart(HOST)}\n      nodeSelector: {size: none}`),
  },
});

test('says how an update can go on', () => {
  const remedy = (replicas: number) =>
    findingsIn(topologyCannotSpread, workload(replicas, apart(HOST), { kind: 'Deployment' }), { nodes })[0]?.remedy;
  expect(remedy(3)).toBe('Let an update take a pod away first: write maxSurge: 0 and maxUnavailable: 1');
  expect(remedy(4)).toBe(topologyCannotSpread.remedy);
});

test('says nothing where no node is known', () => {
  expect(findingsIn(topologyCannotSpread, workload(9, apart(HOST)), { nodes: [] })).toEqual([]);
});
