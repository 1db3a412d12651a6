import type { Rule } from '../../rule';

/** The same key twice in one mapping; found by the reader. */
export const keyTwice: Rule = {
  id: 'key-twice',
  subject: 'schema',
  level: 'error',
  reason: 'kubectl keeps the last of two equal keys and says nothing: what stands at the first one is lost.',
  remedy: 'Keep one of them, or put --- between two objects',
  bad: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  colour: blue
  colour: red
`,
  good: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  colour: red
`,
  check: () => [],
};
