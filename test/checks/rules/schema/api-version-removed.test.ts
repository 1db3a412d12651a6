import { isGroupOfKubernetes, misnamed } from '../../../../checks/facts/api-versions';
import { REMOVED } from '../../../../checks/facts/removed-versions';
import { apiVersionRemoved } from '../../../../checks/rules/schema/api-version-removed';
import { describeRule, findingsIn } from '../../rule-cases';

const object = (apiVersion: string, kind: string) => `---
apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: web
`;

const old = (apiVersion: string, kind: string, since: string) =>
  object(`${apiVersion} # ! Kubernetes 1.37 does not serve ${kind} in ${apiVersion}; it went with ${since}`, kind);

describeRule(apiVersionRemoved, {
  found: {
    'kinds that went with different releases': `${old('extensions/v1beta1', 'Deployment', '1.16')}${old('extensions/v1beta1', 'Ingress', '1.22')}${old('autoscaling/v2beta2', 'HorizontalPodAutoscaler', '1.26')}`,
    'a kind without a successor': old('policy/v1beta1', 'PodSecurityPolicy', '1.25'),
  },
  right: {
    'versions of today': `${object('apps/v1', 'Deployment')}${object('autoscaling/v1', 'HorizontalPodAutoscaler')}`,
    'the same version of another kind': object('networking.k8s.io/v1beta1', 'ServiceCIDR'),
    'a group of somebody else': object('example.com/v1beta1', 'Ingress'),
  },
  surroundings: { kubernetes: '1.37' },
});

test.each([
  ['1.24', 0],
  ['1.25', 1],
  ['1.9', 0],
])('knows what Kubernetes %s serves', (kubernetes, count) => {
  expect(findingsIn(apiVersionRemoved, object('batch/v1beta1', 'CronJob'), { kubernetes })).toHaveLength(count);
});

test.each([
  [object('batch/v1beta1', 'CronJob'), 'Write apiVersion: batch/v1'],
  [object('policy/v1beta1', 'PodSecurityPolicy'), 'Leave the object out: nothing took its place'],
  [
    object('extensions/v1beta1', 'Deployment'),
    'Write apiVersion: apps/v1; spec.selector has to be written, with the labels of the template',
  ],
])('says what to write %#', (yaml, remedy) => {
  expect(findingsIn(apiVersionRemoved, yaml).map((finding) => finding.remedy)).toEqual([remedy]);
});

test.each(
  REMOVED.flatMap(({ apiVersion, kinds, instead }) => kinds.split(' ').map((kind) => [apiVersion, kind, instead])),
)('%s %s leads to a version that is served', (_, kind = '', instead) => {
  if (instead === undefined) return;
  const [group = '', version = ''] = instead.split('/');
  expect(isGroupOfKubernetes(group)).toBe(true);
  expect(misnamed({ apiVersion: instead, group, version, kind })).toBeUndefined();
});
