import { requestsExceedQuota } from '../../../../checks/rules/rollout/requests-exceed-quota';
import { describeRule, findingsIn } from '../../rule-cases';

const quota = (hard: string, more = '') => `
apiVersion: v1
kind: ResourceQuota
metadata: {name: team}
spec:
  hard:
    ${hard}${more}
---`;

const range = (limit: string) => `
apiVersion: v1
kind: LimitRange
metadata: {name: usual}
spec:
  limits:
    - {type: Container, ${limit}}
---`;

const workload = (
  resources: string,
  { kind = 'Deployment', name = 'web', replicas = 1, more = '', namespace = 'default' } = {},
) => `
apiVersion: ${kind === 'Job' ? 'batch' : 'apps'}/v1
kind: ${kind}
metadata: {name: ${name}, namespace: ${namespace}}
spec:
  replicas: ${replicas}
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web
          image: nginx:1.29
          resources:
            ${resources}
${more}
`;

const beyond = (what: string, has: string, who = "Deployment 'web'") =>
  `# ! ResourceQuota 'team' allows ${what}; the workloads of namespace 'default' have ${has}, ${who} the most of it`;

describeRule(requestsExceedQuota, {
  found: {
    'all pods of a workload': `${quota(`cpu: 2 ${beyond('2 of requests.cpu', '3')}`)}${workload('requests: {cpu: 1}', { replicas: 3 })}`,
    'several workloads together': `${quota(`limits.memory: 1Gi ${beyond('1Gi of limits.memory', '1536Mi', "StatefulSet 'db'")}`)}${workload('limits: {memory: 512Mi}')}---${workload('limits: {memory: 1Gi}', { kind: 'StatefulSet', name: 'db' })}`,
    'what a LimitRange writes': `${quota(`limits.cpu: 1 ${beyond('1 of limits.cpu', '2')}`)}${range('default: {cpu: 500m}')}${workload('{}', { replicas: 4 })}`,
    'a container that runs before': `${quota(`requests.cpu: 1 ${beyond('1 of requests.cpu', '2')}`)}${workload('requests: {cpu: 1}', { more: '      initContainers: [{name: a, image: a, resources: {requests: {cpu: 2}}}]' })}`,
    'a pod as a whole': `${quota(`requests.cpu: 1 ${beyond('1 of requests.cpu', '2')}`)}${workload('requests: {cpu: 1}', { more: '      resources: {requests: {cpu: 2}}' })}`,
    'more pods': `${quota(`pods: 2 ${beyond('2 of pods', '3')}`)}${workload('{}', { replicas: 3 })}`,
    'a container that does not say what is counted': `${quota('limits.cpu: 2')}${workload('requests: {cpu: 1}').replace(
      'resources:',
      "resources: # ! Container 'web' of Deployment 'web' says no limits.cpu, which ResourceQuota 'team' counts: its pods are refused",
    )}`,
    'two things that it does not say, once': `${quota('limits.cpu: 2', '\n    limits.memory: 1Gi')}${workload('{}', {
      kind: 'Job',
    }).replace(
      'resources:',
      "resources: # ! Container 'web' of Job 'web' says no limits.cpu, which ResourceQuota 'team' counts: its pods are refused",
    )}`,
    'a limit above the largest': `${range('max: {memory: 1Gi}')}${workload("limits:\n              memory: 2Gi # ! Container 'web' has 2Gi of limits.memory; LimitRange 'usual' allows at most 1Gi")}`,
    'a request below the least': `${range('min: {cpu: 100m}')}${workload("requests:\n              cpu: 50m # ! Container 'web' has 50m of requests.cpu; LimitRange 'usual' wants at least 100m")}`,
    'a request above the limit that it is given': `${range('default: {cpu: 500m}')}${workload("requests:\n              cpu: 1 # ! Container 'web' has 1 of requests.cpu, and LimitRange 'usual' makes its limit 500m: a request may not be more")}`,
  },
  right: {
    'all that is allowed': `${quota('cpu: 3')}${workload('requests: {cpu: 1}', { replicas: 3 })}`,
    'limits, where requests are counted': `${quota('requests.cpu: 1')}${workload('{requests: {cpu: 1}, limits: {cpu: 8}}')}`,
    'a Job, which ends': `${quota('cpu: 1')}${workload('requests: {cpu: 1}', { kind: 'Job' })}---${workload('requests: {cpu: 1}')}`,
    'workloads of another Namespace': `${quota('cpu: 1')}${workload('requests: {cpu: 8}', { namespace: 'other' })}`,
    'a quota for some pods only': `${quota('cpu: 1', '\n  scopes: [Terminating]')}${workload('requests: {cpu: 8}')}`,
    'a quota for some priorities only': `${quota('cpu: 1', '\n  scopeSelector: {matchExpressions: []}')}${workload('requests: {cpu: 8}')}`,
    'other things that are counted': `${quota('persistentvolumeclaims: 1')}${workload('{}')}`,
    'what a LimitRange writes, where it is enough': `${quota('limits.cpu: 2')}${range('default: {cpu: 500m}')}${workload('{}', { replicas: 4 })}`,
    'the largest of a LimitRange, which is the usual one': `${quota('limits.cpu: 2')}${range('max: {cpu: 500m}')}${workload('{}')}`,
    'a pod as a whole that says it': `${quota('requests.cpu: 2')}${workload('{}', { more: '      resources: {requests: {cpu: 2}}' })}`,
    'all that a LimitRange allows': `${range('min: {cpu: 100m}, max: {cpu: 1}, default: {cpu: 500m}')}${workload('{requests: {cpu: 100m}, limits: {cpu: 1}}')}`,
    'a request within the limit that it is given': `${range('default: {cpu: 500m}, defaultRequest: {cpu: 100m}')}${workload('requests: {cpu: 500m}')}`,
    'a limit that counts as the request': `${quota('requests.cpu: 2')}${workload('limits: {cpu: 1}')}`,
    'a limit of a whole pod': `${range('max: {cpu: 1}').replace('Container', 'Pod')}${workload('limits: {cpu: 2}')}`,
    'the pods of an operator': `${quota('limits.cpu: 2')}${workload('{}').replace('apps/v1', 'argoproj.io/v1')}`,
  },
});

test('is a warning where a LimitRange elsewhere may say it', () => {
  const [finding] = findingsIn(requestsExceedQuota, `${quota('limits.cpu: 2')}${workload('{}')}`, { complete: false });
  expect(finding).toMatchObject({ level: 'warning', related: [{ line: 7 }] });
  expect(finding?.remedy).toBe(
    'Write resources.limits.cpu. Or declare a LimitRange that writes it external, if something else makes it',
  );
});

test('shows who asks for the most, and what the LimitRange says', () => {
  const related = (yaml: string) => findingsIn(requestsExceedQuota, yaml).map((finding) => finding.related);
  expect(related(`${quota('cpu: 1')}${workload('requests: {cpu: 2}')}`)).toEqual([
    [expect.objectContaining({ line: 22 })],
  ]);
  expect(related(`${quota('pods: 1')}${workload('{}', { replicas: 2 })}`)).toEqual([
    [expect.objectContaining({ line: 13 })],
  ]);
  expect(related(`${range('default: {cpu: 1}')}${workload('requests: {cpu: 2}')}`)).toEqual([
    [expect.objectContaining({ line: 7 })],
  ]);
});
