import { isGroupOfKubernetes } from '../../facts/api-versions';
import { enforcedIn, secured } from '../../facts/pod-security';
import { BASELINE } from '../../facts/pod-security-baseline';
import { RESTRICTED } from '../../facts/pod-security-restricted';
import type { Rule } from '../../rule';

const example = (rest: string) => `
apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: baseline
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: nginx:1.29
      ports:
        - containerPort: 80${rest}
`;

/** A pod that its own Namespace refuses. */
export const podSecurityViolated: Rule = {
  id: 'pod-security-violated',
  subject: 'security',
  level: 'error',
  reason:
    'The API server refuses every pod below the level that its Namespace enforces; a workload is taken and stays empty.',
  remedy: 'Change the field, or enforce a lower level in the Namespace',
  bad: example('\n          hostPort: 80'),
  good: example(''),
  *check(set) {
    const enforced = enforcedIn(set);
    for (const pod of set.pods) {
      const asked = enforced.get(pod.namespace ?? '');
      // What operators make of their own resources may have more in it.
      if (asked === undefined || asked.level === 'privileged' || !isGroupOfKubernetes(pod.owner.group)) continue;
      const { level, minor, label } = asked;
      for (const control of level === 'restricted' ? [...BASELINE, ...RESTRICTED] : BASELINE) {
        const [first, ...others] = control(secured(pod, level, minor));
        if (first !== undefined)
          yield {
            at: first.at,
            message: `${first.message}; namespace '${pod.namespace}' enforces ${level} (v1.${minor})`,
            // With another -n it would be another Namespace.
            ...(!pod.owner.saysNamespace && { level: 'warning' as const }),
            related: [...others.map(({ at }) => at), label],
          };
      }
    }
  },
};
