import { keyTwice } from '../../../../checks/rules/schema/key-twice';
import { describeRule, findingsIn } from '../../rule-cases';

const map = (data: string) => `
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
${data}
`;

describeRule(keyTwice, {
  found: {
    'a key twice': map("  colour: blue\n  colour: red # ! the key 'colour' is there twice; the last one counts"),
    'a key three times, once': map(
      "  a: '1'\n  a: '2'\n  a: '3' # ! the key 'a' is there 3 times; the last one counts",
    ),
    'two objects without a line between them, once': `
apiVersion: v1
kind: ConfigMap
metadata:
  name: a
apiVersion: v1 # ! apiVersion and kind are there twice: a line with --- is missing between two objects
kind: ConfigMap
metadata:
  name: b
`,
  },
  right: {
    'the same key in two mappings': map('  a: "1"\n  b: "1"'),
    'a merge that is overridden': `${map('  <<: &base {a: "1"}\n  b: "2"')}`,
    'the same key in two objects': `${map('  a: "1"')}---${map('  a: "2"')}`,
  },
});

test('shows the first one too', () => {
  const [finding] = findingsIn(keyTwice, map('  a: "1"\n  a: "2"'));
  expect(finding?.related).toEqual([{ file: 'case.yaml', line: 7, column: 3 }]);
});
