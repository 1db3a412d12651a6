import { reclaimPolicyRecycle } from '../../../../checks/rules/storage/reclaim-policy-recycle';
import { describeRule, findingsIn } from '../../rule-cases';

const volume = (policy: string, source: string) => `
apiVersion: v1
kind: PersistentVolume
metadata: {name: shelf}
spec:
  ${source}
  ${policy}
`;

const storageClass = (policy: string) => `
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: slow}
provisioner: example.com/slow
${policy}
`;

const RECYCLE = 'persistentVolumeReclaimPolicy: Recycle # ! ';

describeRule(reclaimPolicyRecycle, {
  found: {
    'a volume that can be wiped': volume(
      `${RECYCLE}PersistentVolume 'shelf' has the reclaim policy Recycle, which is deprecated`,
      'nfs: {server: a, path: /}',
    ),
    'one that nobody can wipe': volume(
      `${RECYCLE}PersistentVolume 'shelf' has the reclaim policy Recycle, which only volumes with nfs or hostPath have: after its claim it fails`,
      'csi: {driver: example.com}',
    ),
    'a class': storageClass(
      "reclaimPolicy: Recycle # ! StorageClass 'slow' has the reclaim policy Recycle; a class has Delete or Retain",
    ),
  },
  right: {
    'a volume that stays': volume('persistentVolumeReclaimPolicy: Retain', 'hostPath: {path: /srv}'),
    'a volume that says nothing': volume('capacity: {storage: 1Gi}', 'hostPath: {path: /srv}'),
    'a class that deletes': storageClass('reclaimPolicy: Delete'),
  },
});

test('is an error of a class, which the API server refuses', () => {
  expect(findingsIn(reclaimPolicyRecycle, storageClass('reclaimPolicy: Recycle'))[0]?.level).toBe('error');
});
