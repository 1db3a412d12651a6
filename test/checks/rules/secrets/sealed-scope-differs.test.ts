import { sealedScopeDiffers } from '../../../../checks/rules/secrets/sealed-scope-differs';
import { describeRule, findingsIn } from '../../rule-cases';

const scope = (name: string) => `annotations: {sealedsecrets.bitnami.com/${name}: "true"}`;

const sealed = (metadata: string[], template: string[]) => `
apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata:
  ${metadata.join('\n  ')}
spec:
  encryptedData:
    password: AgBy8hCi
  template:
    metadata:
      ${template.join('\n      ')}`;

const mark = (message: string) => ` # ! SealedSecret 'db' ${message}`;
const shop = 'namespace: shop';

describeRule(sealedScopeDiffers, {
  found: {
    'another name': sealed([`name: db${mark("was sealed for the name 'database'")}`, shop], ['name: database', shop]),
    'another Namespace': sealed(
      ['name: db', `namespace: other${mark("was sealed for namespace 'shop' and is in 'other'")}`],
      ['name: db', shop],
    ),
    'another Namespace with the scope of a Namespace': sealed(
      [
        'name: db',
        `namespace: other${mark("was sealed for namespace 'shop' and is in 'other'")}`,
        scope('namespace-wide'),
      ],
      ['name: other', shop, scope('namespace-wide')],
    ),
    'a Namespace that -n could bring': sealed([`name: db`], ['name: db', shop]).replace(
      'metadata:',
      `metadata:${mark("was sealed for namespace 'shop' and is in 'default'")}`,
    ),
    'a scope that was lost': sealed(['name: db', shop], ['name: db', shop, scope('cluster-wide')]).replace(
      'metadata:',
      `metadata:${mark('was sealed cluster-wide and says that it is strict')}`,
    ),
    'a scope that is narrower': sealed(
      [
        'name: db',
        shop,
        `${scope('namespace-wide')}${mark('was sealed cluster-wide and says that it is namespace-wide')}`,
      ],
      ['name: db', shop, scope('cluster-wide')],
    ),
  },
  right: {
    'the same name and Namespace': sealed(['name: db', shop], ['name: db', shop]),
    'another name with the scope of a Namespace': sealed(
      ['name: db', shop, scope('namespace-wide')],
      ['name: database', shop, scope('namespace-wide')],
    ),
    'another name and Namespace with the scope of the cluster': sealed(
      ['name: db', shop, scope('cluster-wide')],
      ['name: database', 'namespace: other', scope('cluster-wide')],
    ),
    'a template that says nothing': sealed(['name: db', shop], ['labels: {app: db}']),
    'a template that does not repeat the scope': sealed(['name: db', shop, scope('cluster-wide')], ['name: db', shop]),
  },
});

test('a missing Namespace is a warning that names -n', () => {
  const [finding] = findingsIn(sealedScopeDiffers, sealed(['name: db'], ['name: db', shop]));
  expect(finding).toMatchObject({ level: 'warning', remedy: 'Apply with -n shop, or write that Namespace' });
});

test('shows where the template says it', () => {
  const related = (metadata: string[], template: string[]) =>
    findingsIn(sealedScopeDiffers, sealed(metadata, template))[0]?.related.map(({ line }) => line);
  expect(related(['name: db', shop], ['name: other'])).toEqual([12]);
  expect(related(['name: db', 'namespace: a'], ['name: db', shop])).toEqual([13]);
  expect(related(['name: db'], [scope('cluster-wide')])).toEqual([11]);
});
