import { defaultClass, modesOf } from '../../facts/storage-classes';
import type { Rule } from '../../rule';
import { claimsOf } from '../../views/claims';
import { classOfVolume, missedVolume, Volumes } from '../../views/volumes';

const example = (line: string) => `
apiVersion: v1
kind: PersistentVolume
metadata:
  name: shelf
spec:
  capacity:
    storage: 1Gi
  accessModes: [ReadWriteOnce]
  hostPath:
    path: /srv/shelf
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
spec:${line}
  accessModes: [ReadWriteOnce]
  resources:
    requests:
      storage: 1Gi
`;

/** A claim that gets a new volume although one was made for it. */
export const claimMissesItsVolume: Rule = {
  id: 'claim-misses-its-volume',
  subject: 'storage',
  level: 'warning',
  reason: 'A claim without a class is one of the default class: a volume of another class, or of none, is not for it.',
  remedy: 'Write the class of the volume into the claim',
  bad: example(''),
  good: example('\n  storageClassName: ""'),
  *check(set) {
    const claims = claimsOf(set);
    const volumes = new Volumes(set, claims);
    const usual = defaultClass(set);
    const supported = modesOf(usual ?? '', set);
    for (const claim of claims) {
      const volume = missedVolume(claim, volumes, usual);
      if (volume === undefined) continue;
      const name = classOfVolume(volume);
      const waits =
        claim.spec.get('volumeName').text !== undefined ||
        claim.isPicky ||
        claim.modes.some((mode) => supported?.includes(mode) === false);
      yield {
        at: claim.spec,
        message: `${claim} has no class, so that the default class '${usual}' takes it; ${volume}, which fits, has ${name === '' ? 'none' : `'${name}'`}${waits ? `, and '${usual}' makes none like it` : ''}`,
        fix: `Write storageClassName: ${name === '' ? '""' : name}`,
        related: [volume.field('metadata', 'name')],
        ...(waits && { level: 'error', unlessElsewhere: 'another default StorageClass' }),
      };
    }
  },
};
