import { budgetSelectsNothing } from '../../../../checks/rules/references/budget-selects-nothing';
import { describeRule, findingsIn } from '../../rule-cases';

const budget = (selector: string, metadata = '', version = 'v1') => `
apiVersion: policy/${version}
kind: PodDisruptionBudget
metadata:
  name: web${metadata}
spec:
  maxUnavailable: 1
  ${selector}
`;

const pod = (metadata = '') => `---
apiVersion: v1
kind: Pod
metadata:
  name: web${metadata}
  labels: {app: web, tier: front}
spec:
  containers: [{name: web, image: "nginx:1.29"}]
`;

const operator = `---
apiVersion: example.com/v1
kind: Site
metadata:
  name: web
`;

describeRule(budgetSelectsNothing, {
  found: {
    'a slip in the value of a label': `${budget("selector: {matchLabels: {app: wbe}} # ! PodDisruptionBudget 'web' selects app=wbe; no pod in namespace 'default' has it")}${pod()}`,
    'an expression that holds for no pod': `${budget("selector: {matchExpressions: [{key: app, operator: NotIn, values: [web]}]} # ! PodDisruptionBudget 'web' selects app not in (web); no pod in namespace 'default' has it")}${pod()}`,
    'no selector': `${budget('').replace('spec:', "spec: # ! PodDisruptionBudget 'web' has no selector, so it means no pod")}${pod()}`,
    'an old version of the API': `${budget("selector: {matchLabels: {app: wbe}} # ! PodDisruptionBudget 'web' selects app=wbe; no pod in namespace 'default' has it", '', 'v1beta1')}${pod()}`,
    'pods in another namespace': `${budget("selector: {matchLabels: {app: web}} # ! PodDisruptionBudget 'web' selects app=web; in namespace 'a' no pod has it, and those of Pod 'web' in 'default' do", '\n  namespace: a')}${pod()}`,
    'pods in another namespace, when both say theirs': `${budget("selector: {matchLabels: {app: web}} # ! PodDisruptionBudget 'web' selects app=web; no pod in namespace 'a' has it", '\n  namespace: a')}${pod('\n  namespace: b')}`,
  },
  right: {
    'some of the labels': `${budget('selector: {matchLabels: {tier: front}}')}${pod()}`,
    'all pods': budget('selector: {}'),
    'pods of the cluster': budget('selector: {matchLabels: {k8s-app: kube-dns}}', '\n  namespace: kube-system'),
    'pods that an operator makes': `${budget('selector: {matchLabels: {app: db}}')}${operator}`,
  },
});

test('is a warning that names the labels that were probably meant', () => {
  const yaml = `${budget('selector: {matchLabels: {app: wbe, tier: front}}')}${pod()}`;
  const [finding] = findingsIn(budgetSelectsNothing, yaml);
  expect(finding).toMatchObject({ level: 'warning', related: [{ line: 14 }] });
  expect(finding?.remedy).toBe("Write app=web, tier=front, as the pods of Pod 'web' have it");
  expect(findingsIn(budgetSelectsNothing, yaml, { complete: false })[0]?.remedy).toMatch(
    /Or declare pods with app=wbe, tier=front external/,
  );
});
