import { nodeSelectorMatchesNoNode } from '../../../../checks/rules/rollout/node-selector-matches-no-node';
import { describeRule, findingsIn } from '../../rule-cases';

const node = (name: string, labels: Readonly<Record<string, string>>) => ({
  name,
  labels,
  taints: [],
  mappedPorts: [],
});
const nodes = [node('a', { size: 'large', disk: 'ssd' }), node('b', { size: 'small' })];

const pod = (spec: string, owner = 'v1/Pod') => {
  const [api, kind] = owner.split('/');
  const lines = spec.split('\n');
  if (kind === 'Pod')
    return `
apiVersion: ${api}
kind: Pod
metadata: {name: web}
spec:
  containers: [{name: web, image: nginx:1.29}]
${lines.map((line) => `  ${line}`).join('\n')}
`;
  return `
apiVersion: apps/v1
kind: ${kind}
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: web, image: nginx:1.29}]
${lines.map((line) => `      ${line}`).join('\n')}
`;
};

const affinity = (...terms: string[]) => `affinity:
  nodeAffinity:
    requiredDuringSchedulingIgnoredDuringExecution:
      nodeSelectorTerms:
${terms.map((term) => `        - ${term}`).join('\n')}`;

const said = (text: string) => `# ! Pod 'web' wants ${text}`;

describeRule(nodeSelectorMatchesNoNode, {
  surroundings: { nodes },
  found: {
    'a label of no node': pod(
      `nodeSelector:\n  gpu: "yes" ${said("a node with gpu=yes; there are 'a', 'b' without it")}`,
    ),
    'a value of no node': pod(
      `nodeSelector:\n  size: Large ${said("a node with size=Large; there are 'a', 'b' without it")}`,
    ),
    'two labels of different nodes': pod(
      `nodeSelector: ${said("a node with size=small, disk=ssd; there are 'a', 'b' without all of it")}\n  size: small\n  disk: ssd`,
    ),
    'an affinity that no node has': pod(
      affinity('matchExpressions: [{key: size, operator: In, values: [huge, medium]}]').replace(
        'Terms:',
        `Terms: ${said("a node with size in (huge, medium); there are 'a', 'b' without all of it")}`,
      ),
    ),
    'an affinity beside a selector of other nodes': pod(
      `nodeSelector: {size: small}\n${affinity('matchExpressions: [{key: disk, operator: Exists}]').replace(
        'Terms:',
        `Terms: ${said("a node with size=small, disk; there are 'a', 'b' without all of it")}`,
      )}`,
    ),
    'a field that no node has': pod(
      affinity('matchFields: [{key: metadata.name, operator: In, values: [c]}]').replace(
        'Terms:',
        `Terms: ${said("a node with the name 'c'; there are 'a', 'b' without all of it")}`,
      ),
    ),
    'the name of no node': pod(`nodeName: node-1 ${said("the node 'node-1'; there are 'a', 'b'")}`),
    'a slip in a DaemonSet': pod(
      "nodeSelector:\n  size: lagre # ! DaemonSet 'web' wants a node with size=lagre; there are 'a', 'b' without it",
      'apps/v1/DaemonSet'.replace('apps/v1', 'apps'),
    ),
  },
  right: {
    'labels of one node': pod('nodeSelector: {size: large, disk: ssd}'),
    'the usual labels, which nobody declares': pod(
      'nodeSelector: {kubernetes.io/os: linux, kubernetes.io/arch: amd64, beta.kubernetes.io/os: linux, kubernetes.io/hostname: b}',
    ),
    'one of two terms': pod(
      affinity(
        'matchExpressions: [{key: gpu, operator: Exists}]',
        'matchExpressions: [{key: gpu, operator: DoesNotExist}, {key: size, operator: NotIn, values: [large]}]',
      ),
    ),
    'the architecture in a term': pod(
      affinity('matchExpressions: [{key: kubernetes.io/arch, operator: In, values: [arm64]}]'),
    ),
    'a node by a field': pod(affinity('matchFields: [{key: metadata.name, operator: In, values: [b]}]')),
    'an affinity that is only preferred': pod(
      'affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, preference: {matchExpressions: [{key: gpu, operator: Exists}]}}]}}',
    ),
    'a DaemonSet for nodes of other clusters': pod('nodeSelector: {kubernetes.io/os: windows}', 'apps/DaemonSet'),
    'the name of a node': pod('nodeName: a'),
    'a pod as some cluster had it': `${pod('nodeName: node-1')}status: {phase: Running}`,
  },
});

test('says nothing where no node is known', () => {
  expect(findingsIn(nodeSelectorMatchesNoNode, pod('nodeSelector: {gpu: "yes"}'), { nodes: [] })).toEqual([]);
});

test('names the label or the node that was probably meant', () => {
  const remedies = (yaml: string) => findingsIn(nodeSelectorMatchesNoNode, yaml, { nodes }).map(({ remedy }) => remedy);
  expect(remedies(pod('nodeSelector: {size: Large}'))).toEqual(['Write size=large, which a node has']);
  expect(remedies(pod('nodeSelector: {dsik: ssd}'))).toEqual(['Write disk=ssd, which a node has']);
  expect(remedies(pod('nodeSelector: {dsik: hdd}'))).toEqual([nodeSelectorMatchesNoNode.remedy]);
  expect(
    findingsIn(nodeSelectorMatchesNoNode, pod('nodeName: node-one'), { nodes: [node('node-on', {})] })[0]?.remedy,
  ).toBe("Write 'node-on', which is there");
});

test('counts the nodes of a large cluster', () => {
  const many = Array.from({ length: 9 }, (_, position) => node(`n${position}`, {}));
  const [finding] = findingsIn(nodeSelectorMatchesNoNode, pod('nodeSelector: {gpu: "yes"}'), { nodes: many });
  expect(finding?.message).toMatch(/there are 'n0', 'n1', 'n2', 'n3', 'n4', 'n5', 3 more without it$/);
});
