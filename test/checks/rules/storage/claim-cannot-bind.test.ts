import { claimCannotBind } from '../../../../checks/rules/storage/claim-cannot-bind';
import { describeRule, findingsIn } from '../../rule-cases';

const volume = (spec = 'storageClassName: slow', name = 'shelf') => `
apiVersion: v1
kind: PersistentVolume
metadata: {name: ${name}, labels: {release: stable}}
spec:
  capacity: {storage: 5Gi}
  accessModes: [ReadWriteOnce, ReadOnlyMany]
  ${spec}
---`;

const claim = (spec: string, { size = '1Gi', modes = 'ReadWriteOnce', sizeMark = '', modesMark = '' } = {}) => `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data}
spec:
  accessModes: [${modes}] ${modesMark}
  resources:
    requests:
      storage: ${size} ${sizeMark}
  ${spec}
---`;

const waits = (why: string, name = 'shelf') =>
  `# ! PersistentVolumeClaim 'data' waits for a volume: PersistentVolume '${name}' ${why}`;
const needs = (what: string, why = '') =>
  `# ! PersistentVolumeClaim 'data' needs a volume made by hand${why}; there is none with ${what}`;

const local = `
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: local}
provisioner: kubernetes.io/no-provisioner
---`;

describeRule(claimCannotBind, {
  found: {
    'a volume that is too small': `${volume()}${claim('storageClassName: slow', { size: '8Gi', sizeMark: waits('has 5Gi where 8Gi is wanted') })}`,
    'a volume for one node': `${volume()}${claim('storageClassName: slow', { modes: 'ReadWriteMany', modesMark: waits('has ReadWriteOnce, ReadOnlyMany where ReadWriteMany is wanted') })}`,
    'a volume with a file system': `${volume()}${claim(`storageClassName: slow\n  volumeMode: Block ${waits('has a file system where a disk is wanted')}`)}`,
    'a volume without one': `${volume('storageClassName: slow\n  volumeMode: Block')}${claim(`storageClassName: slow\n  volumeMode: Filesystem ${waits('is a disk where a file system is wanted')}`)}`,
    'a volume with other labels': `${volume()}${claim(`storageClassName: slow\n  selector: {matchLabels: {release: beta}} ${waits('has not the labels release=beta')}`)}`,
    'a volume for another claim': `${volume('storageClassName: slow\n  claimRef: {name: other}')}${claim('storageClassName: slow').replace('spec:', `spec: ${waits("is kept for the claim 'other'")}`)}`,
    'a class without anybody who makes volumes': `${local}${claim(`storageClassName: local ${needs("the class 'local'")}`)}`,
    'no class, and no volume': claim(`storageClassName: "" ${needs('no class')}`),
    'labels, for which nobody makes a volume': claim(
      `storageClassName: standard\n  selector: {matchLabels: {release: stable}} ${needs("the class 'standard'", ', as it selects one')}`,
    ),
    'a volume by a name that is nowhere': `${volume()}${claim("volumeName: shlef # ! PersistentVolumeClaim 'data' names PersistentVolume 'shlef', which is not there")}`,
    'a volume by its name, of another class': `${volume()}${claim("volumeName: shelf\n  storageClassName: fast # ! PersistentVolumeClaim 'data' has the class 'fast', and PersistentVolume 'shelf' that it names has the class 'slow'")}`,
    'a volume by its name, too small': `${volume()}${claim('volumeName: shelf\n  storageClassName: slow', { size: '8Gi', sizeMark: waits('has 5Gi where 8Gi is wanted') })}`,
  },
  right: {
    'a volume that fits': `${volume()}${claim('storageClassName: slow')}`,
    'one of several that fits': `${volume()}${volume('storageClassName: slow', 'large').replace('5Gi', '9Gi')}${claim('storageClassName: slow', { size: '8Gi' })}`,
    'labels that a volume has': `${volume()}${claim('storageClassName: slow\n  selector: {matchExpressions: [{key: release, operator: Exists}]}')}`,
    'a volume by its name': `${volume()}${claim('storageClassName: slow\n  volumeName: shelf')}`,
    'a volume that is kept for the claim, whatever its class': `${volume('claimRef: {name: data, namespace: default}')}${local}${claim('storageClassName: local')}`,
    'a volume without a class': `${volume('')}${claim('storageClassName: ""')}`,
    'a local volume': `${local}${volume('storageClassName: local')}${claim('storageClassName: local')}`,
    'a class that makes volumes': claim('storageClassName: standard', { size: '900Gi' }),
    'the default class': claim('volumeMode: Filesystem'),
    'an empty selector': claim('selector: {}'),
    'a class that nobody knows, for another rule': claim('storageClassName: fast'),
    'the name of a volume that the cluster made': claim('volumeName: pvc-0a1b'),
    'a claim that misses its volume, for another rule': `${volume('')}${claim('selector: {matchLabels: {release: stable}}')}`,
  },
});

test('is a warning where the volume may be made elsewhere', () => {
  const [finding] = findingsIn(claimCannotBind, `${local}${claim('storageClassName: local')}`, { complete: false });
  expect(finding).toMatchObject({ level: 'warning' });
});

test('says the class of the volume', () => {
  const [finding] = findingsIn(claimCannotBind, `${volume()}${claim('volumeName: shelf\n  storageClassName: fast')}`);
  expect(finding).toMatchObject({ remedy: 'Write storageClassName: slow', related: [{ line: 8 }] });
});
