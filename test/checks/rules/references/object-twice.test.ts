import { check } from '../../../../checks/engine';
import { fresh } from '../../../../checks/model/cluster';
import { ObjectSet } from '../../../../checks/model/object-set';
import { readSet } from '../../../../checks/read/read-set';
import { objectTwice } from '../../../../checks/rules/references/object-twice';
import { describeRule, findingsIn } from '../../rule-cases';

const map = (rest: string, data = 'a: b') => `---
apiVersion: v1
kind: ConfigMap
metadata:
  ${rest}
data:
  ${data}
`;

describeRule(objectTwice, {
  found: {
    'one object written in two ways': `${map('name: settings')}${map("name: settings # ! ConfigMap 'settings' is there twice in namespace 'default'; the one applied last replaces the other", 'c: d')}`,
    'three ways once': `${map('name: settings')}${map("name: settings # ! ConfigMap 'settings' is there twice in namespace 'default'; the one applied last replaces the other", 'c: d')}${map('name: settings', 'e: f')}`,
    'an old group of the same objects': `---
apiVersion: extensions/v1beta1
kind: Ingress
metadata:
  name: web
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web # ! Ingress 'web' is there twice in namespace 'default'; the one applied last replaces the other
`,
    'an object of the whole cluster': `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: reader
rules: []
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: reader # ! ClusterRole 'reader' is there twice; the one applied last replaces the other
`,
  },
  right: {
    'the same twice': `${map('name: settings')}${map('name: settings')}`,
    'one name in two Namespaces': `${map('name: settings\n  namespace: a')}${map('name: settings\n  namespace: b', 'c: d')}`,
    'one name of two kinds': `${map('name: settings')}---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: settings\n`,
    'one kind of two groups': `---
apiVersion: example.com/v1
kind: Ingress
metadata:
  name: web
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
`,
    'objects that get their names later': `${map('generateName: settings-')}${map('generateName: settings-', 'c: d')}`,
  },
});

const inTwoFiles = (complete: boolean) => {
  const files = ['a: b', 'c: d'].map((data, at) => ({
    file: `${at}.yaml`,
    text: map('name: settings', data),
    named: true,
  }));
  return check(new ObjectSet(readSet({ files, problems: [] }).objects, fresh({ complete })), [objectTwice]);
};

test('is a warning in two files, which may be alternatives', () => {
  const [finding] = inTwoFiles(false);
  expect(finding).toMatchObject({
    level: 'warning',
    location: { file: '1.yaml' },
    related: [{ file: '0.yaml', line: 5 }],
  });
  expect(finding?.message).toBe(
    "ConfigMap 'settings' is in '0.yaml' as well; unless the files are alternatives, the one applied last replaces the other",
  );
});

test('is an error in two files that are applied together', () => {
  expect(inTwoFiles(true)).toMatchObject([{ level: 'error' }]);
});

test('is an error in one file', () => {
  const twice = `${map('name: settings')}${map('name: settings', 'c: d')}`;
  expect(findingsIn(objectTwice, twice, { complete: false })).toMatchObject([{ level: 'error' }]);
});

test('is a warning where -n decides whether it is one object', () => {
  const twice = `${map('name: settings\n  namespace: default')}${map('name: settings', 'c: d')}`;
  const [finding] = findingsIn(objectTwice, twice, { complete: false });
  expect(finding).toMatchObject({ level: 'warning' });
  expect(finding?.message).toBe(
    "ConfigMap 'settings' is there twice, once without a namespace; with -n default the one applied last replaces the other",
  );
});

test('names all places', () => {
  const thrice = `${map('name: settings')}${map('name: settings', 'c: d')}${map('name: settings', 'e: f')}`;
  expect(findingsIn(objectTwice, thrice)[0]?.related).toMatchObject([{ line: 5 }, { line: 19 }]);
});
