import type { Rule } from '../../rule';

/** A file or document that is no YAML; found by the reader. */
export const yamlInvalid: Rule = {
  id: 'yaml-invalid',
  subject: 'schema',
  level: 'error',
  reason: 'What does not parse is not applied, and kubectl stops at the file.',
  remedy: 'Mend the YAML at this place; indentation is made of spaces',
  bad: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
	colour: blue
`,
  good: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  colour: blue
`,
  check: () => [],
};
