import { tolerationMatchesNoTaint } from '../../../../checks/rules/rollout/toleration-matches-no-taint';
import { kind } from '../../../../platform/kind';
import { describeRule, findingsIn } from '../../rule-cases';

const ROLE = 'node-role.kubernetes.io/control-plane';
const node = (name: string, ...taints: { key: string; value?: string; effect: string }[]) => ({
  name,
  labels: {},
  taints,
  mappedPorts: [],
});
const nodes = [
  node('plane', { key: ROLE, effect: 'NoSchedule' }),
  node('a', { key: 'spray', value: 'mortein', effect: 'NoSchedule' }),
  node('b', { key: 'team', value: 'one', effect: 'NoSchedule' }, { key: 'team', value: 'one', effect: 'NoExecute' }),
  node('c', { key: 'team', value: 'two', effect: 'NoSchedule' }),
  node('free'),
];

const pod = (...tolerations: string[]) => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: nginx:1.29}
  tolerations:
${tolerations.map((toleration) => `    - ${toleration}`).join('\n')}
`;

describeRule(tolerationMatchesNoTaint, {
  surroundings: { nodes },
  found: {
    'a slip in the value': pod(
      "key: spray # ! Pod 'web' tolerates spray=mortain:NoSchedule; the nodes have spray=mortein:NoSchedule\n      value: mortain\n      effect: NoSchedule",
    ),
    'a slip in the key': pod(
      "key: spary # ! Pod 'web' tolerates spary=mortein:any effect; the nodes have spray=mortein:NoSchedule\n      value: mortein",
    ),
    'another effect': pod(
      `key: ${ROLE} # ! Pod 'web' tolerates ${ROLE}:NoExecute; the nodes have ${ROLE}:NoSchedule\n      operator: Exists\n      effect: NoExecute`,
    ),
    'no value, and no word that any will do': pod(
      "key: spray # ! Pod 'web' tolerates spray:any effect; the nodes have spray=mortein:NoSchedule",
    ),
    'two tolerations of one key, once': pod(
      "key: team # ! Pod 'web' tolerates team=three:any effect and team=four:any effect; the nodes have team=one:NoSchedule and team=one:NoExecute and team=two:NoSchedule\n      value: three",
      '{key: team, value: four}',
    ),
  },
  right: {
    'any value': pod('{key: spray, operator: Exists}'),
    'any effect': pod('{key: spray, value: mortein}'),
    'the nodes of one team': pod('{key: team, value: two, effect: NoSchedule}'),
    'each effect by itself, of which the nodes have one': pod(
      `{key: ${ROLE}, operator: Exists, effect: NoSchedule}`,
      `{key: ${ROLE}, operator: Exists, effect: NoExecute}`,
    ),
    'a key of other clusters': pod('{key: nvidia.com/gpu, operator: Exists}'),
    everything: pod('{operator: Exists}'),
    'the old name of control planes, for another rule': pod('{key: node-role.kubernetes.io/master, value: "x"}'),
    'trouble with a node, of which the cluster speaks itself': pod(
      '{key: node.kubernetes.io/not-ready, operator: Exists, effect: NoExecute}',
    ),
  },
});

test('says nothing where no node has a taint', () => {
  const yaml = pod('{key: spray, value: mortain}');
  expect(findingsIn(tolerationMatchesNoTaint, yaml, { nodes: kind.nodes })).toEqual([]);
  expect(findingsIn(tolerationMatchesNoTaint, yaml, { nodes: [] })).toEqual([]);
});

test('shows each taint once, and all of them as ways out', () => {
  const twice = [...nodes, ...nodes.map((one) => ({ ...one, name: `${one.name}2` }))];
  const [finding] = findingsIn(tolerationMatchesNoTaint, pod('{key: team, value: three}'), { nodes: twice });
  expect(finding?.remedy).toBe('Write team=one:NoSchedule or team=one:NoExecute or team=two:NoSchedule');
});
