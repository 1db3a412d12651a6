import { customResourceUnknown } from '../../../../checks/rules/references/custom-resource-unknown';
import { describeRule, findingsIn } from '../../rule-cases';

const resource = (apiVersion: string, kind: string, name = 'one') => `---
apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: ${name}
`;

const definition = (kind: string, plural: string, versions = '[{ name: v1, served: true }]') => `---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: ${plural}.example.com
spec:
  group: example.com
  names:
    kind: ${kind}
    plural: ${plural}
  versions: ${versions}
`;

describeRule(customResourceUnknown, {
  found: {
    'two kinds of one group that nobody brings once': `${resource('example.com/v1', 'Database # ! nobody brings the definition of Database of example.com')}${resource('example.com/v1', 'Cache')}`,
    'a slip in the kind of an add-on': resource(
      'cert-manager.io/v1',
      'ClusterIsuer # ! nobody brings the definition of ClusterIsuer of cert-manager.io; of this group there are Certificate, CertificateRequest, ClusterIssuer, Issuer',
    ),
    'a kind beside another one of its group': `${definition('Database', 'databases')}${resource('example.com/v1', 'Cache # ! nobody brings the definition of Cache of example.com; of this group there are Database')}${resource('example.com/v1', 'Database')}`,
    'a version that the definition does not serve': `${definition('Database', 'databases', '[{ name: v1, served: true }, { name: v1alpha1, served: false }]')}${resource("example.com/v1alpha1 # ! the definition of Database serves example.com/v1; here stands 'example.com/v1alpha1'", 'Database')}`,
    'a group that ends like those of Kubernetes': resource(
      'autoscaling.k8s.io/v1',
      'VerticalPodAutoscaler # ! nobody brings the definition of VerticalPodAutoscaler of autoscaling.k8s.io',
    ),
  },
  right: {
    'a definition below its resource': `${resource('example.com/v1', 'Database')}${definition('Database', 'databases')}`,
    'a definition of the old form': `${resource('example.com/v1', 'Database')}${definition('Database', 'databases', '')}  version: v1\n`,
    'kinds of Kubernetes': `${resource('v1', 'ConfigMap')}${resource('networking.k8s.io/v1', 'Ingress')}`,
    'kinds of the add-ons': `${resource('cert-manager.io/v1', 'Certificate')}${resource('metallb.io/v1beta2', 'BGPPeer')}${resource('gateway.networking.k8s.io/v1', 'GRPCRoute')}${resource('bitnami.com/v1alpha1', 'SealedSecret')}`,
    'the configuration of kind and kubeadm': `${resource('kind.x-k8s.io/v1alpha4', 'Cluster')}${resource('kubeadm.k8s.io/v1beta4', 'ClusterConfiguration')}${resource('kubelet.config.k8s.io/v1beta1', 'KubeletConfiguration')}`,
    'what is kept for tools alone': `${resource('example.com/v1', 'Settings')}  annotations:
    config.kubernetes.io/local-config: "true"
`,
    'a slip in a group of Kubernetes, of which another rule speaks': resource('extentions/v1beta1', 'Ingress'),
  },
});

test.each([
  ['databases.example.com', 'Database'],
  ['*.example.com', 'Database'],
  ['policies.example.com', 'Policy'],
  ['proxies.example.com', 'Proxy'],
  ['gateways.example.com', 'Gateway'],
  ['classes.example.com', 'Class'],
  ['meshsync.example.com', 'Meshsync'],
])('knows by %s that %s is there', (name, kind) => {
  const externals = [{ kind: 'CustomResourceDefinition', name }];
  expect(findingsIn(customResourceUnknown, resource('example.com/v1', kind), { externals })).toEqual([]);
});

test('is a warning where the definition may be elsewhere, and says what to declare', () => {
  const two = `${resource('example.com/v1', 'Database')}${resource('example.com/v1', 'Database', 'two')}`;
  const [finding] = findingsIn(customResourceUnknown, two, { complete: false });
  expect(finding).toMatchObject({ level: 'warning', related: [{ line: 8 }] });
  expect(finding?.remedy).toMatch(/Or declare CustomResourceDefinition '\*\.example\.com' external/);
  const [one] = findingsIn(customResourceUnknown, resource('cert-manager.io/v1', 'Isuer'), { complete: false });
  expect(one?.remedy).toBe(
    "Write 'Issuer', which is there. Or declare CustomResourceDefinition 'isuers.cert-manager.io' external, if something else makes it",
  );
});

test('says which version to write', () => {
  const old = `${definition('Database', 'databases')}${resource('example.com/v1beta1', 'Database')}${resource('example.com/v1beta1', 'Database', 'two')}`;
  const [finding] = findingsIn(customResourceUnknown, old, { complete: false });
  expect(finding).toMatchObject({
    level: 'error',
    remedy: 'Write apiVersion: example.com/v1',
    related: [{ line: 18 }],
  });
});
