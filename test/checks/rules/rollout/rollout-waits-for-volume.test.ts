import { rolloutWaitsForVolume } from '../../../../checks/rules/rollout/rollout-waits-for-volume';
import { describeRule, findingsIn } from '../../rule-cases';

const claim = (modes = 'ReadWriteOnce', more = '') => `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data}
spec:
  accessModes: [${modes}]
  resources: {requests: {storage: 1Gi}}${more}
---`;

const volume = (source: string) => `
apiVersion: v1
kind: PersistentVolume
metadata: {name: shelf}
spec:
  storageClassName: shelf
  accessModes: [ReadWriteOnce]
  capacity: {storage: 1Gi}
  ${source}
---`;

const workload = (spec: string, { kind = 'Deployment', affinity = '{}', name = 'data' } = {}) => `
apiVersion: apps/v1
kind: ${kind}
metadata: {name: db}
spec:
  ${spec}
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db}}
    spec:
      affinity: ${affinity}
      containers: [{name: db, image: postgres:18}]
      volumes:
        - name: cache
          emptyDir: {}
        - name: data
          persistentVolumeClaim: {claimName: ${name}}
`;

const apart = (topology = 'kubernetes.io/hostname', app = 'db') =>
  `{podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: ${topology}, labelSelector: {matchLabels: {app: ${app}}}}]}}`;

const several = (kind = 'Deployment', more = '') =>
  `# ! ${kind} 'db' has 3 pods for one claim 'data' with ReadWriteOnce, which is on one node at a time${more}`;
const waits = (mode = 'ReadWriteOnce: on another node the new one waits for ever') =>
  `# ! Deployment 'db' starts a new pod before the old one may go, and both need the claim 'data' with ${mode}`;

describeRule(rolloutWaitsForVolume, {
  found: {
    'a new pod that comes first': `${claim()}${workload(`strategy: {type: RollingUpdate} ${waits()}`)}`,
    'the usual update': `${claim()}${workload('minReadySeconds: 1').replace('spec:', `spec: ${waits()}`)}`,
    'no pod that may go': `${claim()}${workload(`strategy: {rollingUpdate: {maxUnavailable: 0}} ${waits()}`)}`,
    'a volume of one pod': `${claim('ReadWriteOncePod')}${workload(`strategy: {} ${waits('ReadWriteOncePod: the new one waits for ever')}`)}`,
    'several pods of a Deployment': `${claim()}${workload(`replicas: 3 ${several()}`)}`,
    'several pods of a StatefulSet without templates': `${claim()}${workload(`replicas: 3 ${several('StatefulSet')}`, { kind: 'StatefulSet' })}`,
    'several pods that have to be on different nodes': `${claim()}${workload(`replicas: 3 ${several('Deployment', ', and keeps its pods on different nodes')}`, { affinity: apart() })}`,
    'a volume that travels between nodes': `${claim('ReadWriteOnce', '\n  storageClassName: shelf')}${volume('iscsi: {}')}${workload(`strategy: {} ${waits()}`)}`,
  },
  right: {
    'a pod that goes first': `${claim()}${workload('strategy: {type: Recreate}')}`,
    'a pod that may go at once': `${claim()}${workload('strategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 1}}')}`,
    'no new pod before': `${claim()}${workload('strategy: {rollingUpdate: {maxSurge: 0}}')}`,
    'a volume for several nodes': `${claim('ReadWriteOnce, ReadWriteMany')}${workload('replicas: 3')}`,
    'a volume that is everywhere': `${claim('ReadWriteOnce', '\n  storageClassName: shelf')}${volume('nfs: {}')}${workload('replicas: 3')}`,
    'a volume that never moves': `${claim('ReadWriteOnce', '\n  storageClassName: shelf')}${volume('hostPath: {}')}${workload('replicas: 1')}`,
    'one pod of a StatefulSet': `${claim()}${workload('serviceName: db', { kind: 'StatefulSet' })}`,
    'no pod at the moment': `${claim()}${workload('replicas: 0')}`,
    'the resource of an operator, who may know better': `${claim()}${workload('replicas: 3', { kind: 'Rollout' })}`,
    'a claim that is made elsewhere': `${claim()}${workload('replicas: 3', { name: 'other' })}`,
    'several pods with a volume for one, of which another rule speaks': `${claim('ReadWriteOncePod')}${workload('replicas: 3')}`,
  },
});

test('is an error where no node could have both', () => {
  const levels = (yaml: string) => findingsIn(rolloutWaitsForVolume, yaml).map(({ level }) => level);
  expect(levels(`${claim()}${workload('replicas: 3')}`)).toEqual(['warning']);
  expect(levels(`${claim()}${workload('replicas: 3', { affinity: apart() })}`)).toEqual(['error']);
  expect(
    levels(`${claim('ReadWriteOnce', '\n  storageClassName: nfs')}${workload('replicas: 3', { affinity: apart() })}`),
  ).toEqual(['warning']);
  expect(levels(`${claim()}${workload('replicas: 3', { affinity: apart('zone') })}`)).toEqual(['warning']);
  expect(levels(`${claim()}${workload('replicas: 3', { affinity: apart(undefined, 'web') })}`)).toEqual(['warning']);
  expect(levels(`${claim()}${workload('strategy: {}')}`)).toEqual(['warning']);
  expect(levels(`${claim('ReadWriteOncePod')}${workload('strategy: {}')}`)).toEqual(['error']);
});

test('shows the claim', () => {
  const related = (spec: string) => findingsIn(rolloutWaitsForVolume, `${claim()}${workload(spec)}`)[0]?.related;
  expect(related('replicas: 3')).toEqual([{ file: 'case.yaml', line: 6, column: 3 }]);
  expect(related('strategy: {}')).toEqual([{ file: 'case.yaml', line: 6, column: 3 }]);
});
