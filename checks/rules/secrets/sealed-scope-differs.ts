import type { KubernetesObject } from '../../model/kubernetes-object';
import type { Problem, Rule } from '../../rule';

const example = (name: string) => `
apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata:
  name: db
  namespace: shop
spec:
  encryptedData:
    password: AgBy8hCi
  template:
    metadata:
      name: ${name}
      namespace: shop
`;

/** A SealedSecret that was renamed, moved or given another scope after it was sealed. */
export const sealedScopeDiffers: Rule = {
  id: 'sealed-scope-differs',
  subject: 'secrets',
  level: 'error',
  reason: 'Name and Namespace are part of the encryption, unless the scope is wider: under others nothing decrypts it.',
  remedy: 'Seal the Secret again with kubeseal for this name, namespace and scope',
  bad: example('database'),
  good: example('db'),
  *check(set) {
    for (const sealed of set.of('SealedSecret', 'bitnami.com')) {
      const problem = scopeProblem(sealed) ?? namespaceProblem(sealed) ?? nameProblem(sealed);
      if (problem !== undefined) yield problem;
    }
  },
};

type Scope = 'strict' | 'namespace-wide' | 'cluster-wide';

const template = (sealed: KubernetesObject) => sealed.field('spec', 'template', 'metadata');

function scopeAt(sealed: KubernetesObject, ...path: string[]): Scope {
  const annotations = sealed.field(...path, 'annotations');
  const has = (scope: Scope) => annotations.get(`sealedsecrets.bitnami.com/${scope}`).text === 'true';
  if (has('cluster-wide')) return 'cluster-wide';
  return has('namespace-wide') ? 'namespace-wide' : 'strict';
}

// kubeseal writes the scope to both places; the controller reads the one of the SealedSecret.
function scopeProblem(sealed: KubernetesObject): Problem | undefined {
  const said = scopeAt(sealed, 'metadata');
  const sealedFor = scopeAt(sealed, 'spec', 'template', 'metadata');
  if (sealedFor === 'strict' || said === sealedFor) return undefined;
  return {
    at: sealed.field('metadata', 'annotations'),
    message: `${sealed} was sealed ${sealedFor} and says that it is ${said}`,
    fix: `Write the annotation sealedsecrets.bitnami.com/${sealedFor}: "true", or seal it again`,
    related: [template(sealed).get('annotations')],
  };
}

function namespaceProblem(sealed: KubernetesObject): Problem | undefined {
  const sealedFor = template(sealed).get('namespace');
  if (sealedFor.text === undefined || sealedFor.text === sealed.namespace) return undefined;
  if (scopeAt(sealed, 'metadata') === 'cluster-wide') return undefined;
  const at = sealed.field('metadata', 'namespace');
  const message = `${sealed} was sealed for namespace '${sealedFor.text}' and is in '${sealed.namespace}'`;
  if (sealed.saysNamespace) return { at, message, related: [sealedFor] };
  return {
    at,
    level: 'warning',
    message,
    fix: `Apply with -n ${sealedFor.text}, or write that Namespace`,
    related: [sealedFor],
  };
}

function nameProblem(sealed: KubernetesObject): Problem | undefined {
  const sealedFor = template(sealed).get('name');
  if (sealedFor.text === undefined || sealedFor.text === sealed.name) return undefined;
  if (scopeAt(sealed, 'metadata') !== 'strict') return undefined;
  return {
    at: sealed.field('metadata', 'name'),
    message: `${sealed} was sealed for the name '${sealedFor.text}'`,
    related: [sealedFor],
  };
}
