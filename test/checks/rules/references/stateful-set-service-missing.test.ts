import { statefulSetServiceMissing } from '../../../../checks/rules/references/stateful-set-service-missing';
import { describeRule, findingsIn } from '../../rule-cases';

const statefulSet = (service: string, container = '', metadata = '') => `
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db${metadata}
spec:
  ${service}
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db}}
    spec:
      containers:
        - name: db
          image: redis:8.2
          ${container}
`;

const service = (spec = 'clusterIP: None', selector = '{app: db}', name = 'db') => `---
apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
  ${spec}
  selector: ${selector}
  ports: [{port: 6379}]
`;

const web = `---
apiVersion: v1
kind: Pod
metadata:
  name: web
  labels: {app: web}
spec:
  containers: [{name: web, image: "nginx:1.29"}]
`;

const says = (rest: string) => ` # ! StatefulSet 'db' ${rest}`;
const absent = "names Service 'db', which is not there in namespace 'default'";

describeRule(statefulSetServiceMissing, {
  found: {
    'a Service that is not there': statefulSet(`serviceName: db${says(absent)}`),
    'one that an argument looks up': statefulSet(
      `serviceName: db${says(`${absent}, and 'db-0.db' is looked up`)}`,
      'args: [--master, "tcp://db-0.db:6379"]',
    ),
    'one that a command looks up by its host name': statefulSet(
      `serviceName: db${says(`${absent}, and '$(hostname).db' is looked up`)}`,
      'command: [sh, -c, "serve --as $(hostname).db"]',
    ),
    'one that a variable makes of the name of the pod': statefulSet(
      `serviceName: db${says(`${absent}, and '$(POD_NAME).db' is looked up`)}`,
      'env: [{name: SELF, value: $(POD_NAME).db}]',
    ),
    'one that a variable of another pod names': `${statefulSet(`serviceName: db${says(`${absent}, and 'db-2.db' is looked up`)}`)}${web.replace('"nginx:1.29"', '"nginx:1.29", env: [{name: DB, value: db-2.db.default.svc}]')}`,
    'one that a configuration names': `${statefulSet(`serviceName: db${says(`${absent}, and 'db-1.db' is looked up`)}`)}---
apiVersion: v1
kind: ConfigMap
metadata:
  name: peers
data:
  peers: db-1.db:6379`,
    'no Service at all': statefulSet('replicas: 1').replace(
      'spec:',
      `spec:${says('names no Service, so its pods have no names of their own')}`,
    ),
    'an empty name': `${statefulSet(
      `serviceName: ""${says("names no Service, so its pods have no names of their own, and 'db-0.redis' is looked up")}`,
      'args: [db-0.redis]',
    )}${service('clusterIP: None', '{app: db}', 'redis')}`,
    'a Service with an address of its own': `${statefulSet(`serviceName: db${says("names Service 'db', which is not headless")}`)}${service('type: ClusterIP')}`,
    'a Service of other pods': `${statefulSet(`serviceName: db${says("names Service 'db', which selects app=web, which its pods do not have")}`)}${service('clusterIP: None', '{app: web}')}${web}`,
    'a Service of no pods': `${statefulSet(`serviceName: db${says("names Service 'db', which has no selector")}`)}${service('clusterIP: None', '')}`,
    'a Service in another namespace': `${statefulSet(`serviceName: db${says("names Service 'db'; it is not in namespace 'a', and there is one in 'default'")}`, '', '\n  namespace: a')}${service()}`,
  },
  right: {
    'a headless Service': `${statefulSet('serviceName: db')}${service()}`,
    'another name for it': `${statefulSet('serviceName: peers')}${service('clusterIP: None', '{app: db}', 'peers')}`,
    'the new form of headless': `${statefulSet('serviceName: db')}${service('clusterIPs: [None]')}`,
    'a Service that means no pod, of which another rule speaks': `${statefulSet('serviceName: db')}${service('clusterIP: None', '{app: bd}')}`,
    'a Service that an operator makes': `${statefulSet('serviceName: db')}---
apiVersion: example.com/v1
kind: Database
metadata:
  name: db`,
  },
});

test('is an error only where a name is looked up', () => {
  const level = (yaml: string, complete = true) =>
    findingsIn(statefulSetServiceMissing, yaml, { complete }).map((finding) => finding.level);
  const used = 'args: [db-0.db]';
  expect(level(statefulSet('serviceName: db'))).toEqual(['warning']);
  expect(level(statefulSet('serviceName: db', used))).toEqual(['error']);
  expect(level(statefulSet('serviceName: db', used), false)).toEqual(['warning']);
  expect(level(statefulSet('serviceName: db', 'args: [bd-0.db, db-0.example, db.db]'))).toEqual(['warning']);
  const unnamed = statefulSet('replicas: 1', 'args: [db-0.redis]');
  expect(level(unnamed)).toEqual(['warning']);
  expect(level(`${unnamed}${service('clusterIP: None', '{app: db}', 'redis')}`)).toEqual(['error']);
  const others = `${service('clusterIP: None', '{app: web}')}${web}`;
  expect(level(`${statefulSet('serviceName: db', used)}${others}`)).toEqual(['error']);
  expect(level(`${statefulSet('serviceName: db')}${others}`)).toEqual(['warning']);
  // CoreDNS answers for the pods behind such a Service as well.
  expect(level(`${statefulSet('serviceName: db', used)}${service('type: ClusterIP')}`)).toEqual(['warning']);
});

test('shows who looks a name up, and the Service', () => {
  const related = (yaml: string) =>
    findingsIn(statefulSetServiceMissing, yaml).map((finding) => finding.related.map(({ line }) => line));
  expect(related(statefulSet('serviceName: db', 'args: [db-0.db]'))).toEqual([[15]]);
  expect(related(`${statefulSet('serviceName: db', 'args: [db-0.db]')}${service('clusterIP: None', '')}`)).toEqual([
    [21, 15],
  ]);
  expect(related(`${statefulSet('serviceName: db')}${service('type: ClusterIP')}`)).toEqual([[21]]);
});
