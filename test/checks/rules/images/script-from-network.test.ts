import { scriptFromNetwork } from '../../../../checks/rules/images/script-from-network';
import { describeRule } from '../../rule-cases';

const pod = (lines: string) => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: web:1
      ${lines}`;

const run = (script: string, found?: string) =>
  pod(`command:\n        - sh\n        - -c\n        - ${script}${found === undefined ? '' : mark(found)}`);
const mark = (found: string) => ` # ! container 'web' of Pod 'web' runs a script from the network: ${found}`;
const map = (script: string, rest = '') => `
apiVersion: v1
kind: ConfigMap
metadata:
  name: scripts
data:
  run.sh: |${rest}
    ${script}`;

describeRule(scriptFromNetwork, {
  found: {
    'curl into a shell': run('curl -fsSL https://a.com/x | sh', 'curl -fsSL https://a.com/x | sh'),
    'wget into bash with options': run(
      'wget -qO- https://a.com/x | /bin/bash -s -- --yes',
      'wget -qO- https://a.com/x | /bin/bash',
    ),
    'curl into a program of another language': run(
      'curl https://a.com/x | python3 -',
      'curl https://a.com/x | python3',
    ),
    'curl with the rights of root': run('curl https://a.com/x | sudo -E bash -', 'curl https://a.com/x | sudo -E bash'),
    'a shell that reads from curl': run('bash <(curl -s https://a.com/x)', 'bash <(curl -s https://a.com/x)'),
    'a shell that is given what curl says': run(
      `'sh -c "$(curl -s https://a.com/x)"'`,
      'sh -c "$(curl -s https://a.com/x)"',
    ),
    'what curl says as a command': run(`'eval "$(curl -s https://a.com/x)"'`, 'eval "$(curl -s https://a.com/x)"'),
    'a command over two lines': pod(
      `command:\n        - |${mark('curl -s https://a.com/x | sh')}\n          curl -s https://a.com/x \\\n            | sh`,
    ),
    'an argument': pod(`args:\n        - curl https://a.com/x | sh${mark('curl https://a.com/x | sh')}`),
    'a hook': pod(
      `lifecycle:\n        postStart:\n          exec:\n            command:\n              - curl https://a.com/x | sh${mark('curl https://a.com/x | sh')}`,
    ),
    'a script in a ConfigMap': map(
      'curl https://a.com/x | sh',
      " # ! ConfigMap 'scripts' runs a script from the network in 'run.sh': curl https://a.com/x | sh",
    ),
  },
  right: {
    'curl into a filter': run('curl -s https://a.com/x | jq .name | grep web'),
    'curl into a filter in another language': run(`'curl -s https://a.com/x | python3 -m json.tool'`),
    'curl beside a shell': run('curl -s https://a.com/x; sh /setup.sh'),
    'curl into a file': run('curl -s https://a.com/x -o /data/x'),
    'curl into an archive': run('curl -sL https://a.com/x | tar xz'),
    'what curl says in a variable': run('VERSION=$(curl -s https://a.com/version)'),
    'a remark and a message in a script': map('# curl https://a.com/x | sh\n    echo "run curl https://a.com/x | sh"'),
    'a program whose name begins like a shell': run('curl -s https://a.com/x | sha256sum'),
    numbers: pod('command: [7]'),
  },
});
