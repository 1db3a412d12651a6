import { isGroupOfKubernetes } from '../../facts/api-versions';
import { enforcedIn, minorOf, secured } from '../../facts/pod-security';
import { BASELINE } from '../../facts/pod-security-baseline';
import { RESTRICTED } from '../../facts/pod-security-restricted';
import type { Rule } from '../../rule';

const example = (pod: string, container: string) => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:${pod}
  containers:
    - name: web
      image: nginxinc/nginx-unprivileged:1.29${container}
`;

/** A pod that the restricted standard would refuse, where no Namespace says what it wants. */
export const podSecurityBelowRestricted: Rule = {
  id: 'pod-security-below-restricted',
  subject: 'security',
  level: 'advice',
  reason: 'The restricted standard takes from a pod what most applications never use and those who break in do.',
  remedy:
    'Give the pod a security context that the restricted standard takes, or say in its Namespace what is enforced',
  bad: example('', ''),
  good: example(
    `
  securityContext:
    runAsNonRoot: true
    runAsUser: 101
    seccompProfile: {type: RuntimeDefault}`,
    `
      securityContext:
        allowPrivilegeEscalation: false
        capabilities: {drop: [ALL]}`,
  ),
  *check(set) {
    const enforced = enforcedIn(set);
    const newest = minorOf(`v${set.surroundings.kubernetes}`) ?? Number.POSITIVE_INFINITY;
    for (const pod of set.pods) {
      if (enforced.has(pod.namespace ?? '') || !isGroupOfKubernetes(pod.owner.group)) continue;
      const under = secured(pod, 'restricted', newest);
      const violations = [...BASELINE, ...RESTRICTED].flatMap((control) => control(under).slice(0, 1));
      if (violations.length === 0) continue;
      yield {
        at: pod.spec,
        message: `${pod.owner} is below restricted: ${violations.map(({ message }) => message).join('; ')}`,
        related: violations.map(({ at }) => at),
      };
    }
  },
};
