import { serviceAccountMissing } from '../../../../checks/rules/references/service-account-missing';
import { describeRule, findingsIn } from '../../rule-cases';

const pod = (spec: string, rest = '') => `
apiVersion: v1
kind: Pod
metadata:
  name: report${rest}
spec:
  ${spec}
  containers:
    - name: report
      image: busybox:1.37.0
`;

const account = `---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: reporter
`;

const absent = (kind: string, name: string) =>
  `# ! Pod 'report' names ${kind} '${name}', which is not there in namespace 'default'`;

describeRule(serviceAccountMissing, {
  found: {
    'an account that is not there': pod(`serviceAccountName: reports ${absent('ServiceAccount', 'reports')}`),
    'the old name of the field': pod(`serviceAccount: reports ${absent('ServiceAccount', 'reports')}`),
    'a Secret for images that is not there': pod(
      `imagePullSecrets:\n    - name: registry ${absent('Secret', 'registry')}`,
    ),
    'an account that -n could bring there': `${pod(
      "serviceAccountName: reporter # ! Pod 'report' names ServiceAccount 'reporter'; it is not in namespace 'a', and there is one in 'default'",
      '\n  namespace: a',
    )}${account}`,
    'one account of two pods once': `${pod(`serviceAccountName: reports ${absent('ServiceAccount', 'reports')}`)}---${pod('serviceAccountName: reports').replace('name: report\n', 'name: other\n')}`,
  },
  right: {
    'an account that is there': `${pod('serviceAccountName: reporter')}${account}`,
    'the account that every namespace has': pod('serviceAccountName: default'),
    'no name at all': pod('serviceAccountName: ""'),
    'the new field before the old one': `${pod('serviceAccountName: reporter\n  serviceAccount: reports')}${account}`,
    'a Secret for images that is sealed': `${pod('imagePullSecrets: [{name: registry}]')}---
apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata:
  name: registry
spec:
  encryptedData:
    .dockerconfigjson: AgA=`,
    'an account that an operator makes': `${pod('serviceAccountName: db-reader')}---
apiVersion: example.com/v1
kind: Database
metadata:
  name: db`,
    'names of another shape': pod('serviceAccountName: [a]\n  imagePullSecrets: [3, {name: 4}]'),
  },
});

test('is an error for an account and a warning for images, which may be public', () => {
  const level = (spec: string) => findingsIn(serviceAccountMissing, pod(spec)).map((finding) => finding.level);
  expect(level('serviceAccountName: reports')).toEqual(['error']);
  expect(level('imagePullSecrets: [{name: registry}]')).toEqual(['warning']);
});

test('names the account that was probably meant', () => {
  const [finding] = findingsIn(serviceAccountMissing, `${pod('serviceAccountName: reporters')}${account}`);
  expect(finding?.remedy).toBe("Write 'reporter', which is there");
});

test('shows the other pods of one cause', () => {
  const twice = `${pod('serviceAccountName: reports')}---${pod('serviceAccountName: reports').replace('name: report\n', 'name: other\n')}`;
  expect(findingsIn(serviceAccountMissing, twice).map(({ related }) => related.map(({ line }) => line))).toEqual([
    [17],
  ]);
});

test('is a warning where the account may be made elsewhere', () => {
  const [finding] = findingsIn(serviceAccountMissing, pod('serviceAccountName: reports'), { complete: false });
  expect(finding).toMatchObject({ level: 'warning' });
  expect(finding?.remedy).toMatch(/Or declare ServiceAccount 'reports' external/);
});
