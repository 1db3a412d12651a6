import { quantityInvalid } from '../../../../checks/rules/schema/quantity-invalid';
import { describeRule, findingsIn } from '../../rule-cases';

const pod = (resources: string, spec = '') => `---
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:${spec}
  containers:
    - name: web
      image: nginx:1.29
      resources: ${resources}
`;

const object = (kind: string, spec: string) => `---
apiVersion: v1
kind: ${kind}
metadata:
  name: web
spec: ${spec}
`;

const none = (what: string, value: string) => ` # ! ${what} is '${value}', which is no amount`;

describeRule(quantityInvalid, {
  found: {
    'letters that Kubernetes does not have': pod(`{ limits: { memory: 1GB } }${none('limits.memory', '1GB')}`),
    'small letters': pod(`{ requests: { memory: 64mi } }${none('requests.memory', '64mi')}`),
    'a blank': pod(`{ requests: { memory: 64 Mi } }${none('requests.memory', '64 Mi')}`),
    'a comma': pod(`{ requests: { cpu: "0,5" } }${none('requests.cpu', '0,5')}`),
    nothing: pod(`{ requests: { cpu: "" } } # ! requests.cpu is empty`),
    'less than nothing': pod('{ requests: { cpu: -1 } } # ! requests.cpu is -1, which is less than nothing'),
    'thousandths of a byte': pod(`{ limits: { memory: 512m } } # ! limits.memory is '512m': thousandths of a byte`),
    'processors in mebibytes': pod(`{ limits: { cpu: 500Mi } } # ! limits.cpu is '500Mi', more than any node has`),
    'millions of processors': pod(`{ limits: { cpu: 1M } } # ! limits.cpu is '1M', more than any node has`),
    'a request above its limit': pod(
      '{ requests: { memory: 1Gi }, limits: { memory: 512Mi } } # ! requests.memory is 1Gi, more than its limit of 512Mi',
    ),
    'a claim': object(
      'PersistentVolumeClaim',
      `{ resources: { requests: { storage: 1GB } } }${none('requests.storage', '1GB')}`,
    ),
    'a claim of a StatefulSet': object(
      'StatefulSet',
      `{ volumeClaimTemplates: [{ spec: { resources: { requests: { storage: 1GB } } } }] }${none('requests.storage', '1GB')}`,
    ).replace('apiVersion: v1', 'apiVersion: apps/v1'),
    'a volume': object('PersistentVolume', `{ capacity: { storage: 1GB } }${none('capacity.storage', '1GB')}`),
    'a quota': object('ResourceQuota', `{ hard: { limits.memory: 1GB } }${none('hard.limits.memory', '1GB')}`),
    'a range': object('LimitRange', `{ limits: [{ default: { memory: 1GB } }] }${none('default.memory', '1GB')}`),
    'an emptyDir': pod(
      '{}',
      `\n  volumes: [{ name: a, emptyDir: { sizeLimit: 1GB } }]${none('emptyDir.sizeLimit', '1GB')}`,
    ),
    'a claim of a pod': pod(
      '{}',
      `\n  volumes: [{ name: a, ephemeral: { volumeClaimTemplate: { spec: { resources: { requests: { storage: 1GB } } } } } }]${none('requests.storage', '1GB')}`,
    ),
    'a pod as a whole': pod('{}', `\n  resources: { limits: { memory: 1GB } }${none('limits.memory', '1GB')}`),
  },
  right: {
    'all suffixes': pod(
      '{ requests: { memory: 64Mi, cpu: 100m, a.b/c: 1, ephemeral-storage: 1e9, x: 1k, y: .5, z: "2." } }',
    ),
    numbers: pod('{ requests: { memory: 1000000, cpu: 0.5 }, limits: { cpu: 1 } }'),
    'a request that is its limit': pod('{ requests: { memory: 1024Mi }, limits: { memory: 1Gi } }'),
    'a request without a limit': pod('{ requests: { memory: 1Gi }, limits: { cpu: 1 } }'),
    'thousands of pods': object('ResourceQuota', '{ hard: { pods: 1k, cpu: 1M, count/jobs.batch: "10" } }'),
    'an emptyDir without a limit': pod('{}', '\n  volumes: [{ name: a, emptyDir: {} }]'),
    'amounts that are filled in': pod('{ requests: { memory: "${MEMORY}" } }'),
    'amounts of a custom resource': object('ResourceQuota', '{ hard: { memory: 1GB } }').replace(
      'v1',
      'example.com/v1',
    ),
  },
});

test.each([
  ['1GB', 'Write 1G'],
  ['1gb', 'Write 1G'],
  ['64mi', 'Write 64Mi'],
  ['64MiB', 'Write 64Mi'],
  ['1.5 Gi', 'Write 1.5Gi'],
  ['512KB', 'Write 512k'],
  ['1,5Gi', 'Write 1.5Gi'],
  ['512m', 'Write 512Mi'],
  ['lots', 'Write a number with m, k, M, G, T, Ki, Mi, Gi or Ti, or none'],
  ['5bananas', 'Write a number with m, k, M, G, T, Ki, Mi, Gi or Ti, or none'],
])('says what to write for %s', (memory, remedy) => {
  const findings = findingsIn(quantityInvalid, pod(`{ limits: { memory: "${memory}" } }`));
  expect(findings.map((finding) => finding.remedy)).toEqual([remedy]);
});

test('says how processors are written', () => {
  const [finding] = findingsIn(quantityInvalid, pod('{ limits: { cpu: 500Mi } }'));
  expect(finding?.remedy).toBe('Write a number of processors, such as 0.5 or 500m');
});

test('is a warning where only a request has thousandths of a byte', () => {
  expect(findingsIn(quantityInvalid, pod('{ requests: { memory: 512m } }'))).toMatchObject([{ level: 'warning' }]);
  expect(findingsIn(quantityInvalid, pod('{ limits: { memory: 512m } }'))).toMatchObject([{ level: 'error' }]);
});

test('names the limit', () => {
  const above = pod('\n        requests: { memory: 1Gi }\n        limits: { memory: 512Mi }');
  expect(findingsIn(quantityInvalid, above)[0]?.related).toMatchObject([{ line: 12 }]);
});
