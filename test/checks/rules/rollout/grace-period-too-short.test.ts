import { gracePeriodTooShort } from '../../../../checks/rules/rollout/grace-period-too-short';
import { describeRule, findingsIn } from '../../rule-cases';

const pod = (hook: string, grace = '') => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:${grace}
  containers:
    - name: web
      image: nginx:1.29
      lifecycle:
        preStop:
          ${hook}
`;

const exec = (command: string) => `exec: {command: ${command}}`;
const usual = (seconds: number) =>
  `# ! Container 'web' sleeps ${seconds} s before it stops, and has 30 s for all of it, as nothing else is said`;

describeRule(gracePeriodTooShort, {
  found: {
    'a command as long as the usual time': pod(exec(`[sleep, "30"]} ${usual(30)}`).replace(/}$/, '')),
    'a script that is longer': pod(
      exec(`[/bin/sh, -c, "nginx -s quit; sleep 45; true"]} ${usual(45)}`).replace(/}$/, ''),
    ),
    'a command by its path': pod(exec(`[/bin/sleep, "40"]} ${usual(40)}`).replace(/}$/, '')),
    minutes: pod(exec(`[sh, -c, sleep 1m]} ${usual(60)}`).replace(/}$/, '')),
    'the longest of several': pod(exec(`[sh, -c, sleep 5 && sleep 31 && sleep 6]} ${usual(31)}`).replace(/}$/, '')),
    'the sleep of Kubernetes, as long as the time': pod(
      `sleep: {seconds: 10} # ! Container 'web' sleeps 10 s before it stops, and has 10 s for all of it`,
      '\n  terminationGracePeriodSeconds: 10',
    ),
    'the sleep of Kubernetes, longer than the time': pod(
      `sleep: {seconds: 31} # ! Container 'web' sleeps 31 s before it stops, and has 30 s for all of it, as nothing else is said; the API server refuses that`,
    ),
    'a native sidecar': pod(`sleep: {seconds: 30} ${usual(30)}`)
      .replace('containers:', 'initContainers:')
      .replace('lifecycle:', 'restartPolicy: Always\n      lifecycle:'),
  },
  right: {
    'a hook within the usual time': pod(exec('[sleep, "15"]')),
    'a hook within a longer time': pod(exec('[sleep, "60"]'), '\n  terminationGracePeriodSeconds: 75'),
    'short sleeps in a loop': pod(exec('[sh, -c, "while pgrep nginx; do sleep 5; done"]')),
    'a length that nobody knows': pod(exec('[sh, -c, "sleep $DELAY"]')),
    'a sleep in the background': pod(exec('[sh, -c, "sleep 300 & nginx -s quit"]')),
    'a word that ends the same': pod(exec('[sh, -c, "nosleep 90"]')),
    'a sleep that is no hook': pod('httpGet: {path: /quit, port: 80}').replace(
      'image:',
      'command: [sleep, "3600"]\n      image:',
    ),
  },
});

test('is an error where the API server compares', () => {
  const levels = (seconds: number) =>
    findingsIn(gracePeriodTooShort, pod(`sleep: {seconds: ${seconds}}`)).map(({ level }) => level);
  expect(levels(30)).toEqual(['warning']);
  expect(levels(31)).toEqual(['error']);
});

test('shows the time', () => {
  const [finding] = findingsIn(
    gracePeriodTooShort,
    pod('sleep: {seconds: 10}', '\n  terminationGracePeriodSeconds: 10'),
  );
  expect(finding?.related).toEqual([{ file: 'case.yaml', line: 7, column: 3 }]);
});
