import { isGroupOfKubernetes } from '../../facts/api-versions';
import type { Rule } from '../../rule';
import { containerInWords, undeclaredProbes } from '../../views/undeclared-probes';

const example = (port: number) => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      readinessProbe:
        httpGet:
          path: /index.html
          port: ${port}
      livenessProbe:
        tcpSocket:
          port: 8000
`;

/** Two probes of a container on different ports that nothing else speaks of. */
export const probesDisagree: Rule = {
  id: 'probes-disagree',
  subject: 'ports',
  level: 'warning',
  reason:
    'A container listens on one port as a rule; where its probes ask on two and it declares neither, one of them is wrong.',
  remedy: 'Declare the ports with names, and write the names into the probes',
  bad: example(80),
  good: example(8000),
  *check(set) {
    for (const pod of set.pods.filter(({ owner }) => isGroupOfKubernetes(owner.group)))
      for (const container of pod.containers) {
        const [first, ...others] = undeclaredProbes(container, pod, set);
        const other = others.find(({ wanted }) => wanted !== first?.wanted);
        if (first === undefined || other === undefined) continue;
        yield {
          at: other.field,
          message: `${containerInWords(container)} is asked on port ${first.wanted} by its ${first.name} and on port ${other.wanted} by its ${other.name}, and declares neither`,
          related: [first.field],
        };
      }
  },
};
