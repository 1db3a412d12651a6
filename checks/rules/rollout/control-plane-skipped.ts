import type { Field } from '../../model/field';
import type { Rule } from '../../rule';

const OLD = 'node-role.kubernetes.io/master';
const NEW = 'node-role.kubernetes.io/control-plane';

const example = (key: string) => `
apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: node-exporter
spec:
  selector:
    matchLabels:
      app: node-exporter
  template:
    metadata:
      labels:
        app: node-exporter
    spec:
      tolerations:
        - key: ${key}
          operator: Exists
          effect: NoSchedule
      containers:
        - name: node-exporter
          image: quay.io/prometheus/node-exporter:v1.9.1
`;

/** Pods that want to run on control planes and know only the old name of their taint. */
export const controlPlaneSkipped: Rule = {
  id: 'control-plane-skipped',
  subject: 'rollout',
  level: 'warning',
  reason: `Since Kubernetes 1.25 control planes have the taint ${NEW}, and no longer the one of the old name.`,
  remedy: `Tolerate ${NEW}`,
  bad: example(OLD),
  good: example(NEW),
  *check(set) {
    for (const { owner, spec } of set.pods) {
      const tolerations = spec.get('tolerations').items();
      const old = tolerations.find((toleration) => toleration.get('key').text === OLD);
      if (old === undefined || tolerations.some(isForControlPlanes)) continue;
      yield {
        at: old.get('key'),
        message: `${owner} tolerates '${OLD}', which no node has since Kubernetes 1.25, and not '${NEW}': no control plane runs it`,
      };
    }
  },
};

function isForControlPlanes(toleration: Field): boolean {
  const key = toleration.get('key').text ?? '';
  return key === NEW || (key === '' && toleration.get('operator').text === 'Exists');
}
