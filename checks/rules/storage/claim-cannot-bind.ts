import { defaultClass, hasStorageClass, NO_PROVISIONER, provisionerOf } from '../../facts/storage-classes';
import type { KubernetesObject } from '../../model/kubernetes-object';
import type { ObjectSet } from '../../model/object-set';
import { missing } from '../../model/reference';
import type { Problem, Rule } from '../../rule';
import { type Claim, claimsOf } from '../../views/claims';
import { classOfVolume, misfit, missedVolume, Volumes } from '../../views/volumes';

const example = (size: string) => `
apiVersion: v1
kind: PersistentVolume
metadata:
  name: shelf
spec:
  storageClassName: slow
  capacity:
    storage: 5Gi
  accessModes: [ReadWriteOnce]
  nfs:
    server: 172.17.0.2
    path: /srv
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
spec:
  storageClassName: slow
  accessModes: [ReadWriteOnce]
  resources:
    requests:
      storage: ${size}
`;

/** A claim that no volume fits, where nobody makes one. */
export const claimCannotBind: Rule = {
  id: 'claim-cannot-bind',
  subject: 'storage',
  level: 'error',
  reason: 'Where volumes are made by hand, a claim waits until there is one with its class, size, mode and labels.',
  remedy: 'Make a volume that fits, or a claim that fits the volume',
  bad: example('8Gi'),
  good: example('5Gi'),
  *check(set) {
    const claims = claimsOf(set);
    const volumes = new Volumes(set, claims);
    const usual = defaultClass(set);
    const kept = keptClaims(set);
    for (const claim of claims) {
      if (kept.has(`${claim.object.namespace}\n${claim.name}`)) continue;
      if (missedVolume(claim, volumes, usual) !== undefined) continue;
      const problem = byName(claim, set) ?? byFit(claim, volumes, claim.className ?? usual ?? '', set);
      if (problem !== undefined) yield problem;
    }
  },
};

// A volume that says for whom it is need not have the class of the claim.
function keptClaims(set: ObjectSet): Set<string> {
  const references = set.of('PersistentVolume').map((volume) => volume.field('spec', 'claimRef'));
  return new Set(references.map((to) => `${to.get('namespace').text ?? 'default'}\n${to.get('name').text}`));
}

function byName(claim: Claim, set: ObjectSet): Problem | undefined {
  const at = claim.spec.get('volumeName');
  // The cluster gives such names to what it makes: it was there when the claim was written down.
  if (!at.text || at.text.startsWith('pvc-')) return undefined;
  const reference = { at, group: '', kind: 'PersistentVolume', namespace: undefined, name: at.text };
  const volume = set.find(reference);
  if (volume === undefined) return missing(reference, String(claim), set);
  const name = claim.className ?? defaultClass(set) ?? '';
  if (classOfVolume(volume) === name) return whyNot(claim, volume);
  return {
    at: claim.classField,
    message: `${claim} has ${inWords(name)}, and ${volume} that it names has ${inWords(classOfVolume(volume))}`,
    fix: `Write storageClassName: ${classOfVolume(volume) || '""'}`,
    related: [volume.field('spec', 'storageClassName')],
  };
}

function byFit(claim: Claim, volumes: Volumes, name: string, set: ObjectSet): Problem | undefined {
  if (claim.spec.get('volumeName').text || volumes.fitting(claim, name) !== undefined) return undefined;
  const [volume] = volumes.ofClass(name);
  const byHand = name === '' || provisionerOf(name, set) === NO_PROVISIONER;
  const byNameAlone = !hasStorageClass(name, set) && volume !== undefined;
  if (!byHand && !byNameAlone && !claim.isPicky) return undefined;
  const problem = volume && whyNot(claim, volume);
  return {
    at: claim.isPicky ? claim.spec.get('selector') : claim.classField,
    message: `${claim} needs a volume made by hand${claim.isPicky ? ', as it selects one' : ''}; there is none with ${inWords(name)}`,
    ...problem,
    unlessElsewhere: 'a PersistentVolume that fits',
  };
}

function whyNot(claim: Claim, volume: KubernetesObject): Problem | undefined {
  const found = misfit(volume, claim);
  return (
    found && {
      at: found.at,
      message: `${claim} waits for a volume: ${volume} ${found.why}`,
      related: [volume.field('metadata', 'name')],
    }
  );
}

function inWords(className: string): string {
  return className === '' ? 'no class' : `the class '${className}'`;
}
