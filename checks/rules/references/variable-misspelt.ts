import type { Field } from '../../model/field';
import { grouped } from '../../model/grouped';
import type { Problem, Rule } from '../../rule';
import { variablesOf } from '../../views/commands';

/** A variable whose first word is a slip of the one that its neighbours begin with. */
export const variableMisspelt: Rule = {
  id: 'variable-misspelt',
  subject: 'references',
  level: 'warning',
  reason: 'A program does not see a variable whose name has a slip, and takes its default without a word.',
  remedy: 'Write the variable as the program reads it',
  bad: `
apiVersion: v1
kind: Pod
metadata:
  name: db
spec:
  containers:
    - name: db
      image: postgres:17.6
      env:
        - name: POSTGRES_USER
          value: shop
        - name: POSTGERS_DB
          value: orders
`,
  good: `
apiVersion: v1
kind: Pod
metadata:
  name: db
spec:
  containers:
    - name: db
      image: postgres:17.6
      env:
        - name: POSTGRES_USER
          value: shop
        - name: POSTGRES_DB
          value: orders
`,
  *check(set) {
    for (const pod of set.pods) for (const container of pod.allContainers) yield* slipsIn(container);
  },
};

// Names of programs whose variables begin with them: the evidence of which of two words is right.
const PROGRAMS = new Set(
  'CASSANDRA CONSUL DATABASE DJANGO ELASTICSEARCH GRAFANA KAFKA KEYCLOAK MARIADB MEMCACHED MINIO MONGO MONGODB MSSQL MYSQL NEXTCLOUD POSTGRES POSTGRESQL PROMETHEUS RABBITMQ REDIS SPRING VAULT WORDPRESS ZOOKEEPER'.split(
    ' ',
  ),
);

function* slipsIn(container: Field): Iterable<Problem> {
  const named = variablesOf(container).filter((variable) => variable.get('name').text?.includes('_') === true);
  const byWord = grouped(named, (variable) => wordOf(variable.get('name').text ?? ''));
  const image = container.get('image').text ?? '';
  const right = [...byWord].filter(([word, all]) => isEvident(word, image) || all.length > 1).map(([word]) => word);
  for (const [word, [variable, ...others]] of byWord) {
    if (PROGRAMS.has(word)) continue;
    const meant = right.find(
      (one) => (others.length === 0 && isSwapped(word, one)) || (isEvident(one, image) && isSlip(word, one)),
    );
    const neighbour = byWord.get(meant ?? '')?.[0].get('name').text;
    if (meant === undefined || neighbour === undefined) continue;
    const name = variable.get('name').text ?? '';
    yield {
      at: variable.get('name'),
      message: `${nameOf(container)} has '${name}' beside '${neighbour}'`,
      fix: `Write '${meant}${name.slice(word.length)}'`,
      related: others.map((other) => other.get('name')),
    };
  }
}

function nameOf(container: Field): string {
  return `Container '${container.get('name').text ?? ''}'`;
}

function wordOf(name: string): string {
  return name.slice(0, name.indexOf('_'));
}

function isEvident(word: string, image: string): boolean {
  return PROGRAMS.has(word) || (word.length > 4 && image.split(/[/:@]/).includes(word.toLowerCase()));
}

// Two letters that changed places.
function isSwapped(word: string, right: string): boolean {
  if (word.length < 5 || word.length !== right.length) return false;
  const differ = [...word].flatMap((letter, at) => (letter === right[at] ? [] : [at]));
  const [one = 0, other = 0] = differ;
  return differ.length === 2 && other === one + 1 && word[one] === right[other] && word[other] === right[one];
}

// One letter too many, missing or wrong, but neither the first nor the last one: USERS and USER are both words.
function isSlip(word: string, right: string): boolean {
  if (isSwapped(word, right)) return true;
  if (right.length < 5 || /\d/.test(word) || Math.abs(word.length - right.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === right[start]) start += 1;
  let end = 0;
  while (end < Math.min(word.length, right.length) - start && word.at(-1 - end) === right.at(-1 - end)) end += 1;
  return start > 0 && end > 0 && Math.max(word.length, right.length) - start - end === 1;
}
