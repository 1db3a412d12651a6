import { storageClassMissing } from '../../../../checks/rules/storage/storage-class-missing';
import { describeRule, findingsIn } from '../../rule-cases';

const claim = (spec: string) => `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data}
spec:
  ${spec}
---`;

const storageClass = (name: string) => `
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: ${name}}
provisioner: example.com/fast
---`;

const says = (name: string, who = "PersistentVolumeClaim 'data'") =>
  `# ! ${who} names StorageClass '${name}', which is not there`;

describeRule(storageClassMissing, {
  found: {
    'a class of other clusters': claim(`storageClassName: gp3 ${says('gp3')}`),
    'a slip': `${storageClass('fast')}${claim(`storageClassName: fsat ${says('fsat')}`)}`,
    'the old annotation': `
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
  annotations:
    volume.beta.kubernetes.io/storage-class: slow ${says('slow')}`,
    'the claim of a StatefulSet': `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  volumeClaimTemplates:
    - metadata: {name: data}
      spec:
        storageClassName: slow ${says('slow', "The claim 'data' of StatefulSet 'db'")}`,
    'the claim of a pod': `
apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers: [{name: web, image: nginx:1.29}]
  volumes:
    - name: scratch
      ephemeral:
        volumeClaimTemplate:
          spec:
            storageClassName: slow ${says('slow', "The claim 'scratch' of Pod 'web'")}`,
  },
  right: {
    'the class of kind': claim('storageClassName: standard'),
    'a class of the set': `${storageClass('fast')}${claim('storageClassName: fast')}`,
    'the default class': claim('accessModes: [ReadWriteOnce]'),
    'no class at all': claim('storageClassName: ""'),
    'a class that is only the name of volumes made by hand': `${claim('storageClassName: manual')}
apiVersion: v1
kind: PersistentVolume
metadata: {name: shelf}
spec: {storageClassName: manual}`,
    'a certain volume': claim('storageClassName: manual\n  volumeName: shelf'),
    'a volume without a claim': `
apiVersion: v1
kind: PersistentVolume
metadata: {name: shelf}
spec: {storageClassName: manual}`,
  },
});

test('names the class that was probably meant, of the set or of kind', () => {
  const remedy = (yaml: string) => findingsIn(storageClassMissing, yaml)[0]?.remedy;
  expect(remedy(`${storageClass('fast')}${claim('storageClassName: fsat')}`)).toBe("Write 'fast', which is there");
  expect(remedy(claim('storageClassName: Standard'))).toBe("Write 'standard', which is there");
  expect(remedy(claim('storageClassName: gp3'))).toBe(storageClassMissing.remedy);
});

test('is a warning where the class may be made elsewhere', () => {
  const [finding] = findingsIn(storageClassMissing, claim('storageClassName: gp3'), { complete: false });
  expect(finding?.level).toBe('warning');
  expect(
    findingsIn(storageClassMissing, claim('storageClassName: gp3'), {
      externals: [{ kind: 'StorageClass', name: 'gp3' }],
    }),
  ).toEqual([]);
});
