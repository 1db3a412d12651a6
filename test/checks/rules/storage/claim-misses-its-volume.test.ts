import { claimMissesItsVolume } from '../../../../checks/rules/storage/claim-misses-its-volume';
import { describeRule, findingsIn } from '../../rule-cases';

const volume = (spec = '', modes = 'ReadWriteOnce') => `
apiVersion: v1
kind: PersistentVolume
metadata: {name: shelf, labels: {release: stable}}
spec:
  capacity: {storage: 2Gi}
  accessModes: [${modes}]
  hostPath: {path: /srv/shelf}
  ${spec}
---`;

const claim = (spec = '', { modes = 'ReadWriteOnce', mark = '', size = '1Gi', name = 'data' } = {}) => `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: ${name}}
spec: ${mark}
  accessModes: [${modes}]
  resources: {requests: {storage: ${size}}}
  ${spec}
---`;

const says = (has = 'none', more = '', who = "PersistentVolumeClaim 'data'") => ({
  mark: `# ! ${who} has no class, so that the default class 'standard' takes it; PersistentVolume 'shelf', which fits, has ${has}${more}`,
});
const WAITS = ", and 'standard' makes none like it";

describeRule(claimMissesItsVolume, {
  found: {
    'a volume without a class': `${volume()}${claim('', says())}`,
    'a volume of a class that nobody names': `${volume('storageClassName: manual')}${claim('', says("'manual'"))}`,
    'a volume for several nodes, which the default class does not make': `${volume('', 'ReadWriteMany')}${claim('', { modes: 'ReadWriteMany', ...says('none', WAITS) })}`,
    'a volume by its name': `${volume()}${claim('volumeName: shelf', says('none', WAITS))}`,
    'a volume by its labels': `${volume()}${claim('selector: {matchLabels: {release: stable}}', says('none', WAITS))}`,
    'the claim of a StatefulSet': `${volume()}
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  volumeClaimTemplates:
    - metadata: {name: data}
      spec: ${says('none', '', "The claim 'data' of StatefulSet 'db'").mark}
        accessModes: [ReadWriteOnce]`,
  },
  right: {
    'no class in both': `${volume()}${claim('storageClassName: ""')}`,
    'the class of the volume': `${volume('storageClassName: manual')}${claim('storageClassName: manual')}`,
    'a volume of the default class': `${volume('storageClassName: standard')}${claim()}`,
    'a volume that is kept for the claim': `${volume('claimRef: {name: data, namespace: default}')}${claim()}`,
    'a volume that is kept for another claim': `${volume('claimRef: {name: other}')}${claim()}`,
    'a volume that is too small': `${volume()}${claim('', { size: '3Gi' })}`,
    'a volume of a class that another claim names': `${volume('storageClassName: manual')}${claim()}${claim('storageClassName: manual', { name: 'other' })}`,
    'a set whose own default class is that of the volume': `${volume('storageClassName: manual')}${claim()}
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: manual, annotations: {storageclass.kubernetes.io/is-default-class: "true"}}
provisioner: kubernetes.io/no-provisioner`,
    'no volume': claim(),
  },
});

test('is an error where the default class cannot do instead', () => {
  const levels = (yaml: string, complete = true) =>
    findingsIn(claimMissesItsVolume, yaml, { complete }).map(({ level }) => level);
  expect(levels(`${volume()}${claim()}`)).toEqual(['warning']);
  expect(levels(`${volume('', 'ReadWriteMany')}${claim('', { modes: 'ReadWriteMany' })}`)).toEqual(['error']);
  const both = { modes: 'ReadWriteOnce, ReadWriteMany' };
  expect(levels(`${volume('', both.modes)}${claim('', both)}`)).toEqual(['error']);
  expect(levels(`${volume()}${claim('volumeName: shelf')}`, false)).toEqual(['warning']);
});

test('says what to write', () => {
  const [finding] = findingsIn(claimMissesItsVolume, `${volume('storageClassName: manual')}${claim()}`);
  expect(finding).toMatchObject({ remedy: 'Write storageClassName: manual', related: [{ line: 4 }] });
  expect(findingsIn(claimMissesItsVolume, `${volume()}${claim()}`)[0]?.remedy).toBe('Write storageClassName: ""');
});
