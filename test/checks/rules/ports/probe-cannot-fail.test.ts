import { probeCannotFail } from '../../../../checks/rules/ports/probe-cannot-fail';
import { commandCannotFail } from '../../../../checks/views/shell';
import { describeRule } from '../../rule-cases';

const pod = (command: string, probe = 'livenessProbe') => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      ${probe}:
        exec:
          command: ${command}`;

const long = 'echo the probe of this container says that all is well today';

describeRule(probeCannotFail, {
  found: {
    'a process list that finds the probe': pod(
      "[sh, -c, ps aux | grep web] # ! Container 'web' of Pod 'web' has a livenessProbe that cannot fail: 'sh -c ps aux | grep web'",
    ),
    'a command that does nothing': pod(
      "[/bin/true] # ! Container 'web' of Pod 'web' has a readinessProbe that cannot fail: '/bin/true'",
      'readinessProbe',
    ),
    'a long command, in short': pod(
      `[sh, -c, ${long}] # ! Container 'web' of Pod 'web' has a startupProbe that cannot fail: 'sh -c ${long.slice(0, 54)}…'`,
      'startupProbe',
    ),
  },
  right: {
    'a process list that leaves the probe out': pod('[sh, -c, "ps aux | grep web | grep -v grep"]'),
    'a command without a shell': pod('[cat, /tmp/healthy]'),
    'no command': pod('[]'),
    'a hook': pod('[sleep, "5"]').replace(
      'livenessProbe:',
      'lifecycle: {preStop: {exec: {command: [sleep, "5"]}}}\n      x:',
    ),
  },
});

const sh = (script: string) => ['sh', '-c', script];

test.each([
  [['/usr/bin/true']],
  [['echo', 'ok']],
  [sh('true')],
  [sh(':')],
  [sh('exit 0')],
  [['/bin/bash', '-lc', 'echo ok']],
  [sh('curl localhost || true')],
  [sh('curl localhost || echo "not there; still fine"')],
  [sh('test -f /tmp/healthy; echo done')],
  [sh('test -f /tmp/healthy\necho done\n')],
  [sh('curl localhost 2>&1 | cat')],
  [sh('ps -ef | grep "java"')],
  [sh('ps auxww | grep java | grep server')],
  [sh('/bin/ps aux | /bin/grep -q java')],
  [sh('echo a && echo b')],
])('cannot fail: %j', (command) => expect(commandCannotFail(command)).toBe(true));

test.each([
  [sh('exit 1')],
  [sh('test -f /tmp/healthy && echo ok')],
  [sh('echo ok && test -f /tmp/healthy')],
  [sh('curl localhost || exit 1')],
  [sh('set -e; curl localhost; echo ok')],
  [['sh', '-ec', 'curl localhost; echo ok']],
  [sh('if curl localhost; then true; fi')],
  [sh('[ "$(redis-cli ping)" = PONG ]')],
  [sh('echo ruok | nc localhost 2181 | grep imok')],
  [sh('echo "stat; true"| nc localhost 2181')],
  [sh('ps aux | grep [w]eb')],
  [sh('ps aux | grep web | wc -l | grep 2')],
  [sh('ps | grep web')],
  [sh('ps aux | grep -c web | grep -x 3')],
  [sh('pgrep web')],
  [sh('cat /tmp/pid | xargs kill -0')],
  [['sleep', '5']],
  [sh('curl localhost')],
  [sh('cat /tmp/healthy')],
  [sh("curl localhost || { echo 'no'; false; }")],
  [['sh', '/probe.sh']],
  [['sh', '-c']],
  [['ps', 'aux', '|', 'grep', 'web']],
  [[]],
])('may fail: %j', (command) => expect(commandCannotFail(command)).toBe(false));
