import { controlPlaneSkipped } from '../../../../checks/rules/rollout/control-plane-skipped';
import { describeRule } from '../../rule-cases';

const MASTER = 'node-role.kubernetes.io/master';
const pod = (...tolerations: string[]) => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: nginx:1.29}
  tolerations:
${tolerations.map((toleration) => `    - ${toleration}`).join('\n')}
`;

const says = `# ! Pod 'web' tolerates '${MASTER}', which no node has since Kubernetes 1.25, and not 'node-role.kubernetes.io/control-plane': no control plane runs it`;

describeRule(controlPlaneSkipped, {
  found: {
    'the old name alone': pod(`key: ${MASTER} ${says}`),
    'the old name beside others': pod(
      '{key: spray, value: mortein}',
      `key: ${MASTER} ${says}\n      effect: NoSchedule`,
    ),
    'the old name twice, once': pod(
      `key: ${MASTER} ${says}\n      effect: NoSchedule`,
      `{key: ${MASTER}, effect: NoExecute}`,
    ),
    'the old name beside a toleration of nothing': pod(`key: ${MASTER} ${says}`, '{effect: NoSchedule}'),
  },
  right: {
    'both names, for old and new clusters': pod(
      `{key: ${MASTER}, operator: Exists}`,
      '{key: node-role.kubernetes.io/control-plane, operator: Exists}',
    ),
    'everything, and the old name too': pod('{operator: Exists}', `{key: ${MASTER}, operator: Exists}`),
    'no control plane at all': pod('{key: spray, value: mortein}'),
  },
});
