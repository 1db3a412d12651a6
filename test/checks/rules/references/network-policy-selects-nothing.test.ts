import { networkPolicySelectsNothing } from '../../../../checks/rules/references/network-policy-selects-nothing';
import { describeRule, findingsIn } from '../../rule-cases';

const policy = (spec: string, version = 'networking.k8s.io/v1') => `
apiVersion: ${version}
kind: NetworkPolicy
metadata:
  name: web
  namespace: shop
spec:
  ${spec}
`;

const from = (peer: string) => policy(`podSelector: {}\n  ingress:\n    - from:\n        - ${peer}`);
const to = (peer: string) => policy(`podSelector: {}\n  egress:\n    - to:\n        - ${peer}`);

const pod = (namespace = 'shop', app = 'web') => `---
apiVersion: v1
kind: Pod
metadata:
  name: ${app}
  namespace: ${namespace}
  labels: {app: ${app}}
spec:
  containers: [{name: web, image: "nginx:1.29"}]
`;

const space = (name = 'shop', labels = '{team: shop}') => `---
apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
  labels: ${labels}
`;

const operator = (namespace: string) => `---
apiVersion: example.com/v1
kind: Site
metadata:
  name: site
  namespace: ${namespace}
`;

const none = (rest: string) => ` # ! a peer of NetworkPolicy 'web' is ${rest}`;
const NAME = 'kubernetes.io/metadata.name';
const noSpace = (selector: string) => none(`namespaces with ${selector}; none that is known has it`);

describeRule(networkPolicySelectsNothing, {
  found: {
    'the pods that it is for': `${policy("podSelector: {matchLabels: {app: wbe}} # ! NetworkPolicy 'web' is for pods with app=wbe; no pod in namespace 'shop' has it")}${pod()}`,
    'an old version of the API': `${policy("podSelector: {matchLabels: {app: wbe}} # ! NetworkPolicy 'web' is for pods with app=wbe; no pod in namespace 'shop' has it", 'extensions/v1beta1')}${pod()}`,
    'pods that may come in': `${from(`podSelector: {matchLabels: {app: wbe}}${none("pods with app=wbe; no pod in namespace 'shop' has it")}`)}${pod()}`,
    'pods that may be reached': `${to(`podSelector: {matchLabels: {app: wbe}}${none("pods with app=wbe; no pod in namespace 'shop' has it")}`)}${pod()}`,
    'a label that no namespace has': `${from(`namespaceSelector: {matchLabels: {team: shops}}${noSpace('team=shops')}`)}${pod()}${space()}`,
    'a namespace that nobody knows': `${from(`namespaceSelector: {matchLabels: {${NAME}: monitoring}}${noSpace(`${NAME}=monitoring`)}`)}${pod()}`,
    'a label that the cluster does not write': to(
      `namespaceSelector: {matchLabels: {name: kube-system}}${noSpace('name=kube-system')}`,
    ),
    'pods that are not in the namespace meant': `${from(`podSelector: {matchLabels: {app: wbe}}${none("pods with app=wbe in namespace 'shop'; no pod there has it")}\n          namespaceSelector: {matchLabels: {team: shop}}`)}${pod()}${space()}`,
    'pods that are in another namespace than the one meant': `${from(`podSelector: {matchLabels: {app: web}}${none("pods with app=web in namespace 'other'; no pod there has it")}\n          namespaceSelector: {matchLabels: {${NAME}: other}}`)}${pod()}${pod('other', 'db')}${space('other', '{}')}`,
  },
  right: {
    'all pods of a namespace': policy('podSelector: {}'),
    'pods that are there': `${from('podSelector: {matchLabels: {app: web}}')}${pod()}`,
    'all namespaces': from('namespaceSelector: {}'),
    'pods of all namespaces, of which most are not known': from(
      'namespaceSelector: {}\n          podSelector: {matchLabels: {app: prometheus}}',
    ),
    'a label of a namespace': `${from('namespaceSelector: {matchLabels: {team: shop}}')}${pod()}${space()}`,
    'the name of a namespace of the set': `${from(`namespaceSelector: {matchLabels: {${NAME}: shop}}`)}${pod()}`,
    'the name of a namespace of the cluster': to(`namespaceSelector: {matchLabels: {${NAME}: kube-system}}`),
    'the name of a namespace of an add-on': from(
      `namespaceSelector: {matchExpressions: [{key: ${NAME}, operator: In, values: [ingress-nginx]}]}\n          podSelector: {matchLabels: {app.kubernetes.io/name: ingress-nginx}}`,
    ),
    'pods of a namespace of which nothing is known': to(
      `namespaceSelector: {matchLabels: {${NAME}: cert-manager}}\n          podSelector: {matchLabels: {app: webhook}}`,
    ),
    'pods of the cluster': `${to(`namespaceSelector: {matchLabels: {${NAME}: kube-system}}\n          podSelector: {matchLabels: {k8s-app: kube-dns}}`)}${pod('kube-system')}`,
    'pods that an operator makes': `${policy('podSelector: {matchLabels: {app: db}}')}${operator('shop')}`,
    'pods that an operator makes in another namespace': `${from('namespaceSelector: {matchLabels: {team: data}}\n          podSelector: {matchLabels: {app: db}}')}${pod('data')}${operator('data')}${space('data', '{team: data}')}`,
    'pods of one of two namespaces': `${from('namespaceSelector: {matchLabels: {team: shop}}\n          podSelector: {matchLabels: {app: db}}')}${pod()}${space()}${pod('more', 'db')}${space('more')}`,
    'pods of two namespaces, of which nothing is known of one': `${from('namespaceSelector: {matchLabels: {team: shop}}\n          podSelector: {matchLabels: {app: db}}')}${pod()}${space()}${space('more')}`,
    addresses: to('ipBlock: {cidr: 10.0.0.0/8}'),
  },
});

test('is a warning, and names what was probably meant', () => {
  const remedy = (yaml: string) => findingsIn(networkPolicySelectsNothing, yaml).map(({ remedy: text }) => text);
  expect(remedy(to('namespaceSelector: {matchLabels: {name: kube-system}}'))).toEqual([
    'Write kubernetes.io/metadata.name: kube-system, which is there',
  ]);
  expect(remedy(`${from('namespaceSelector: {matchLabels: {team: shops}}')}${space()}`)).toEqual([
    'Write team: shop, which is there',
  ]);
  expect(remedy(`${from(`namespaceSelector: {matchLabels: {${NAME}: shops}}`)}${space('shop', '{}')}`)).toEqual([
    `Write ${NAME}: shop, which is there`,
  ]);
  expect(remedy(from('namespaceSelector: {matchLabels: {name: nowhere}}'))).toEqual([
    expect.stringMatching(/^Write the labels of what is meant/),
  ]);
  expect(findingsIn(networkPolicySelectsNothing, networkPolicySelectsNothing.bad)).toMatchObject([
    { level: 'warning' },
  ]);
});

test('knows nothing of labels of namespaces that may be made elsewhere', () => {
  const unknown = from('namespaceSelector: {matchLabels: {purpose: monitoring}}');
  expect(findingsIn(networkPolicySelectsNothing, unknown)).toHaveLength(1);
  expect(findingsIn(networkPolicySelectsNothing, unknown, { complete: false })).toEqual([]);
});

test('believes what is declared', () => {
  const options = { externals: [{ kind: 'Namespace', name: 'monitoring' }] };
  const yaml = from(`namespaceSelector: {matchLabels: {${NAME}: monitoring}}`);
  expect(findingsIn(networkPolicySelectsNothing, yaml, options)).toEqual([]);
});
