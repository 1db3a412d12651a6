import { type Misnamed, misnamed } from '../../facts/api-versions';
import { Definitions } from '../../facts/definitions';
import type { KubernetesObject } from '../../model/kubernetes-object';
import type { Problem, Rule } from '../../rule';

/** A kind or API version of Kubernetes with a slip. */
export const kindUnknown: Rule = {
  id: 'kind-unknown',
  subject: 'schema',
  level: 'error',
  reason: 'Kubernetes knows a kind only in the API versions that serve it, letter by letter.',
  remedy: 'Write the kind and its API version as kubectl api-resources lists them',
  bad: `
apiVersion: extentions/v1beta1
kind: Ingress
metadata:
  name: web
`,
  good: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
`,
  *check(set) {
    const definitions = new Definitions(set);
    for (const object of set.objects) {
      const wrong = misnamed(object);
      if (wrong !== undefined && !definitions.declares(object)) yield problemOf(object, wrong);
    }
  },
};

function problemOf(object: KubernetesObject, { field, meant }: Misnamed): Problem {
  const { apiVersion, kind } = object;
  const at = object.field(field);
  const message =
    field === 'kind' ? `there is no kind '${kind}' in ${apiVersion}` : `no '${apiVersion}' serves a ${kind}`;
  return { at, message, ...(meant !== undefined && { fix: `Write ${field}: ${meant}` }) };
}
