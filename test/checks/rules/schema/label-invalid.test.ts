import { labelInvalid } from '../../../../checks/rules/schema/label-invalid';
import { describeRule, findingsIn } from '../../rule-cases';

const WORDS = 'letters, digits, -, _ and ., and begins and ends with one of the first two';
const of = (length: number) => 'a'.repeat(length);

const map = (kind: string, entry: string) => `---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  ${kind}:
    ${entry}
`;

const deployment = (labels: string, selector = '{}', spec = '') => `---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: ${selector}
  template:
    metadata:
      labels: ${labels}
    spec:
      ${spec}
      containers:
        - name: web
          image: nginx:1.29
`;

const wrong = (what: string) => ` # ! ConfigMap 'web': ${what}`;
const invalid = (key: string, value: string) => `the label '${key}' is '${value}'; it consists of ${WORDS}`;

describeRule(labelInvalid, {
  found: {
    'a slash in a value': map('labels', `path: a/b${wrong(invalid('path', 'a/b'))}`),
    'a hyphen at the end': map('labels', `app: web-${wrong(invalid('app', 'web-'))}`),
    'a value that is too long': map(
      'labels',
      `app: ${of(64)}${wrong("the label 'app' has a value of 64 characters; at most 63 are possible")}`,
    ),
    'a key with a blank': map('labels', `a b: c${wrong(`the key 'a b' is invalid; it consists of ${WORDS}`)}`),
    'a key with two slashes': map('labels', `a/b/c: d${wrong("the key 'a/b/c' has more than one /")}`),
    'a key that is too long': map(
      'labels',
      `${of(64)}: c${wrong(`the key '${of(64)}' has 64 characters; at most 63 are possible`)}`,
    ),
    'a domain that is none': map('labels', `a_b/c: d${wrong("the key 'a_b/c' begins with 'a_b', which is no domain")}`),
    'a key of an annotation': map('annotations', `a/b/c: d${wrong("the key 'a/b/c' has more than one /")}`),
    'a label of a pod': deployment(`{ app: a/b } # ! Deployment 'web': ${invalid('app', 'a/b')}`),
    'a label of a node': deployment(
      '{}',
      '{}',
      `nodeSelector: { disk: a b } # ! Deployment 'web': ${invalid('disk', 'a b')}`,
    ),
    'one label in two places once': deployment(
      '{ app: a/b }',
      `{ app: a/b } # ! Deployment 'web': ${invalid('app', 'a/b')}`,
    ).replace(/(matchLabels: .*?)( # !.*)([\s\S]*labels: .*)/, '$1$3$2'),
    'a selector of a Service': `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: a b # ! Service 'web': ${invalid('app', 'a b')}
`,
    'a selector of a policy': `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector:
    matchLabels:
      app: a b # ! NetworkPolicy 'web': ${invalid('app', 'a b')}
`,
    'a label of a claim': `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: web
spec:
  volumeClaimTemplates:
    - metadata:
        labels:
          app: a b # ! StatefulSet 'web': ${invalid('app', 'a b')}
`,
  },
  right: {
    'values of all that they may have, and none': `${map('labels', 'app: A.b_c-1')}${map('labels', 'app: ""')}${map('labels', `app: ${of(63)}`)}${map('labels', 'app:')}`,
    'keys with a domain': map('labels', 'app.kubernetes.io/part-of: web'),
    'annotations with any value, and capital letters in a domain': map(
      'annotations',
      `Example.com/note: "a b/c, ${of(80)}"`,
    ),
    'no labels': map('labels', ''),
    'labels that are filled in': `${map('labels', 'app: ${NAME}')}${map('labels', '"${KEY}": web')}`,
    'a number, of which another rule speaks': map('labels', 'app: 1'),
  },
});

test('names the other places', () => {
  const [finding] = findingsIn(labelInvalid, deployment('{ app: a/b }', '{ app: a/b }'));
  expect(finding).toMatchObject({ location: { line: 11 }, related: [{ line: 8 }] });
});

test('speaks of a pod once', () => {
  const pod = map('labels', 'app: a/b').replace('ConfigMap', 'Pod');
  expect(findingsIn(labelInvalid, `${pod}spec: { containers: [{ name: web }] }\n`)).toMatchObject([{ related: [] }]);
});
