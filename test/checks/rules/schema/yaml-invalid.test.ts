import { yamlInvalid } from '../../../../checks/rules/schema/yaml-invalid';
import { describeRule } from '../../rule-cases';

const head = `
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
`;

describeRule(yamlInvalid, {
  found: {
    'a tab for indentation': `${head}data:\n\tcolour: blue # ! Tabs are not allowed as indentation`,
    'a list that is not closed': `${head}data: {a: [1, 2} # ! Flow sequence in block collection must be sufficiently indented and end with a ]`,
    'an alias of nothing': `${head}data: *base # ! there is no anchor 'base' before this`,
    'one document of several': `${head}---\na: b: c # ! Nested mappings are not allowed in compact mappings\n---${head}`,
  },
  right: {
    'a tab before a comment': `${head}data: {} \t# nothing`,
    'a tab in a text': `${head}data:\n  script: |\n    a:\n    \tb`,
    'a document without anything in it': `---\n# nothing\n---${head}`,
  },
});
