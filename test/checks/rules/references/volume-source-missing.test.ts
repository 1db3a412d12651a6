import { volumeSourceMissing } from '../../../../checks/rules/references/volume-source-missing';
import { describeRule, findingsIn } from '../../rule-cases';

const pod = (volume: string, rest = '') => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29${rest}
  volumes:
    - name: pages
      ${volume}
`;

const configMap = `---
apiVersion: v1
kind: ConfigMap
metadata:
  name: pages
data:
  index.html: hello
`;

const statefulSet = `---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
spec:
  serviceName: db
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db}}
    spec:
      containers: [{name: db, image: "redis:8.2"}]
  volumeClaimTemplates:
    - metadata: {name: data}
`;

const claim = (name: string) => pod(`persistentVolumeClaim: {claimName: ${name}}`);

const absent = (kind: string, name: string) =>
  `# ! Volume 'pages' of Pod 'web' names ${kind} '${name}', which is not there in namespace 'default'`;

describeRule(volumeSourceMissing, {
  found: {
    'a ConfigMap that is not there': pod(`configMap:\n        name: page ${absent('ConfigMap', 'page')}`),
    'a Secret that is not there': pod(`secret:\n        secretName: page ${absent('Secret', 'page')}`),
    'a claim that is not there': pod(
      `persistentVolumeClaim:\n        claimName: page ${absent('PersistentVolumeClaim', 'page')}`,
    ),
    'a projected ConfigMap': pod(
      `projected:\n        sources:\n          - configMap:\n              name: page ${absent('ConfigMap', 'page')}`,
    ),
    'a projected Secret': pod(
      `projected:\n        sources:\n          - secret:\n              name: page ${absent('Secret', 'page')}`,
    ),
    'a key that the ConfigMap does not have': `${pod("configMap:\n        name: pages\n        items:\n          - key: index.htm # ! Volume 'pages' of Pod 'web' reads 'index.htm' of ConfigMap 'pages', which has 'index.html'\n            path: index.html")}${configMap}`,
    'a projected key': `${pod("projected:\n        sources:\n          - configMap:\n              name: pages\n              items:\n                - key: index.htm # ! Volume 'pages' of Pod 'web' reads 'index.htm' of ConfigMap 'pages', which has 'index.html'\n                  path: index.html")}${configMap}`,
    'a claim of another StatefulSet': `${pod(`persistentVolumeClaim:\n        claimName: data-web-0 ${absent('PersistentVolumeClaim', 'data-web-0')}`)}${statefulSet}`,
    'one claim in two workloads once': `${pod(`persistentVolumeClaim:\n        claimName: page ${absent('PersistentVolumeClaim', 'page')}`)}---${claim('page').replace('name: web', 'name: other')}`,
  },
  right: {
    'what is optional': pod('configMap: {name: page, optional: true, items: [{key: a, path: a}]}'),
    'an optional part of several': pod('projected: {sources: [{secret: {name: page, optional: true}}]}'),
    'a claim that is there': `${claim('pages')}---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: pages`,
    'a claim that a StatefulSet makes': `${claim('data-db-0')}${statefulSet}`,
    'a Secret that an Ingress asks cert-manager for': `${pod('secret: {secretName: web-tls}')}---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    cert-manager.io/issuer: web
spec:
  tls:
    - hosts: [example.com]
      secretName: web-tls`,
    'a claim that an operator makes': `${claim('disk')}---
apiVersion: example.com/v1
kind: DataVolume
metadata:
  name: disk`,
    'a volume of another kind': pod('emptyDir: {}'),
    'a volume that is nothing but its name': pod(''),
    'what variables name as well, of which another rule speaks': pod(
      'secret: {secretName: database}',
      '\n      envFrom:\n        - secretRef: {name: database}',
    ),
    'a missing claim in a list of another shape': pod('persistentVolumeClaim: [3]'),
  },
});

test('names what was probably meant', () => {
  const [finding] = findingsIn(volumeSourceMissing, `${pod('configMap: {name: page}')}${configMap}`);
  expect(finding?.remedy).toBe("Write 'pages', which is there");
});

test('shows the other places of one cause', () => {
  const configMaps = pod('configMap: {name: page}\n    - name: more\n      configMap: {name: page}');
  const claims = pod(
    'persistentVolumeClaim: {claimName: page}\n    - name: more\n      persistentVolumeClaim: {claimName: page}',
  );
  for (const twice of [configMaps, claims])
    expect(findingsIn(volumeSourceMissing, twice).map(({ related }) => related.map(({ line }) => line))).toEqual([
      [14],
    ]);
});

test('is a warning where it may be made elsewhere', () => {
  const [finding] = findingsIn(volumeSourceMissing, claim('pages'), { complete: false });
  expect(finding).toMatchObject({ level: 'warning' });
  expect(finding?.remedy).toMatch(/Or declare PersistentVolumeClaim 'pages' external/);
});

test('believes what is declared', () => {
  const externals = [{ kind: 'PersistentVolumeClaim', namespace: 'default', name: 'pages' }];
  expect(findingsIn(volumeSourceMissing, claim('pages'), { externals })).toEqual([]);
});
