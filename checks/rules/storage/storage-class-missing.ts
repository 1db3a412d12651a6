import { defaultClass } from '../../facts/storage-classes';
import { nearest } from '../../model/nearest';
import type { ObjectSet } from '../../model/object-set';
import { missing } from '../../model/reference';
import type { Problem, Rule } from '../../rule';
import { type Claim, claimsOf } from '../../views/claims';
import { Volumes } from '../../views/volumes';

const example = (name: string) => `
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
spec:
  storageClassName: ${name}
  accessModes: [ReadWriteOnce]
  resources:
    requests:
      storage: 1Gi
`;

/** A claim of a class that nobody has. */
export const storageClassMissing: Rule = {
  id: 'storage-class-missing',
  subject: 'storage',
  level: 'error',
  reason: 'A claim of a class that is not there waits for ever, and its pods with it.',
  remedy: 'Name a class of the cluster, or leave it out for the default one',
  bad: example('standart'),
  good: example('standard'),
  *check(set) {
    const claims = claimsOf(set);
    const volumes = new Volumes(set, claims);
    for (const claim of claims) {
      const problem = problemOf(claim, volumes, set);
      if (problem !== undefined) yield problem;
    }
  },
};

// Volumes that are made by hand may have a class that exists by name alone.
function problemOf(claim: Claim, volumes: Volumes, set: ObjectSet): Problem | undefined {
  const { className: name, classField: at } = claim;
  if (name === undefined || name === '' || volumes.ofClass(name).length > 0) return undefined;
  if (claim.spec.get('volumeName').text) return undefined;
  const reference = { at, group: 'storage.k8s.io', kind: 'StorageClass', namespace: undefined, name };
  const problem = missing(reference, String(claim), set);
  const usual = defaultClass(set);
  const meant = usual === undefined ? undefined : nearest(name, [usual]);
  if (problem === undefined || problem.fix !== undefined || meant === undefined) return problem;
  return { ...problem, fix: `Write '${meant}', which is there` };
}
