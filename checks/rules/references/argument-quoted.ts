import type { Field } from '../../model/field';
import type { Problem, Rule } from '../../rule';
import { isLiteral, variablesOf, wordsOf } from '../../views/commands';

/** Quotes or an expression for a shell where no shell reads them. */
export const argumentQuoted: Rule = {
  id: 'argument-quoted',
  subject: 'references',
  level: 'warning',
  reason:
    'No shell reads the arguments and variables of a container: quotes and expressions reach the program as they are.',
  remedy: 'Take the quotes away, write $(NAME) for a variable, or run the command in a shell',
  bad: `
apiVersion: v1
kind: Pod
metadata:
  name: cache
spec:
  containers:
    - name: cache
      image: redis:8.2.1
      args:
        - --save="60 1"
`,
  good: `
apiVersion: v1
kind: Pod
metadata:
  name: cache
spec:
  containers:
    - name: cache
      image: redis:8.2.1
      args:
        - --save=60 1
`,
  *check(set) {
    for (const pod of set.pods)
      for (const container of pod.allContainers) {
        if (isLiteral(container) !== false) yield* problemsIn(container);
        for (const variable of variablesOf(container)) yield* quotedValue(variable, container);
      }
  },
};

// Words in quotes that mean something with them: sources of a Content-Security-Policy.
const POLICY = /'(self|none|unsafe-[\w-]+|strict-dynamic|nonce-.*|sha\d+-.*)'/;
const OPTION = /^(-{1,2}[\w.-]+=|-D[\w.-]+=)(["'])((?:(?!\2).)*)\2$/;
const WHOLE = /^(["'])([^"'\n]+)\1$/;
const OPERATORS = new Set(['|', '||', '&&', '>', '>>', '2>&1', '<', ';']);

function* problemsIn(container: Field): Iterable<Problem> {
  const command = container.get('command').items();
  for (const word of wordsOf(container)) {
    const text = word.text ?? '';
    const [, option = '', , value] = OPTION.exec(text) ?? wholeOf(text);
    if (value !== undefined && !POLICY.test(text))
      yield problem(word, container, `passes ${text} with its quotes`, `Write ${option}${value}`);
    else if (/\$\([a-z][^()]*\)|^`.*`$|=`.*`$/.test(text))
      yield problem(word, container, `passes ${text}, which only a shell would run`);
    else if (command.length > 0 && OPERATORS.has(text))
      yield problem(word, container, `passes '${text}' to its program, which only a shell would read`);
    else yield* shellVariable(word, text, container);
  }
}

// In the form of OPTION, without an option.
function wholeOf(text: string): readonly (string | undefined)[] {
  const [, quote, value] = WHOLE.exec(text) ?? [];
  return [text, '', quote, value];
}

// Programs may read $NAME themselves; where the manifest says which program runs, and has the variable, it was meant for a shell.
function* shellVariable(word: Field, text: string, container: Field): Iterable<Problem> {
  const [, braced, plain] = /(?:^|=)(?:\$\{(\w+)\}|\$(\w+))$/.exec(text) ?? [];
  const name = braced ?? plain;
  if (name === undefined || isLiteral(container) !== true) return;
  if (!variablesOf(container).some((variable) => variable.get('name').text === name)) return;
  const fix = `Write ${text.replace(/\$\{?\w+\}?$/, `$(${name})`)}`;
  yield problem(word, container, `passes ${text}, which only a shell would replace`, fix);
}

function* quotedValue(variable: Field, container: Field): Iterable<Problem> {
  const field = variable.get('value');
  const [, , value] = WHOLE.exec(field.text ?? '') ?? [];
  if (value === undefined || POLICY.test(field.text ?? '')) return;
  const name = variable.get('name').text ?? '';
  yield problem(field, container, `has '${name}' with quotes in its value ${field.text}`, `Write ${value}`);
}

function problem(at: Field, container: Field, what: string, fix?: string): Problem {
  return {
    at,
    message: `Container '${container.get('name').text ?? ''}' ${what}`,
    ...(fix !== undefined && { fix }),
  };
}
