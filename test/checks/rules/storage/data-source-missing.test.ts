import { dataSourceMissing } from '../../../../checks/rules/storage/data-source-missing';
import { describeRule, findingsIn } from '../../rule-cases';

const claim = (name: string, spec = 'accessModes: [ReadWriteOnce]', namespace = 'default') => `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: ${name}, namespace: ${namespace}}
spec:
  ${spec}
---`;

const snapshot = (source: string, name = 'monday') => `
apiVersion: snapshot.storage.k8s.io/v1
kind: VolumeSnapshot
metadata: {name: ${name}}
spec:
  source:
    ${source}
---`;

const from = (kind: string, name: string, more = '', field = 'dataSource') =>
  `${field}:\n    kind: ${kind}${more}\n    name: ${name}`;
const SNAPSHOTS = '\n    apiGroup: snapshot.storage.k8s.io';

const statefulSet = `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  volumeClaimTemplates: [{metadata: {name: data}, spec: {}}]
---`;

describeRule(dataSourceMissing, {
  found: {
    'a copy of a claim that is nowhere': claim(
      'copy',
      from(
        'PersistentVolumeClaim',
        "old # ! PersistentVolumeClaim 'copy' names PersistentVolumeClaim 'old', which is not there in namespace 'default'",
      ),
    ),
    'a snapshot that is nowhere': claim(
      'copy',
      from(
        'VolumeSnapshot',
        "old # ! PersistentVolumeClaim 'copy' names VolumeSnapshot 'old', which is not there in namespace 'default'",
        SNAPSHOTS,
      ),
    ),
    'the newer field': claim(
      'copy',
      from(
        'VolumeSnapshot',
        "old # ! PersistentVolumeClaim 'copy' names VolumeSnapshot 'old', which is not there in namespace 'default'",
        SNAPSHOTS,
        'dataSourceRef',
      ),
    ),
    'a claim of another Namespace': `${claim('old', undefined, 'b')}${claim(
      'copy',
      from(
        'PersistentVolumeClaim',
        "old # ! PersistentVolumeClaim 'copy' names PersistentVolumeClaim 'old', which is not there in namespace 'a'",
      ),
      'a',
    )}`,
    'a snapshot of a claim that is nowhere': snapshot(
      "persistentVolumeClaimName: data # ! VolumeSnapshot 'monday' names PersistentVolumeClaim 'data', which is not there in namespace 'default'",
    ),
    'a snapshot of another claim of a StatefulSet': `${statefulSet}${snapshot(
      "persistentVolumeClaimName: logs-db-0 # ! VolumeSnapshot 'monday' names PersistentVolumeClaim 'logs-db-0', which is not there in namespace 'default'",
    )}`,
    'a snapshot whose content is nowhere': snapshot(
      "volumeSnapshotContentName: old # ! VolumeSnapshot 'monday' names VolumeSnapshotContent 'old', which is not there",
    ),
  },
  right: {
    'a copy of a claim': `${claim('old')}${claim('copy', from('PersistentVolumeClaim', 'old'))}`,
    'a snapshot of a claim, and what is restored from it': `${claim('data')}${snapshot('persistentVolumeClaimName: data')}${claim('copy', from('VolumeSnapshot', 'monday', SNAPSHOTS))}`,
    'a snapshot of the claim of a StatefulSet': `${statefulSet}${snapshot('persistentVolumeClaimName: data-db-0')}`,
    'a copy of the claim of a pod': `${claim('copy', from('PersistentVolumeClaim', 'web-scratch'))}
apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers: [{name: web, image: nginx:1.29}]
  volumes: [{name: scratch, ephemeral: {volumeClaimTemplate: {spec: {}}}}]`,
    'a snapshot of another Namespace': `${claim(
      'copy',
      from('VolumeSnapshot', 'monday', `${SNAPSHOTS}\n    namespace: default`, 'dataSourceRef'),
      'a',
    )}${claim('data')}${snapshot('persistentVolumeClaimName: data')}`,
    'data of another kind, which somebody else knows': claim(
      'copy',
      from('Backup', 'old', '\n    apiGroup: example.com'),
    ),
    'a snapshot of another group': claim('copy', from('VolumeSnapshot', 'old', '\n    apiGroup: example.com')),
    'a claim that an operator may make': `${snapshot('persistentVolumeClaimName: data')}
apiVersion: postgresql.example.com/v1
kind: Cluster
metadata: {name: db}`,
  },
});

test('is a warning where the data may be elsewhere', () => {
  const [finding] = findingsIn(dataSourceMissing, claim('copy', from('PersistentVolumeClaim', 'old')), {
    complete: false,
  });
  expect(finding?.level).toBe('warning');
});
