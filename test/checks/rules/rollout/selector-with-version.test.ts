import { selectorWithVersion } from '../../../../checks/rules/rollout/selector-with-version';
import { describeRule, findingsIn } from '../../rule-cases';

const workload = (label: string, { kind = 'Deployment', name = 'web', image = 'nginx:1.29', api = 'apps/v1' } = {}) => `
apiVersion: ${api}
kind: ${kind}
metadata:
  name: ${name}
spec:
  selector:
    matchLabels:
      app: web
      ${label}
  template:
    metadata:
      labels:
        app: web
        ${label.replace(/ #.*/, '')}
    spec:
      containers:
        - name: web
          image: ${image}
`;

const says = (label: string, kind = 'Deployment') =>
  `# ! ${kind} 'web' selects ${label}, which the next version changes; a selector stays as it is`;

describeRule(selectorWithVersion, {
  found: {
    'the label that Kubernetes recommends': workload(
      `app.kubernetes.io/version: v2 ${says('app.kubernetes.io/version=v2')}`,
    ),
    'a version with its parts': workload(`version: v1.29.3 ${says('version=v1.29.3')}`),
    'the tag of the image': workload(`version: stable ${says('version=stable')}`, {
      image: 'example.com:5000/web:stable@sha256:0',
    }),
    'the version of a chart': workload(`helm.sh/chart: web-1.2.3 ${says('helm.sh/chart=web-1.2.3', 'StatefulSet')}`, {
      kind: 'StatefulSet',
    }),
    'the older label of a chart': workload(`chart: web-1.2.3 ${says('chart=web-1.2.3', 'DaemonSet')}`, {
      kind: 'DaemonSet',
    }),
  },
  right: {
    'one workload for each version': workload('version: v1.2', { name: 'web-v1.2' }),
    'one workload for each version, with its points as dashes': workload('app.kubernetes.io/version: v1.2', {
      name: 'web-v1-2',
    }),
    'two versions side by side, as a mesh has them': workload('version: v1'),
    'another label with a number': workload('release: 1.2.3'),
    'a ReplicaSet, which is made anew': workload('version: 1.2.3', { kind: 'ReplicaSet' }),
    'the resource of an operator': workload('version: 1.2.3', { api: 'argoproj.io/v1alpha1' }),
  },
});

test('names a workload with two such labels once', () => {
  const findings = findingsIn(selectorWithVersion, workload('version: 1.2.3\n      app.kubernetes.io/version: 1.2.3'));
  expect(findings.map(({ related }) => related)).toEqual([[{ file: 'case.yaml', line: 11, column: 7 }]]);
});
