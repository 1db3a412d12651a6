import { volumeWithoutMount } from '../../../../checks/rules/references/volume-without-mount';
import { describeRule } from '../../rule-cases';

const pod = (volumes: string, mounts = '[]', rest = '') => `
apiVersion: v1
kind: Pod
metadata:
  name: web${rest}
spec:
  containers:
    - name: web
      image: nginx:1.29
      volumeMounts: ${mounts}
  volumes:
    ${volumes}
`;

const pages = '- name: pages\n      emptyDir: {}';

const initMount = (mount: string) => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: copy
      image: busybox:1.37.0
      ${mount}
  containers:
    - name: web
      image: nginx:1.29
  volumes:
    ${pages}
`;

const statefulSet = (mount: string, message = '') => `
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
          volumeMounts: ${mount}
  volumeClaimTemplates:
    - metadata:
        name: data ${message}
`;

describeRule(volumeWithoutMount, {
  found: {
    'a volume that is only made': pod(
      "- name: pages # ! no container of Pod 'web' mounts volume 'pages'\n      emptyDir: {}",
    ),
    'a claim that is only made': statefulSet('[]', "# ! no container of StatefulSet 'db' mounts the claim 'data'"),
    'each of two volumes': pod(
      "- name: pages # ! no container of Pod 'web' mounts volume 'pages'\n    - name: cache # ! no container of Pod 'web' mounts volume 'cache'",
    ),
    'a claim beside one that is mounted': statefulSet(
      '[{name: data, mountPath: /data}]',
      "\n    - metadata:\n        name: more # ! no container of StatefulSet 'db' mounts the claim 'more'",
    ),
  },
  right: {
    'a volume that an init container fills': initMount('volumeMounts: [{name: pages, mountPath: /pages}]'),
    'a volume as a device': initMount('volumeDevices: [{name: pages, devicePath: /dev/xvda}]'),
    'a claim that is mounted': statefulSet('[{name: data, mountPath: /data}]'),
    'a volume beside a mount with a slip, which has a finding': pod(pages, '[{name: page, mountPath: /pages}]'),
    'a volume that an annotation hands to a sidecar': pod(
      pages,
      '[]',
      `\n  annotations:\n    sidecar.istio.io/userVolumeMount: '[{"name": "pages", "mountPath": "/pages"}]'`,
    ),
    'a resource whose operator adds containers': `
apiVersion: example.com/v1
kind: Database
metadata:
  name: db
spec:
  template:
    spec:
      containers: [{name: db, image: "redis:8.2"}]
      volumes: [{name: data}]`,
    'a volume without a name': pod('- emptyDir: {}'),
  },
});
