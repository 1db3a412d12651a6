import { variableUndefined } from '../../../../checks/rules/references/variable-undefined';
import { describeRule, findingsIn } from '../../rule-cases';

const pod = (rest: string) => `---
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      ${rest}
`;

const map = `---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  POD_NAME: web
`;

const from = (name: string, prefix = '') => `envFrom: [{ prefix: "${prefix}", configMapRef: { name: ${name} } }]`;

describeRule(variableUndefined, {
  found: {
    'an argument with a variable that is not there': pod(
      "args:\n        - --name=$(POD_NAME) # ! Container 'web' reads $(POD_NAME) and has no such variable",
    ),
    'a command for a shell with it': pod(
      "command:\n        - sh\n        - -c\n        - echo $(POD_NAME) # ! Container 'web' reads $(POD_NAME) and has no such variable",
    ),
    'one variable in two places once': pod(
      "args:\n        - $(POD_NAME) # ! Container 'web' reads $(POD_NAME) and has no such variable\n        - $(POD_NAME)",
    ),
    'a variable that stands below': pod(
      "env:\n        - name: URL_OF\n          value: http://$(HOST_OF) # ! Container 'web' reads $(HOST_OF) above the variable itself\n        - name: HOST_OF\n          value: web",
    ),
    'a ConfigMap that has other keys': `${map}${pod(`${from('settings')}\n      args:\n        - $(POD_NAMES) # ! Container 'web' reads $(POD_NAMES) and has no such variable`)}`,
    'a ConfigMap whose keys have a prefix': `${map}${pod(`${from('settings', 'MY_')}\n      args:\n        - $(POD_NAME) # ! Container 'web' reads $(POD_NAME) and has no such variable`)}`,
    'a sign that stands for itself in front of it': pod(
      "args:\n        - $$$(POD_NAME) # ! Container 'web' reads $(POD_NAME) and has no such variable",
    ),
  },
  right: {
    'a variable of the container': pod('args: [$(POD_NAME)]\n      env: [{ name: POD_NAME, value: web }]'),
    'a variable that stands above': pod(
      'env: [{ name: HOST_OF, value: web }, { name: URL_OF, value: http://$(HOST_OF) }]',
    ),
    'variables of a ConfigMap': `${map}${pod(`${from('settings')}\n      args: [$(POD_NAME)]`)}`,
    'variables of a ConfigMap with a prefix': `${map}${pod(`${from('settings', 'MY_')}\n      args: [$(MY_POD_NAME)]`)}`,
    'variables of a ConfigMap that nobody knows': pod(`${from('elsewhere')}\n      args: [$(POD_NAME)]`),
    'variables of a Secret that nobody knows': pod(
      'envFrom: [{ secretRef: { name: elsewhere } }]\n      args: [$(POD_NAME)]',
    ),
    'what is meant as it is': pod('args: [$$(POD_NAME)]'),
    'a command of a shell': pod('command: [sh, -c, "echo $(date) $(hostname -f)"]'),
    'a field of awk': pod(`command: [sh, -c, "awk '{ print $(NF) }'"]`),
    'variables that the cluster adds for Services': pod(
      'args: [$(REDIS_SERVICE_HOST), $(REDIS_PORT), $(REDIS_PORT_6379_TCP_ADDR)]',
    ),
    'a template of an operator, which may add variables': `---
apiVersion: example.com/v1
kind: Runner
metadata:
  name: runner
spec:
  template:
    spec:
      containers:
        - name: runner
          args: [$(POD_NAME)]
`,
  },
});

test('says what to do', () => {
  const [later] = findingsIn(variableUndefined, pod('env: [{ name: AAA, value: $(BBB) }, { name: BBB, value: b }]'));
  expect(later?.remedy).toBe('Put the variable that is read above the one that reads it');
  const [slip] = findingsIn(
    variableUndefined,
    pod('args: [$(POD_NAEM), $(POD_NAEM)]\n      env: [{ name: POD_NAME }]'),
  );
  expect(slip).toMatchObject({ remedy: 'Write $(POD_NAME), which is there', related: [{ line: 10 }] });
});
