import { labelsDiffer } from '../../../../checks/rules/references/labels-differ';
import { serviceSelectsNothing } from '../../../../checks/rules/references/service-selects-nothing';
import { describeRule, findingsIn } from '../../rule-cases';

const pod = (labels: string, spec = '', name = 'web') => `---
apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  labels: ${labels}
spec:
  containers:
    - name: web
      image: nginx:1.29${spec}
`;

const spread = (labels: string) => `
  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: kubernetes.io/hostname
      labelSelector:
        matchLabels: ${labels}`;

const apart = (labels: string, rest = '', kind = 'podAntiAffinity') => `
  affinity:
    ${kind}:
      requiredDuringSchedulingIgnoredDuringExecution:
        - topologyKey: kubernetes.io/hostname${rest}
          labelSelector:
            matchLabels: ${labels}`;

const preferred = (labels: string) => `
  affinity:
    podAffinity:
      preferredDuringSchedulingIgnoredDuringExecution:
        - weight: 1
          podAffinityTerm:
            topologyKey: kubernetes.io/hostname
            labelSelector:
              matchLabels: ${labels}`;

const service = (selector: string, type = 'ClusterIP') => `---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: ${type}
  externalName: example.com
  selector: ${selector}
`;

const operated = `---
apiVersion: example.com/v1
kind: Database
metadata:
  name: orders
`;

describeRule(labelsDiffer, {
  found: {
    'a label the other way round': pod(
      '{app: web}',
      spread("{web: app} # ! Pod 'web' selects pods by web=app; those of Pod 'web' have app=web"),
    ),
    'a slip in a key': pod(
      '{app: web, tier: front}',
      apart("{app: web, teir: front} # ! Pod 'web' selects pods by teir=front; those of Pod 'web' have tier=front"),
    ),
    'a slip in an affinity that is preferred': `${pod('{app: db}', '', 'db')}${pod(
      '{app: web}',
      preferred("{ap: db} # ! Pod 'web' selects pods by ap=db; those of Pod 'db' have app=db"),
    )}`,
    'a slip in an affinity': `${pod('{app: db}', '', 'db')}${pod(
      '{app: web}',
      apart("{ap: db} # ! Pod 'web' selects pods by ap=db; those of Pod 'db' have app=db", '', 'podAffinity'),
    )}`,
    'an expression with the short form of a key': pod(
      '{app.kubernetes.io/name: zk}',
      apart('{}').replace(
        'matchLabels: {}',
        "matchExpressions:\n              - key: app # ! Pod 'web' selects pods by app=zk; those of Pod 'web' have app.kubernetes.io/name=zk\n                operator: In\n                values: [zk]",
      ),
    ),
    'a Service beside what an operator makes': `${operated}${pod('{app: web}')}${service(
      "{web: app} # ! Service 'web' selects pods by web=app; those of Pod 'web' have app=web",
    )}`,
  },
  right: {
    'a selector that means its own pods': pod('{app: web, web: app}', spread('{web: app}')),
    'pods of another application': pod('{app: web}', apart('{app: db}')),
    'a slip beside another label that no pod has': pod('{app: web, tier: front}', apart('{app: db, teir: front}')),
    'pods of other Namespaces': `${pod('{app: web}', apart('{ap: web}', '\n          namespaces: [other]'))}${pod('{app: web}', apart('{ap: web}', '\n          namespaceSelector: {}'))}`,
    'a pod of another Namespace': `${pod('{app: web}', spread('{ap: db}'))}${pod('{app: db}', '', 'db\n  namespace: other')}`,
    'the same value under a key that is another word': pod('{app: web}', spread('{component: web}')),
    'expressions that ask for something else': ['NotIn, values: [web]', 'In, values: [web, db]', 'Exists']
      .map((rest) =>
        pod(
          '{app: web}',
          apart('{}').replace(
            'matchLabels: {}',
            `matchExpressions: [{ key: ap, operator: ${rest} }, { key: never, operator: Exists }]`,
          ),
        ),
      )
      .join(''),
    'a slip in a value, of which nobody knows': pod('{app: web}', spread('{app: wbe}')),
    'a Service of which another rule speaks': `${pod('{app: web}')}${service('{web: app}')}`,
    'a name of another domain': `${operated}${pod('{app: web}')}${service('{web: app}', 'ExternalName')}`,
    'the pods of the cluster itself': `${operated.replace('orders', 'orders\n  namespace: kube-system')}${pod('{k8s-ap: kube-dns}').replace('name: web', 'name: web\n  namespace: kube-system')}${service('{k8s-app: kube-dns}').replace('name: web', 'name: web\n  namespace: kube-system')}`,
  },
});

test('says what to write, and where the label is', () => {
  const [finding] = findingsIn(labelsDiffer, pod('{app: web}', spread('{web: app}')));
  expect(finding).toMatchObject({ level: 'warning', remedy: 'Write app: web', related: [{ line: 6 }] });
});

test('one of two rules speaks of a Service', () => {
  const wrong = `${pod('{app: web}')}${service('{web: app}')}`;
  const found = (yaml: string) =>
    [labelsDiffer, serviceSelectsNothing].flatMap((rule) => findingsIn(rule, yaml)).map(({ rule }) => rule);
  expect(found(wrong)).toEqual(['service-selects-nothing']);
  expect(found(`${wrong}${operated}`)).toEqual(['labels-differ']);
});
