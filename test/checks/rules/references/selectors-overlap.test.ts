import { check } from '../../../../checks/engine';
import { fresh } from '../../../../checks/model/cluster';
import { ObjectSet } from '../../../../checks/model/object-set';
import { readSet } from '../../../../checks/read/read-set';
import { selectorsOverlap } from '../../../../checks/rules/references/selectors-overlap';
import { describeRule, findingsIn } from '../../rule-cases';

const workload = (kind: string, name: string, selector: string, labels: string, metadata = '') => `---
apiVersion: apps/v1
kind: ${kind}
metadata:
  name: ${name}${metadata}
spec:
  selector: ${selector}
  template:
    metadata:
      labels: ${labels}
    spec:
      containers:
        - name: web
          image: nginx:1.29
`;

const web = '{matchLabels: {app: web}}';
const message = (kind: string, others: string, selector = 'app=web', name = 'a') =>
  ` # ! the selector ${selector} of ${kind} '${name}' also means the pods of ${others}`;

const pod = (metadata = '') => `---
apiVersion: v1
kind: Pod
metadata:
  name: debug
  labels: {app: web}${metadata}
spec:
  containers:
    - name: debug
      image: busybox:1.37.0
`;

describeRule(selectorsOverlap, {
  found: {
    'a Pod that a ReplicaSet takes': `${workload('ReplicaSet', 'a', web + message('ReplicaSet', "Pod 'debug'"), '{app: web}')}${pod()}`,
    'a Pod that a DaemonSet takes': `${workload('DaemonSet', 'a', web + message('DaemonSet', "Pod 'debug'"), '{app: web}')}${pod()}`,
    'a Pod that a ReplicationController takes': `${workload('ReplicationController', 'a', `{app: web}${message('ReplicationController', "Pod 'debug'")}`, '{app: web}').replace('apps/v1', 'v1')}${pod()}`,
    'a ReplicaSet that a Deployment takes': `${workload('Deployment', 'a', web + message('Deployment', "ReplicaSet 'b'"), '{app: web}')}${workload('ReplicaSet', 'b', '{matchLabels: {app: web, b: b}}', '{app: web, b: b}', '\n  labels: {app: web}')}`,
    'two Deployments with one selector, once': `${workload('Deployment', 'a', web + message('Deployment', "Deployment 'b'"), '{app: web}')}${workload('Deployment', 'b', web, '{app: web}')}`,
    'a selector that is wider than another': `${workload('Deployment', 'b', '{matchLabels: {app: web, track: canary}}', '{app: web, track: canary}')}${workload('Deployment', 'a', web + message('Deployment', "Deployment 'b'"), '{app: web, track: stable}')}`,
    'several others': `${workload('StatefulSet', 'a', web + message('StatefulSet', "Deployment 'b' and of 1 more"), '{app: web}')}${workload('Deployment', 'b', web, '{app: web}')}${workload('DaemonSet', 'c', web, '{app: web}')}`,
    'the gravest of several': `${workload('ReplicaSet', 'a', web + message('ReplicaSet', "Pod 'debug' and of 1 more"), '{app: web}')}${workload('StatefulSet', 'c', '{matchLabels: {app: web, c: c}}', '{app: web, c: c}')}${pod()}`,
    'the same in each of two namespaces': ['a', 'b']
      .map(
        (namespace) =>
          `${workload('Deployment', 'a', web + message('Deployment', "Deployment 'b'"), '{app: web}', `\n  namespace: ${namespace}`)}${workload('Deployment', 'b', web, '{app: web}', `\n  namespace: ${namespace}`)}`,
      )
      .join(''),
  },
  right: {
    'a Pod beside a Deployment, which looks for ReplicaSets': `${workload('Deployment', 'a', web, '{app: web}')}${pod()}`,
    'a Pod beside a StatefulSet, which looks for its own names': `${workload('StatefulSet', 'a', web, '{app: web}')}${pod()}`,
    'a Pod that has an owner': `${workload('ReplicaSet', 'a', web, '{app: web}')}${pod('\n  ownerReferences: [{kind: Node, name: one}]')}`,
    'labels that tell them apart': `${workload('Deployment', 'a', '{matchLabels: {app: web, track: stable}}', '{app: web, track: stable}')}${workload('Deployment', 'b', '{matchLabels: {app: web, track: canary}}', '{app: web, track: canary}')}`,
    'one label in two namespaces': `${workload('Deployment', 'a', web, '{app: web}', '\n  namespace: a')}${workload('Deployment', 'a', web, '{app: web}', '\n  namespace: b')}`,
    'one workload twice, of which another rule speaks': `${workload('Deployment', 'a', web, '{app: web}')}${workload('Deployment', 'a', web, '{app: web}')}`,
    'pods of a Job, which looks for its own': `${workload('Deployment', 'a', web, '{app: web}')}${workload('Job', 'b', web, '{app: web}').replace('apps/v1', 'batch/v1')}`,
    'no selector': `${workload('Deployment', 'a', '', '{app: web}')}${workload('Deployment', 'b', '{}', '{app: web}')}`,
  },
});

test('is an error where pods are taken, and a warning where they are only counted', () => {
  const levels = (yaml: string) => findingsIn(selectorsOverlap, yaml).map(({ level }) => level);
  expect(levels(`${workload('ReplicaSet', 'a', web, '{app: web}')}${pod()}`)).toEqual(['error']);
  expect(
    levels(`${workload('Deployment', 'a', web, '{app: web}')}${workload('Deployment', 'b', web, '{app: web}')}`),
  ).toEqual(['warning']);
  // Only a Deployment takes ReplicaSets, and nothing else.
  const labelled = (kind: string) => workload(kind, 'b', web, '{app: web}', '\n  labels: {app: web}');
  expect(levels(`${workload('StatefulSet', 'a', web, '{app: web}')}${labelled('ReplicaSet')}`)).toEqual(['warning']);
  expect(levels(`${workload('Deployment', 'a', web, '{app: web}')}${labelled('StatefulSet')}`)).toEqual(['warning']);
  // What no label leads to is not taken.
  expect(
    levels(`${workload('Deployment', 'a', web, '{app: web}')}${workload('ReplicaSet', 'b', web, '{app: web}')}`),
  ).toEqual(['warning']);
});

test('takes two files of a folder for alternatives', () => {
  const files = [workload('ReplicaSet', 'a', web, '{app: web}'), pod()].map((text, position) => ({
    file: `${position}.yaml`,
    text,
    named: true,
  }));
  const { objects } = readSet({ files, problems: [] });
  const found = (complete: boolean) => check(new ObjectSet(objects, fresh({ complete })), [selectorsOverlap]);
  expect(found(true)).toMatchObject([{ level: 'error' }]);
  expect(found(false)).toMatchObject([
    {
      level: 'warning',
      message: expect.stringMatching(/the pods of Pod 'debug', unless the files are alternatives$/),
      related: [{ file: '1.yaml', line: 6 }],
    },
  ]);
});
