import { dataOnEmptyDir } from '../../../../checks/rules/storage/data-on-empty-dir';
import { describeRule, findingsIn } from '../../rule-cases';

const pod = (image: string, mounts: string, volumes: string, env = '[]') => `
apiVersion: v1
kind: Pod
metadata: {name: db}
spec:
  containers:
    - name: db
      image: ${image}
      env: ${env}
      volumeMounts: ${mounts}
  volumes:
    ${volumes}
`;

const says = (image: string, directory: string, how = 'an emptyDir', volume = 'data') =>
  `# ! Pod 'db' keeps the data of '${image}' (${directory}) on the volume '${volume}', ${how}`;
const at = (path: string, name = 'data') => `[{name: ${name}, mountPath: ${path}}]`;
const lost = (mark = '', name = 'data') => `- name: ${name}\n      emptyDir: {} ${mark}`;
const PG = '/var/lib/postgresql/data';

describeRule(dataOnEmptyDir, {
  found: {
    'the data directory': pod('mysql:8.4', at('/var/lib/mysql'), lost(says('mysql:8.4', '/var/lib/mysql'))),
    'an image of a registry, with a digest': pod(
      'example.com:5000/library/postgres:17@sha256:00',
      at(PG),
      lost(says('example.com:5000/library/postgres:17@sha256:00', PG)),
    ),
    'a directory above it': pod('mongo:8', at('/data/'), lost(says('mongo:8', '/data/db'))),
    'the directory of newer images': pod('postgres:18', at('/var/lib/postgresql'), lost(says('postgres:18', PG))),
    'a directory that a variable names': pod(
      'postgres:17',
      at('/pg'),
      lost(says('postgres:17', '/pg/here')),
      '[{name: PGDATA, value: /pg/here}]',
    ),
    'a volume with only a name': pod(
      'mysql:8.4',
      at('/var/lib/mysql'),
      `- name: data ${says('mysql:8.4', '/var/lib/mysql', 'which has no source and so is an emptyDir')}`,
    ),
    'a source with nothing in it': pod(
      'mysql:8.4',
      at('/var/lib/mysql'),
      `- name: data ${says('mysql:8.4', '/var/lib/mysql', 'which has no source and so is an emptyDir')}\n      persistentVolumeClaim:`,
    ),
    'an emptyDir inside of a claim': pod(
      'postgres:17',
      `[{name: base, mountPath: /var/lib/postgresql}, {name: data, mountPath: ${PG}}]`,
      `- name: base\n      persistentVolumeClaim: {claimName: base}\n    ${lost(says('postgres:17', PG))}`,
    ),
  },
  right: {
    'a claim': pod('mysql:8.4', at('/var/lib/mysql'), '- {name: data, persistentVolumeClaim: {claimName: data}}'),
    'an emptyDir for other things': pod('mysql:8.4', at('/tmp'), lost()),
    'a directory that only begins the same': pod('mysql:8.4', at('/var/lib/mysql-files'), lost()),
    'a claim inside of an emptyDir': pod(
      'postgres:17',
      `[{name: data, mountPath: /var/lib/postgresql}, {name: base, mountPath: ${PG}}]`,
      `${lost()}\n    - {name: base, persistentVolumeClaim: {claimName: base}}`,
    ),
    'a variable that leads to a claim': pod(
      'postgres:17',
      `[{name: data, mountPath: ${PG}}, {name: base, mountPath: /pg}]`,
      `${lost()}\n    - {name: base, persistentVolumeClaim: {claimName: base}}`,
      '[{name: PGDATA, value: /pg/here}]',
    ),
    'a cache': pod('redis:8', at('/data'), lost()),
    'a program for a database': pod('example.com/mysql-backup:1', at('/var/lib/mysql'), lost()),
    'a mount without a volume, for another rule': pod('mysql:8.4', at('/var/lib/mysql', 'nobody'), lost()),
    'a claim of a StatefulSet': `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  template:
    spec:
      containers: [{name: db, image: mysql:8.4, volumeMounts: ${at('/var/lib/mysql')}}]
  volumeClaimTemplates: [{metadata: {name: data}, spec: {}}]`,
    'a claim of a StatefulSet in the place of an emptyDir': `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  template:
    spec:
      containers: [{name: db, image: mysql:8.4, volumeMounts: ${at('/var/lib/mysql')}}]
      volumes: [{name: data, emptyDir: {}}]
  volumeClaimTemplates: [{metadata: {name: data}, spec: {}}]`,
    'a database that a Job needs': `
apiVersion: batch/v1
kind: Job
metadata: {name: db}
spec:
  template:
    spec:
      containers: [{name: db, image: mysql:8.4, volumeMounts: ${at('/var/lib/mysql')}}]
      volumes: [{name: data, emptyDir: {}}]`,
  },
});

test('shows the mount', () => {
  const [finding] = findingsIn(dataOnEmptyDir, pod('mysql:8.4', at('/var/lib/mysql'), lost()));
  expect(finding?.related).toEqual([{ file: 'case.yaml', line: 10, column: 22 }]);
});
