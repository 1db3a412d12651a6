import { certManager } from '../../../platform/add-ons';
import type { Field } from '../../model/field';
import type { KubernetesObject } from '../../model/kubernetes-object';
import { nearest } from '../../model/nearest';
import type { ObjectSet } from '../../model/object-set';
import type { Problem, Rule } from '../../rule';
import { classNames, isClassThere } from '../../views/ingress-classes';
import { CERT_MANAGER } from '../../views/issuers';
import { SecretLookup } from '../../views/secret-lookup';

/** An issuer that names a Secret or a class that is not there. */
export const issuerReferenceMissing: Rule = {
  id: 'issuer-reference-missing',
  subject: 'certificates',
  level: 'error',
  reason: `An issuer becomes ready once all it names is there; the Secrets of a ClusterIssuer are read in namespace ${certManager.namespace.name}.`,
  remedy: 'Name what is there, or make it',
  bad: `
apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata:
  name: kind-ca
spec:
  ca:
    secretName: kind-ca
---
apiVersion: v1
kind: Secret
metadata:
  name: kind-ca
  namespace: default
data: {tls.crt: Zm9v, tls.key: Zm9v}
`,
  good: `
apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata:
  name: kind-ca
spec:
  ca:
    secretName: kind-ca
---
apiVersion: v1
kind: Secret
metadata:
  name: kind-ca
  namespace: cert-manager
data: {tls.crt: Zm9v, tls.key: Zm9v}
`,
  *check(set) {
    const secrets = new SecretLookup(set);
    for (const issuer of [...set.of('Issuer', CERT_MANAGER), ...set.of('ClusterIssuer', CERT_MANAGER)]) {
      const spec = issuer.field('spec');
      const namespace = issuer.kind === 'ClusterIssuer' ? certManager.namespace.name : issuer.namespace;
      const authority = spec.get('ca', 'secretName');
      const read = (at: Field, key?: Field) =>
        secrets.missing({ at, namespace, name: at.text ?? '', ...(key && { key }) }, `${issuer} reads`);
      const problems = [
        read(authority),
        ...secretsBelow(spec, issuer).map((reference) => read(reference.get('name'), reference.get('key'))),
        ...solverClasses(spec).map((field) => ofClass(field, set)),
        withoutKey(issuer),
      ];
      for (const problem of problems) if (problem !== undefined) yield problem;
    }
  },
};

// Every field that refers to a Secret is called so; what the settings of a webhook mean, only the webhook knows.
function secretsBelow(field: Field, issuer: KubernetesObject): Field[] {
  return [...field.entries(), ...field.items().map((item): [string, Field] => ['', item])].flatMap(([key, below]) => {
    if (key === 'webhook') return [];
    if (key === 'privateKeySecretRef') return isGivenKey(issuer) ? [below] : [];
    return /[sS]ecretRef$|^credentialsRef$/.test(key) ? [below] : secretsBelow(below, issuer);
  });
}

// cert-manager makes the key of an account itself, unless it is told not to.
function isGivenKey(issuer: KubernetesObject): boolean {
  return issuer.field('spec', 'acme', 'disableAccountKeyGeneration').value === true;
}

function withoutKey(issuer: KubernetesObject): Problem | undefined {
  const acme = issuer.field('spec', 'acme');
  if (!acme.exists || acme.get('privateKeySecretRef', 'name').exists) return undefined;
  return {
    at: acme,
    message: `${issuer} names no Secret for the key of its account`,
    fix: `Add privateKeySecretRef with a name, such as ${issuer.name}; cert-manager makes the Secret`,
  };
}

function solverClasses(spec: Field): Field[] {
  return spec
    .get('acme', 'solvers')
    .items()
    .map((solver) => solver.get('http01', 'ingress', 'ingressClassName'))
    .filter(({ text }) => text !== undefined && text !== '');
}

function ofClass(at: Field, set: ObjectSet): Problem | undefined {
  const { text = '', object } = at;
  if (isClassThere(text, set)) return undefined;
  const names = classNames(set);
  const meant = nearest(text, names);
  return {
    at,
    message: `${object} solves challenges by Ingresses of class '${text}', which is not there; there is '${names.join("', '")}'`,
    ...(meant !== undefined && { fix: `Write ingressClassName: ${meant}` }),
    unlessElsewhere: `IngressClass '${text}'`,
  };
}
