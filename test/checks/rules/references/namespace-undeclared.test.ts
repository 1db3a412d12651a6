import { namespaceUndeclared } from '../../../../checks/rules/references/namespace-undeclared';
import { describeRule, findingsIn } from '../../rule-cases';

const inside = (namespace: string, name = 'settings', mark = '') => `---
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
  namespace: ${namespace}${mark}
`;

const namespace = (name: string) => `---
apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
`;

describeRule(namespaceUndeclared, {
  found: {
    'two objects in one Namespace once': `${inside('shop', 'a', " # ! ConfigMap 'a' is in namespace 'shop', which nobody makes")}${inside('shop', 'b')}`,
    'each of two Namespaces': `${inside('shop', 'a', " # ! ConfigMap 'a' is in namespace 'shop', which nobody makes")}${inside('store', 'a', " # ! ConfigMap 'a' is in namespace 'store', which nobody makes")}`,
    'a Namespace in which a tool does not make it': `${inside('shop', 'a', " # ! ConfigMap 'a' is in namespace 'shop', which nobody makes")}---
apiVersion: v1
kind: ConfigMap
metadata:
  name: application
spec:
  destination:
    namespace: shop
  syncPolicy:
    syncOptions: [Validate=false]
`,
  },
  right: {
    'objects that go where -n says': '\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n',
    'a Namespace below its objects': `${inside('shop')}${namespace('shop')}`,
    'Namespaces of the cluster and of add-ons': `${inside('kube-system')}${inside('default')}${inside('ingress-nginx')}${inside('metallb-system')}`,
    'a Namespace of an object that has none': `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: reader
  namespace: nowhere
rules: []
`,
    'a name that no Namespace can have, of which another rule speaks': inside('Shop_1'),
    'a Project of OpenShift': `${inside('shop')}---
apiVersion: project.openshift.io/v1
kind: Project
metadata:
  name: shop
`,
    'a Namespace that a tool makes for what it installs': `${inside('shop')}---
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: shop
spec:
  destination:
    namespace: shop
  syncPolicy:
    syncOptions: [CreateNamespace=true]
`,
  },
});

test('names the Namespace that was probably meant, and the other objects', () => {
  const [finding] = findingsIn(namespaceUndeclared, `${namespace('shop')}${inside('shpo', 'a')}${inside('shpo', 'b')}`);
  expect(finding?.remedy).toBe("Write 'shop', which is there, or add a Namespace 'shpo'");
  expect(finding?.related).toMatchObject([{ line: 17 }]);
});

test('is a warning where the Namespace may be made elsewhere', () => {
  const [finding] = findingsIn(namespaceUndeclared, inside('shop'), { complete: false });
  expect(finding).toMatchObject({ level: 'warning' });
  expect(finding?.remedy).toMatch(/Or declare Namespace 'shop' external, if something else makes it$/);
});
