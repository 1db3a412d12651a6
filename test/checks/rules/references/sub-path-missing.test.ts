import { subPathMissing } from '../../../../checks/rules/references/sub-path-missing';
import { describeRule, findingsIn } from '../../rule-cases';

const pod = (subPath: string, volume = 'configMap: {name: settings}') => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      volumeMounts:
        - name: settings
          mountPath: /etc/web
          ${subPath}
  volumes:
    - name: settings
      ${volume}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  nginx.conf: events {}
---
apiVersion: v1
kind: Secret
metadata:
  name: users
stringData:
  users.txt: someone
`;

const message = (path: string, files: string) =>
  `# ! Container 'web' of Pod 'web' mounts '${path}' of volume 'settings', which has ${files}`;

const items = 'configMap: {name: settings, items: [{key: nginx.conf, path: conf/main.conf}]}';
const both = (rest = '') => `projected: {sources: [{configMap: {name: settings}}, {secret: {name: users}}${rest}]}`;

describeRule(subPathMissing, {
  found: {
    'a key that the ConfigMap does not have': pod(`subPath: ngnix.conf ${message('ngnix.conf', "'nginx.conf'")}`),
    'a key that the Secret does not have': pod(
      `subPath: users ${message('users', "'users.txt'")}`,
      'secret: {secretName: users}',
    ),
    'the key where a path is given to it': pod(
      `subPath: nginx.conf ${message('nginx.conf', "'conf/main.conf'")}`,
      items,
    ),
    'no file of any part': pod(`subPath: group.txt ${message('group.txt', "'nginx.conf', 'users.txt'")}`, both()),
    'no field of the pod': pod(
      `subPath: label ${message('label', "'labels'")}`,
      'downwardAPI: {items: [{path: labels, fieldRef: {fieldPath: metadata.labels}}]}',
    ),
    'no part beside a token': pod(
      `subPath: tokens ${message('tokens', "'nginx.conf', 'users.txt', 'token'")}`,
      both(', {serviceAccountToken: {path: token}}'),
    ),
  },
  right: {
    'a key': pod('subPath: nginx.conf'),
    'the path that is given to a key': pod('subPath: conf/main.conf', items),
    'a folder of such paths': pod('subPath: conf/', items),
    'the same, written another way': pod('subPath: ./nginx.conf'),
    'a folder on a disk': pod('subPath: web', 'emptyDir: {}'),
    'a file of one part': pod('subPath: users.txt', both()),
    'a part that is not known': pod('subPath: ca.crt', both(', {configMap: {name: kube-root-ca.crt}}')),
    'an object that is not there, which has a finding': pod('subPath: a', 'configMap: {name: nothing}'),
    'what is optional': pod('subPath: a', 'configMap: {name: settings, optional: true}'),
    'all of it by a dot': pod('subPath: .'),
    'a volume that is not there, which has a finding': pod('subPath: a').replace('- name: settings', '- name: setting'),
    'all of it': pod('subPath: ""'),
    'a path with a variable': pod('subPathExpr: $(POD_NAME)'),
    'a path of another shape': pod('subPath: [a]'),
  },
});

test('names the file that was probably meant', () => {
  const [finding] = findingsIn(subPathMissing, pod('subPath: ngnix.conf'));
  expect(finding?.remedy).toBe("Write 'nginx.conf', which is there");
});

test('is certain in a set that is not complete', () => {
  const [finding] = findingsIn(subPathMissing, pod('subPath: ngnix.conf'), { complete: false });
  expect(finding).toMatchObject({ level: 'error' });
});
