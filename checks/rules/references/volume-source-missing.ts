import { grouped } from '../../model/grouped';
import { keyOf } from '../../model/kubernetes-object';
import type { ObjectSet } from '../../model/object-set';
import { isThere, missing, type Reference } from '../../model/reference';
import { RunTimeMakers } from '../../model/run-time-makers';
import type { Problem, Rule } from '../../rule';
import { configReferences } from '../../views/config-references';
import { absentKeys, absentSource, absentSources } from '../../views/config-sources';

const pages = (name: string) => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      volumeMounts:
        - name: pages
          mountPath: /usr/share/nginx/html
  volumes:
    - name: pages
      configMap:
        name: ${name}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web-pages
data:
  index.html: hello
`;

/** A volume whose ConfigMap, Secret, key or claim is not there. */
export const volumeSourceMissing: Rule = {
  id: 'volume-source-missing',
  subject: 'references',
  level: 'error',
  reason: 'A pod waits until everything that its volumes are made from is there.',
  remedy: 'Name what is there, or make it',
  bad: pages('web-page'),
  good: pages('web-pages'),
  *check(set) {
    const references = configReferences(set);
    for (const [first, ...others] of absentSources(references, set)) {
      // Of what variables name as well, the rule for variables speaks.
      const here = [first, ...others].every(({ by }) => by === 'volume');
      if (here) yield* absentSource(first, others, set);
    }
    yield* absentKeys(
      references.filter(({ by }) => by === 'volume'),
      set,
    );
    yield* absentClaims(set);
  },
};

type ClaimReference = Reference & { readonly who: string };

function* absentClaims(set: ObjectSet): Iterable<Problem> {
  const makers = new RunTimeMakers(set);
  const templates = claimTemplates(set);
  const absent = claimReferences(set).filter(
    ({ namespace, name }) =>
      !templates.has(`${namespace}\n${name.replace(/\d+$/, '')}`) &&
      !makers.mayMake('persistentvolumeclaims', namespace),
  );
  for (const [first, ...others] of grouped(absent, keyOf).values()) {
    const problem = isThere(first, set) ? undefined : missing(first, first.who, set);
    if (problem !== undefined)
      yield { ...problem, related: [...others.map(({ at }) => at), ...(problem.related ?? [])] };
  }
}

function claimReferences(set: ObjectSet): ClaimReference[] {
  return set.pods.flatMap(({ spec, owner, namespace }) =>
    spec
      .get('volumes')
      .items()
      .flatMap((volume) => {
        const at = volume.get('persistentVolumeClaim', 'claimName');
        const who = `Volume '${volume.get('name').text ?? ''}' of ${owner}`;
        return at.text ? [{ at, who, group: '', kind: 'PersistentVolumeClaim', namespace, name: at.text }] : [];
      }),
  );
}

// A StatefulSet makes a claim for each pod: the name of the template, its own name and a number.
function claimTemplates(set: ObjectSet): Set<string> {
  return new Set(
    set.of('StatefulSet', 'apps').flatMap((owner) =>
      owner
        .field('spec', 'volumeClaimTemplates')
        .items()
        .map((template) => `${owner.namespace}\n${template.get('metadata', 'name').text}-${owner.name}-`),
    ),
  );
}
