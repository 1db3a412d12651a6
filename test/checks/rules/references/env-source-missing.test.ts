import { envSourceMissing } from '../../../../checks/rules/references/env-source-missing';
import { describeRule, findingsIn } from '../../rule-cases';

const pod = (env: string, rest = '') => `
apiVersion: v1
kind: Pod
metadata:
  name: shop${rest}
spec:
  containers:
    - name: shop
      image: nginx:1.29
      ${env}
`;

const key = (kind: 'configMap' | 'secret', name: string, key: string) => `env:
        - name: COLOUR
          valueFrom:
            ${kind}KeyRef:
              name: ${name}
              key: ${key}`;

const configMap = `---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  colour: blue
binaryData:
  logo: AA==
`;

const secret = (data: string) => `---
apiVersion: v1
kind: Secret
metadata:
  name: database
${data}
`;

const grant = (kind: 'Role' | 'ClusterRole', namespace: string) => `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata:
  name: maker
rules:
  - apiGroups: [""]
    resources: [secrets]
    verbs: [get, create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}Binding
metadata:
  name: maker
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ${kind}
  name: maker
subjects:
  - kind: ServiceAccount
    name: maker
    namespace: ${namespace}
`;

const other = (apiVersion: string, kind: string, rest: string) => `---
apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: other
${rest}
`;

describeRule(envSourceMissing, {
  found: {
    'a key that the ConfigMap does not have': `${pod(key('configMap', 'settings', "color # ! Container 'shop' of Pod 'shop' reads 'color' of ConfigMap 'settings', which has 'colour', 'logo'"))}${configMap}`,
    'a key that the Secret does not have': `${pod(key('secret', 'database', "pasword # ! Container 'shop' of Pod 'shop' reads 'pasword' of Secret 'database', which has 'password', 'user'"))}${secret('data:\n  password: AA==\nstringData:\n  user: shop')}`,
    'a ConfigMap that is not there': pod(
      key(
        'configMap',
        "setings # ! Container 'shop' of Pod 'shop' names ConfigMap 'setings', which is not there in namespace 'default'",
        'colour',
      ),
    ),
    'a Secret that is not there': pod(
      key(
        'secret',
        "database # ! Container 'shop' of Pod 'shop' names Secret 'database', which is not there in namespace 'default'",
        'user',
      ),
    ),
    'a ConfigMap of which all is taken': pod(
      "envFrom:\n        - configMapRef:\n            name: settings # ! Container 'shop' of Pod 'shop' names ConfigMap 'settings', which is not there in namespace 'default'",
    ),
    'a Secret of which all is taken': pod(
      "envFrom:\n        - secretRef:\n            name: database # ! Container 'shop' of Pod 'shop' names Secret 'database', which is not there in namespace 'default'",
    ),
    'an init container': `
apiVersion: v1
kind: Pod
metadata:
  name: shop
spec:
  initContainers:
    - name: wait
      image: busybox:1.37.0
      envFrom:
        - secretRef:
            name: database # ! Container 'wait' of Pod 'shop' names Secret 'database', which is not there in namespace 'default'
  containers:
    - name: shop
      image: nginx:1.29`,
    'one that -n could bring there': `${pod("envFrom:\n        - configMapRef:\n            name: settings # ! Container 'shop' of Pod 'shop' names ConfigMap 'settings'; it is not in namespace 'shop', and there is one in 'default'", '\n  namespace: shop')}${configMap}`,
    'one cause once': `${pod("envFrom:\n        - secretRef:\n            name: database # ! Container 'shop' of Pod 'shop' names Secret 'database', which is not there in namespace 'default'\n        - secretRef:\n            name: database")}`,
    'an account elsewhere that makes Secrets where it is': `${pod("envFrom:\n        - secretRef:\n            name: database # ! Container 'shop' of Pod 'shop' names Secret 'database', which is not there in namespace 'default'")}${grant('ClusterRole', 'operator')}`,
    'an account that may do everything, which makes nothing of its own': `${pod("envFrom:\n        - secretRef:\n            name: database # ! Container 'shop' of Pod 'shop' names Secret 'database', which is not there in namespace 'default'")}${grant('Role', 'default').replace('[secrets]', "['*']").replace('[get, create]', "['*']")}`,
    'an account that may only read': `${pod("envFrom:\n        - secretRef:\n            name: database # ! Container 'shop' of Pod 'shop' names Secret 'database', which is not there in namespace 'default'")}${grant('Role', 'default').replace('[get, create]', '[get]')}`,
    'an account that makes other things': `${pod("envFrom:\n        - secretRef:\n            name: database # ! Container 'shop' of Pod 'shop' names Secret 'database', which is not there in namespace 'default'")}${grant('Role', 'default').replace('[secrets]', '[configmaps]')}`,
    'a role of another namespace': `${pod("envFrom:\n        - secretRef:\n            name: database # ! Container 'shop' of Pod 'shop' names Secret 'database', which is not there in namespace 'default'")}${grant('Role', 'default').replaceAll('name: maker\n', 'name: maker\n  namespace: other\n').replace('name: maker\n  namespace: other\nsubjects', 'name: maker\nsubjects')}`,
    'many keys, of which the first are named': `${pod(key('configMap', 'many', "x # ! Container 'shop' of Pod 'shop' reads 'x' of ConfigMap 'many', which has 'aa', 'bb', 'cc', 'dd', 'ee' and 2 more"))}---
apiVersion: v1
kind: ConfigMap
metadata:
  name: many
data: {aa: '', bb: '', cc: '', dd: '', ee: '', ff: '', gg: ''}
`,
    'a role that nobody has': `${pod("envFrom:\n        - secretRef:\n            name: database # ! Container 'shop' of Pod 'shop' names Secret 'database', which is not there in namespace 'default'")}${grant('Role', 'default').replace('  name: maker\nsubjects', '  name: another\nsubjects')}`,
  },
  right: {
    'what is optional': pod(
      `${key('configMap', 'nothing', 'colour')}
              optional: true
      envFrom:
        - secretRef:
            name: nothing
            optional: true`,
    ),
    'a key of binary data': `${pod(key('configMap', 'settings', 'logo'))}${configMap}`,
    'a Secret that somebody fills in later': `${pod(key('secret', 'database', 'user'))}${secret('type: Opaque')}`,
    'a Secret that a Certificate makes': `${pod(key('secret', 'web-tls', 'tls.crt'))}${other('cert-manager.io/v1', 'Certificate', 'spec:\n  secretName: web-tls')}`,
    'a Secret that is sealed': `${pod(key('secret', 'other', 'user'))}${other('bitnami.com/v1alpha1', 'SealedSecret', 'spec:\n  encryptedData:\n    user: AgA=')}`,
    'keys that nobody here knows': `${pod(key('secret', 'other', 'user'))}${other('external-secrets.io/v1', 'ExternalSecret', 'spec: {}')}`,
    'what an operator makes beside its own resource': `${pod(key('secret', 'database-app', 'user'))}${other('postgresql.example.com/v1', 'Cluster', 'spec: {}')}`,
    'a Secret that an account of this namespace may make': `${pod('envFrom:\n        - secretRef:\n            name: database')}${grant('Role', 'default')}`,
    'a Secret that an account of the whole cluster makes where it runs': `${pod('envFrom:\n        - secretRef:\n            name: database')}${grant('ClusterRole', 'default')}`,
    'a role of the whole cluster that is bound here': `${pod('envFrom:\n        - secretRef:\n            name: database')}${grant('ClusterRole', 'other').replace('ClusterRoleBinding', 'RoleBinding')}`,
    'an account that may do everything with Secrets': `${pod('envFrom:\n        - secretRef:\n            name: database')}${grant('Role', 'default').replace('[get, create]', "['*']")}`,
    'what is in every namespace': pod(key('configMap', 'kube-root-ca.crt', 'ca.crt')),
    'what only a volume names, of which another rule speaks': pod(
      'volumeMounts: []\n  volumes: [{name: pages, configMap: {name: pages}}]',
    ),
    'values of another shape': pod('env: [{name: A, valueFrom: {configMapKeyRef: 7}}, 3]\n      envFrom: nothing'),
  },
});

test('names the key that was probably meant', () => {
  const [finding] = findingsIn(envSourceMissing, `${pod(key('configMap', 'settings', 'color'))}${configMap}`);
  expect(finding?.remedy).toBe("Write 'colour', which is there");
});

test('names the other kind that has this name', () => {
  const [finding] = findingsIn(envSourceMissing, `${pod(key('secret', 'settings', 'colour'))}${configMap}`);
  expect(finding?.remedy).toBe("Refer to the ConfigMap 'settings', which is there");
});

test('shows the other places of one cause, volumes among them', () => {
  const twice = pod(`${key('secret', 'database', 'user')}
        - name: AGAIN
          valueFrom:
            secretKeyRef:
              name: database
              key: password
  volumes:
    - name: database
      secret:
        secretName: database`);
  const findings = findingsIn(envSourceMissing, twice);
  expect(findings.map(({ related }) => related.map(({ line }) => line))).toEqual([[19, 24]]);
});

test('shows the other places of a key that is not there', () => {
  const twice = `${pod(key('configMap', 'settings', 'color').concat(key('configMap', 'settings', 'color').replace('env:', '').replace('COLOUR', 'AGAIN')))}${configMap}`;
  expect(findingsIn(envSourceMissing, twice).map(({ related }) => related.map(({ line }) => line))).toEqual([[20]]);
});

test('is a warning where it may be made elsewhere', () => {
  const [finding] = findingsIn(envSourceMissing, pod(key('secret', 'database', 'user')), { complete: false });
  expect(finding).toMatchObject({ level: 'warning' });
  expect(finding?.remedy).toMatch(/Or declare Secret 'database' external/);
});

test('is certain of a key that an object of the set does not have', () => {
  const [finding] = findingsIn(envSourceMissing, envSourceMissing.bad, { complete: false });
  expect(finding).toMatchObject({ level: 'error' });
});
