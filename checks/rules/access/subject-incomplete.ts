import type { Field } from '../../model/field';
import type { KubernetesObject } from '../../model/kubernetes-object';
import { didYouMean } from '../../model/nearest';
import type { Problem, Rule } from '../../rule';
import { bindingsOf, RBAC } from '../../views/bindings';

const example = (rest: string) => `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: reporter
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
subjects:
  - kind: ServiceAccount
    name: default${rest}
`;

/** A subject that the API server refuses because it does not say who is meant. */
export const subjectIncomplete: Rule = {
  id: 'subject-incomplete',
  subject: 'access',
  level: 'error',
  reason: 'A binding for the whole cluster has no Namespace to look for an account in, so it is refused without one.',
  remedy: 'Write kind, name and, for a ServiceAccount, the namespace of the subject',
  bad: example(''),
  good: example('\n    namespace: default'),
  *check(set) {
    for (const binding of bindingsOf(set)) {
      // The oldest form names versions, not groups.
      if (binding.version === 'v1alpha1') continue;
      for (const subject of binding.field('subjects').items()) {
        const problem = problemOf(binding, subject);
        if (problem !== undefined) yield problem;
      }
    }
  },
};

const KINDS = ['ServiceAccount', 'User', 'Group'];

function problemOf(binding: KubernetesObject, subject: Field): Problem | undefined {
  const kind = subject.get('kind');
  const name = subject.get('name');
  if (!kind.exists) return { at: subject, message: `${binding} has a subject without a kind` };
  if (kind.text === undefined || !KINDS.includes(kind.text))
    return {
      at: kind,
      message: `${binding} has a subject of kind '${kind.value}'; there are ${KINDS.join(', ')}${didYouMean(String(kind.value), KINDS)}`,
    };
  if (!name.exists || name.value === '')
    return { at: subject, message: `${binding} has a ${kind.text} without a name` };
  return groupProblem(binding, subject, `${kind.text} '${name.value}'`) ?? namespaceProblem(binding, subject);
}

function groupProblem(binding: KubernetesObject, subject: Field, who: string): Problem | undefined {
  const group = subject.get('apiGroup');
  if (group.text === undefined || group.text === '') return undefined;
  const right = subject.get('kind').text === 'ServiceAccount' ? '' : RBAC;
  if (group.text === right) return undefined;
  return {
    at: group,
    message: `${binding} names ${who} of group '${group.text}'; ${right === '' ? 'accounts are of the core group' : `it is '${right}'`}`,
    fix: `Write apiGroup: ${right === '' ? '"", or leave it out' : right}`,
  };
}

function namespaceProblem(binding: KubernetesObject, subject: Field): Problem | undefined {
  if (binding.kind !== 'ClusterRoleBinding' || subject.get('kind').text !== 'ServiceAccount') return undefined;
  const namespace = subject.get('namespace');
  if (namespace.exists && namespace.value !== '') return undefined;
  return {
    at: namespace.exists ? namespace : subject,
    message: `${binding} names ServiceAccount '${subject.get('name').text}' without its namespace`,
  };
}
