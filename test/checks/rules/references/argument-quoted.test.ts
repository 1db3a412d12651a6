import { argumentQuoted } from '../../../../checks/rules/references/argument-quoted';
import { describeRule, findingsIn } from '../../rule-cases';

const pod = (rest: string) => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      ${rest}
`;

const args = (argument: string, message = '') =>
  pod(`args:\n        - ${argument}${message && ` # ! Container 'web' ${message}`}`);
const variables = 'env: [{ name: TOKEN, value: abc }]\n      ';

describeRule(argumentQuoted, {
  found: {
    'single quotes around the value of an option': args("--name='web'", "passes --name='web' with its quotes"),
    'quotes inside quotes': args(`--query='a "b" c'`, `passes --query='a "b" c' with its quotes`),
    'a property of Java': args('-Dname="web"', 'passes -Dname="web" with its quotes'),
    'quotes around a whole argument': args(`"'--name=web'"`, "passes '--name=web' with its quotes"),
    'a command of a shell': args('--host=$(hostname)', 'passes --host=$(hostname), which only a shell would run'),
    'a command of a shell in the old form': args(
      '"--host=`hostname`"',
      'passes --host=`hostname`, which only a shell would run',
    ),
    'a pipe': pod(
      "command:\n        - cat\n        - /etc/hosts\n        - '|' # ! Container 'web' passes '|' to its program, which only a shell would read\n        - wc",
    ),
    'a variable as a shell reads it': pod(
      `${variables}command:\n        - /web\n        - --token=$TOKEN # ! Container 'web' passes --token=$TOKEN, which only a shell would replace\n        - \${TOKEN} # ! Container 'web' passes \${TOKEN}, which only a shell would replace`,
    ),
    'a variable with quotes': pod(
      `env:\n        - name: TOKEN\n          value: "'abc'" # ! Container 'web' has 'TOKEN' with quotes in its value 'abc'`,
    ),
  },
  right: {
    'quotes of YAML': pod(`args: ["--name=web", '--query=a b']\n      env: [{ name: TOKEN, value: "abc" }]`),
    'quotes for a shell': pod(`command: [sh, -c, "web --name='web' --host=$(hostname) | tee /tmp/log"]`),
    'arguments of an image that begins with a shell': pod(`args: [-c, "'web' $(hostname)", "--name='web'"]`),
    'a script': pod('command: [/start.sh]\n      args: ["--name=\'web\'", $TOKEN]'),
    'quotes inside a value': args(`'--filter={"name":"web"}'`),
    'two values with quotes': args(`"--labels='a' 'b'"`),
    'a policy of a browser': pod(
      `args: ["--policy='self'"]\n      env: [{ name: POLICY, value: "'self'" }, { name: OTHER, value: "default-src 'none'" }]`,
    ),
    'a variable as Kubernetes reads it': pod(`${variables}command: [/web, --token=$(TOKEN)]`),
    'a variable that the program reads itself': pod(`${variables}args: [--token=$TOKEN]`),
    'a variable that the manifest does not have': pod('command: [/web, "--token=${OTHER}", $OTHER]'),
    'a pipe in an argument of an image': args("'|'"),
  },
});

test.each([
  [args("--name='web'"), 'Write --name=web'],
  [args(`"'web'"`), 'Write web'],
  [pod(`${variables}command: [/web, "--token=\${TOKEN}"]`), 'Write --token=$(TOKEN)'],
  [pod(`env: [{ name: TOKEN, value: "'abc'" }]`), 'Write abc'],
])('says what to write %#', (yaml, remedy) => {
  expect(findingsIn(argumentQuoted, yaml).map((finding) => finding.remedy)).toEqual([remedy]);
});
