import { podSecurityBelowRestricted } from '../../../../checks/rules/security/pod-security-below-restricted';
import { describeRule, findingsIn } from '../../rule-cases';

const namespace = (label: string) => `
---
apiVersion: v1
kind: Namespace
metadata:
  name: default
  labels:
    pod-security.kubernetes.io/${label}`;

const pod = (mark = '', rest = '') => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:${mark}
  hostNetwork: true
  securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
  containers:
    - name: web
      securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}${rest}`;

const below = " # ! Pod 'web' is below restricted: the pod has hostNetwork";

describeRule(podSecurityBelowRestricted, {
  found: {
    'what baseline refuses': pod(below),
    'a second cause': pod(
      `${below}; container 'other' does not set allowPrivilegeEscalation: false`,
      '\n    - {name: other, securityContext: {capabilities: {drop: [ALL]}}}',
    ),
    'a Namespace that only warns': `${pod(below)}${namespace('warn: restricted')}`,
  },
  right: {
    'a Namespace that says what it wants': `${pod()}${namespace('enforce: privileged')}`,
    'a Namespace that another rule speaks for': `${pod()}${namespace('enforce: baseline')}`,
    'all that restricted wants': pod().replace('  hostNetwork: true\n', ''),
    'pods of an operator': `
apiVersion: example.com/v1
kind: Database
metadata:
  name: db
spec:
  template:
    spec:
      containers: [{name: db}]`,
  },
});

test('is advice, with every place', () => {
  const [finding] = findingsIn(podSecurityBelowRestricted, pod());
  expect(finding?.level).toBe('advice');
  expect(finding?.related.map(({ line }) => line)).toEqual([7]);
});
