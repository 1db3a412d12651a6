import { isGroupOfKubernetes } from '../../facts/api-versions';
import type { ObjectSet } from '../../model/object-set';
import type { PodTemplate } from '../../model/pod-template';
import type { Rule } from '../../rule';
import { accountsOf, bindingsOf } from '../../views/bindings';

const example = (rest: string) => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:${rest}
  containers:
    - name: web
      image: nginx:1.29
`;

/** The token of an account that may do nothing, in a pod that hardly needs it. */
export const tokenMountedNeedlessly: Rule = {
  id: 'token-mounted-needlessly',
  subject: 'images',
  level: 'advice',
  reason: 'Every pod gets a token for the API; where nothing uses it, only somebody who breaks in can.',
  remedy: 'Write automountServiceAccountToken: false into the pod',
  bad: example(''),
  good: example('\n  automountServiceAccountToken: false'),
  *check(set) {
    const bound = boundIn(set);
    for (const pod of set.pods) {
      if (!isGroupOfKubernetes(pod.owner.group) || !isMounted(pod, set)) continue;
      const account = accountOf(pod);
      if (GROUPS.map((group) => group(pod.namespace)).some((group) => bound.has(group))) continue;
      if (bound.has(`${pod.namespace}\n${account}`)) continue;
      const named = pod.spec.get('serviceAccountName');
      yield {
        at: named.exists ? named : pod.spec,
        message: `${pod.owner} has the token of ServiceAccount '${account}', which no binding gives a right`,
      };
    }
  },
};

// Groups that an account is in.
const GROUPS = [
  () => 'system:serviceaccounts',
  () => 'system:authenticated',
  (namespace: string | undefined) => `system:serviceaccounts:${namespace}`,
];

function boundIn(set: ObjectSet): ReadonlySet<string> {
  const bound = new Set<string>();
  for (const binding of bindingsOf(set)) {
    for (const { namespace, name } of accountsOf(binding)) bound.add(`${namespace}\n${name}`);
    for (const subject of binding.field('subjects').items())
      if (subject.get('kind').text === 'Group') bound.add(subject.get('name').text ?? '');
  }
  return bound;
}

function accountOf({ spec }: PodTemplate): string {
  return spec.get('serviceAccountName').text || spec.get('serviceAccount').text || 'default';
}

// Sidecars that log in with the token say so by annotations; accounts of clouds do by those of the account.
const USERS = /^(vault\.hashicorp\.com|consul\.hashicorp\.com|linkerd\.io|sidecar\.istio\.io)\//;

function isMounted(pod: PodTemplate, set: ObjectSet): boolean {
  const own = pod.spec.get('automountServiceAccountToken').value;
  if (own === false) return false;
  const annotations = pod.template.get('metadata', 'annotations').entries();
  if (annotations.some(([key]) => USERS.test(key))) return false;
  if (own === true) return true;
  const account = set.find({ group: '', kind: 'ServiceAccount', namespace: pod.namespace, name: accountOf(pod) });
  return account?.field('automountServiceAccountToken').value !== false;
}
