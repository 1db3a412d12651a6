import { mountWithoutVolume } from '../../../../checks/rules/references/mount-without-volume';
import { describeRule, findingsIn } from '../../rule-cases';

const pod = (mounts: string, volumes = '[{name: pages, emptyDir: {}}]') => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      ${mounts}
  volumes: ${volumes}
`;

const statefulSet = (mount: string) => `
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
      containers:
        - name: db
          image: redis:8.2
          volumeMounts:
            - name: ${mount}
              mountPath: /data
  volumeClaimTemplates:
    - metadata: {name: data}
`;

describeRule(mountWithoutVolume, {
  found: {
    'a slip in the name': pod(
      "volumeMounts:\n        - name: page # ! Container 'web' of Pod 'web' mounts volume 'page', and the pod has 'pages'\n          mountPath: /pages",
    ),
    'a pod without volumes': pod(
      "volumeMounts:\n        - name: page # ! Container 'web' of Pod 'web' mounts volume 'page', and the pod has none\n          mountPath: /pages",
      '',
    ),
    'a device': pod(
      "volumeDevices:\n        - name: disk # ! Container 'web' of Pod 'web' mounts volume 'disk', and the pod has 'pages'\n          devicePath: /dev/xvda",
    ),
    'an init container': `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: copy
      image: busybox:1.37.0
      volumeMounts:
        - name: page # ! Container 'copy' of Pod 'web' mounts volume 'page', and the pod has none
          mountPath: /pages
  containers:
    - name: web
      image: nginx:1.29`,
    'a StatefulSet without such a claim': statefulSet(
      "date # ! Container 'db' of StatefulSet 'db' mounts volume 'date', and the pod has 'data'",
    ),
    'one volume once': pod(
      "volumeMounts:\n        - name: page # ! Container 'web' of Pod 'web' mounts volume 'page', and the pod has 'pages'\n          mountPath: /pages\n        - name: page\n          mountPath: /more",
    ),
  },
  right: {
    'a claim of a StatefulSet': statefulSet('data'),
    'a volume that is nothing but its name': pod('volumeMounts: [{name: pages, mountPath: /pages}]', '[{name: pages}]'),
    'one volume in two places': pod(
      'volumeMounts: [{name: pages, mountPath: /a, subPath: a}, {name: pages, mountPath: /b}]',
    ),
    'a resource whose operator adds volumes': `
apiVersion: example.com/v1
kind: Database
metadata:
  name: db
spec:
  template:
    spec:
      containers:
        - name: db
          image: redis:8.2
          volumeMounts: [{name: data, mountPath: /data}]`,
    'mounts of another shape': pod('volumeMounts: [3, {mountPath: /a}, {name: 7}]'),
  },
});

test('names the volume that was probably meant, and the other places', () => {
  const [finding] = findingsIn(
    mountWithoutVolume,
    pod('volumeMounts: [{name: page, mountPath: /a}]\n      volumeDevices:\n        - {name: page, devicePath: /b}'),
  );
  expect(finding?.remedy).toBe("Write 'pages', which is there");
  expect(finding?.related.map(({ line }) => line)).toEqual([12]);
});

test('is certain in a set that is not complete', () => {
  const [finding] = findingsIn(mountWithoutVolume, mountWithoutVolume.bad, { complete: false });
  expect(finding).toMatchObject({ level: 'error' });
});
