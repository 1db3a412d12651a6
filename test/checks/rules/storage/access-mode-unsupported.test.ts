import { accessModeUnsupported } from '../../../../checks/rules/storage/access-mode-unsupported';
import { describeRule, findingsIn } from '../../rule-cases';

const claim = (modes: string, spec = 'volumeMode: Filesystem') => `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data}
spec:
  ${spec}
  accessModes: ${modes}
---`;

const storageClass = (name: string, provisioner: string) => `
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: ${name}}
provisioner: ${provisioner}
---`;

const volume = (name: string) => `
apiVersion: v1
kind: PersistentVolume
metadata: {name: shelf}
spec:
  storageClassName: ${name}
  accessModes: [ReadWriteMany]
---`;

const workload = (spec: string, { kind = 'Deployment', name = 'web', mark = '' } = {}) => `
apiVersion: apps/v1
kind: ${kind}
metadata: {name: ${name}}
spec:
  ${spec}
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: web, image: nginx:1.29}]
      volumes:
        - name: data
          persistentVolumeClaim:
            claimName: data ${mark}
---`;

const says = (mode: string, text: string, who = "PersistentVolumeClaim 'data'") =>
  `# ! ${who} wants ${mode}; the ${text}`;
const OF_KIND = "class 'standard' (rancher.io/local-path) makes volumes with ReadWriteOnce, ReadWriteOncePod";

describeRule(accessModeUnsupported, {
  found: {
    'several nodes, of the class of kind': claim(
      `[ReadWriteMany] ${says('ReadWriteMany', OF_KIND)}`,
      'storageClassName: standard',
    ),
    'several readers, of the default class': claim(`[ReadOnlyMany] ${says('ReadOnlyMany', `default ${OF_KIND}`)}`),
    'two modes, of which one is not there': claim(
      `[ReadWriteOnce, ReadWriteMany] ${says('ReadWriteMany', `default ${OF_KIND}`)}`,
    ),
    'a class of the set': `${storageClass('fast', 'ebs.csi.aws.com')}${claim(
      `[ReadWriteMany] ${says('ReadWriteMany', "class 'fast' (ebs.csi.aws.com) makes volumes with ReadWriteOnce, ReadWriteOncePod")}`,
      'storageClassName: fast',
    )}`,
    'the claim of a StatefulSet': `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  volumeClaimTemplates:
    - metadata: {name: data}
      spec:
        accessModes: [ReadWriteMany] ${says('ReadWriteMany', `default ${OF_KIND}`, "The claim 'data' of StatefulSet 'db'")}`,
    'several pods for a volume of one': `${claim('[ReadWriteOncePod]')}${workload(
      "replicas: 2 # ! Deployment 'web' has 2 pods for the claim 'data' with ReadWriteOncePod: only one of them can start",
    )}`,
    'two workloads for a volume of one pod': `${claim('[ReadWriteOncePod]')}${workload('replicas: 1')}${workload(
      'replicas: 1',
      {
        name: 'other',
        mark: "# ! Deployment 'other' wants the claim 'data' with ReadWriteOncePod, which Deployment 'web' has",
      },
    )}`,
  },
  right: {
    'one node': claim('[ReadWriteOnce]'),
    'one pod': `${claim('[ReadWriteOncePod]')}${workload('replicas: 1')}`,
    'several readers of a disk of a cloud': `${storageClass('fast', 'pd.csi.storage.gke.io')}${claim('[ReadOnlyMany]', 'storageClassName: fast')}`,
    'a disk without a file system': `${storageClass('fast', 'ebs.csi.aws.com')}${claim('[ReadWriteMany]', 'storageClassName: fast\n  volumeMode: Block')}`,
    'a class of which nobody here knows the volumes': `${storageClass('nfs', 'nfs.csi.k8s.io')}${claim('[ReadWriteMany]', 'storageClassName: nfs')}`,
    'a class of the set with the name of that of kind': `${storageClass('standard', 'nfs.csi.k8s.io')}${claim('[ReadWriteMany]')}`,
    'a provisioner that somebody configures, perhaps with a file system that all nodes share': `${claim('[ReadWriteMany]')}
apiVersion: v1
kind: ConfigMap
metadata: {name: local-path-config, namespace: local-path-storage}`,
    'a volume that somebody made': `${volume('standard')}${claim('[ReadWriteMany]', 'storageClassName: standard')}`,
    'a volume that somebody made, and another rule speaks of': `${volume('""')}${claim('[ReadWriteMany]')}`,
    'a certain volume': claim('[ReadWriteMany]', 'volumeName: shelf'),
    'no class': claim('[ReadWriteMany]', 'storageClassName: ""'),
    'several pods on one node': `${claim('[ReadWriteOnce]')}${workload('replicas: 2')}`,
    'a workload that is stopped': `${claim('[ReadWriteOncePod]')}${workload('replicas: 1')}${workload('replicas: 0', { name: 'other' })}`,
    'a Job that waits for the others': `${claim('[ReadWriteOncePod]')}${workload('replicas: 1')}${workload('parallelism: 1', { kind: 'Job', name: 'other' }).replace('apps', 'batch')}`,
  },
});

test('is a warning where the class may be another one', () => {
  const levels = (yaml: string) =>
    findingsIn(accessModeUnsupported, yaml, { complete: false }).map(({ level }) => level);
  expect(levels(claim('[ReadWriteMany]'))).toEqual(['warning']);
  expect(
    levels(`${storageClass('near', 'rancher.io/local-path')}${claim('[ReadWriteMany]', 'storageClassName: near')}`),
  ).toEqual(['warning']);
  expect(
    levels(`${storageClass('fast', 'ebs.csi.aws.com')}${claim('[ReadWriteMany]', 'storageClassName: fast')}`),
  ).toEqual(['error']);
});

test('shows who makes the volumes', () => {
  const [finding] = findingsIn(
    accessModeUnsupported,
    `${storageClass('fast', 'ebs.csi.aws.com')}${claim('[ReadWriteMany]', 'storageClassName: fast')}`,
  );
  expect(finding?.related).toEqual([{ file: 'case.yaml', line: 5, column: 1 }]);
});
