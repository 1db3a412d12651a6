import type { Rule } from '../../rule';

const example = (policy: string) => `
apiVersion: v1
kind: PersistentVolume
metadata:
  name: shelf
spec:
  capacity:
    storage: 5Gi
  accessModes: [ReadWriteOnce]
  persistentVolumeReclaimPolicy: ${policy}
  nfs:
    server: 172.17.0.2
    path: /srv
`;

/** A volume that is to be wiped and used again. */
export const reclaimPolicyRecycle: Rule = {
  id: 'reclaim-policy-recycle',
  subject: 'storage',
  level: 'warning',
  reason: 'Recycle is deprecated, wipes the data with a pod of its own, and only NFS and hostPath volumes have it.',
  remedy: 'Write Retain to keep the data, or Delete where a driver makes the volumes',
  bad: example('Recycle'),
  good: example('Retain'),
  *check(set) {
    for (const volume of set.of('PersistentVolume')) {
      const at = volume.field('spec', 'persistentVolumeReclaimPolicy');
      if (at.text !== 'Recycle') continue;
      const canBe = RECYCLED.some((kind) => volume.field('spec', kind).exists);
      yield {
        at,
        message: canBe
          ? `${volume} has the reclaim policy Recycle, which is deprecated`
          : `${volume} has the reclaim policy Recycle, which only volumes with ${RECYCLED.join(' or ')} have: after its claim it fails`,
      };
    }
    for (const one of set.of('StorageClass', 'storage.k8s.io')) {
      const at = one.field('reclaimPolicy');
      if (at.text !== 'Recycle') continue;
      yield { at, level: 'error', message: `${one} has the reclaim policy Recycle; a class has Delete or Retain` };
    }
  },
};

const RECYCLED = ['nfs', 'hostPath'];
