import { type RemovedVersion, removalOf } from '../../facts/removed-versions';
import type { KubernetesObject } from '../../model/kubernetes-object';
import type { Problem, Rule } from '../../rule';

/** An API version that the release of the cluster does not serve any more. */
export const apiVersionRemoved: Rule = {
  id: 'api-version-removed',
  subject: 'schema',
  level: 'error',
  reason: 'An API server refuses objects of versions that it does not serve any more.',
  remedy: 'Leave the object out: nothing took its place',
  bad: `
apiVersion: policy/v1beta1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  minAvailable: 1
  selector:
    matchLabels:
      app: web
`,
  good: `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  minAvailable: 1
  selector:
    matchLabels:
      app: web
`,
  *check(set) {
    const { kubernetes } = set.surroundings;
    for (const object of set.objects) {
      const removal = removalOf(object.apiVersion, object.kind, kubernetes);
      if (removal !== undefined) yield problemOf(object, removal, kubernetes);
    }
  },
};

function problemOf(object: KubernetesObject, { since, instead, moved }: RemovedVersion, kubernetes: string): Problem {
  const { apiVersion, kind } = object;
  const message = `Kubernetes ${kubernetes} does not serve ${kind} in ${apiVersion}; it went with ${since}`;
  const what = moved === undefined ? '' : `; ${moved}`;
  return {
    at: object.field('apiVersion'),
    message,
    ...(instead !== undefined && { fix: `Write apiVersion: ${instead}${what}` }),
  };
}
