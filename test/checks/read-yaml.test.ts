import * as fc from 'fast-check';
import { readYaml } from '../../checks/read/read-yaml';

const read = (text: string) => readYaml(text, 'a.yaml');
const valuesOf = (text: string) => read(text).documents.map(({ value }) => value);
const problemsOf = (text: string) =>
  read(text).problems.map(({ message, location }) => `${location.line}:${location.column} ${message}`);

describe('values are those that kubectl reads', () => {
  test.each<[string, string, unknown]>([
    ['words for yes and no', 'a: [yes, no, on, off, true]', { a: [true, false, true, false, true] }],
    ['words in quotes', 'a: ["yes", "1"]', { a: ['yes', '1'] }],
    ['a time is a text', 'a: 12:30', { a: '12:30' }],
    ['a date is a text', 'a: 2020-01-01', { a: '2020-01-01' }],
    ['an octal number', 'a: 0644', { a: 420 }],
    ['an empty value', 'a:', { a: null }],
    ['JSON', '{"a": [1, {"b": null}]}', { a: [1, { b: null }] }],
    ['a key that is a word for yes', 'on: push', { on: 'push' }],
    ['an anchor', 'a: &x {b: 1}\nc: *x', { a: { b: 1 }, c: { b: 1 } }],
    ['a merge, which gives way', 'a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3', { a: { b: 1, c: 2 }, d: { b: 1, c: 3 } }],
    ['several merges, the first of which counts', 'd:\n  <<: [{a: 1}, {a: 2, b: 2}]', { d: { a: 1, b: 2 } }],
  ])('%s', (_, text, value) => {
    expect(valuesOf(text)).toEqual([value]);
    expect(problemsOf(text)).toEqual([]);
  });

  test('documents without anything in them are none', () => {
    expect(valuesOf('---\n# nothing\n---\na: 1\n---\n')).toEqual([{ a: 1 }]);
  });

  test('lines of Windows, and a mark of the order of bytes in between', () => {
    expect(valuesOf('a: 1\r\nb: 2\r\n---\r\nc: 3\r\n')).toEqual([{ a: 1, b: 2 }, { c: 3 }]);
  });

  test('a tab before a comment', () => {
    expect(valuesOf('a: 1\t# one\n')).toEqual([{ a: 1 }]);
  });
});

describe('fields are found', () => {
  const [document] = read('a:\n  - b: 1\n    c: {d: 2}\n  - &x\n    e: 3\nf: *x\n').documents;
  test.each<[(string | number)[], number, number]>([
    [[], 1, 1],
    [['a'], 1, 1],
    [['a', 0], 2, 5],
    [['a', 0, 'c', 'd'], 3, 9],
    [['a', 0, 'nothing'], 2, 5],
    [['f', 'e'], 5, 5],
    [['nothing', 'at', 'all'], 1, 1],
  ])('%j', (path, line, column) => {
    expect(document?.locate(path)).toEqual({ file: 'a.yaml', line, column });
  });
});

test('odd keys are keys all the same', () => {
  expect(valuesOf('? [a, b]\n: 1\n2: c\nnull: d\n')).toEqual([{ '?': 1, 2: 'c', null: 'd' }]);
});

test('an anchor that is used as a whole document of values', () => {
  expect(valuesOf('a: &x [1, {b: 2}]\nc: [*x, *x]')).toEqual([
    {
      a: [1, { b: 2 }],
      c: [
        [1, { b: 2 }],
        [1, { b: 2 }],
      ],
    },
  ]);
});

describe('problems', () => {
  test.each([
    ['a tab for indentation', 'a:\n\tb: 1', ['2:1 Tabs are not allowed as indentation']],
    ['a key twice', 'a: 1\nb:\n  c: 1\n  c: 2', ["4:3 the key 'c' is there twice; the last one counts"]],
    ['a key three times', 'a: 1\na: 2\na: 3', ["3:1 the key 'a' is there 3 times; the last one counts"]],
    [
      'two objects without a line between them, once',
      'apiVersion: v1\nkind: A\nmetadata: {}\napiVersion: v1\nkind: B\nmetadata: {}',
      ['4:1 apiVersion and kind are there twice: a line with --- is missing between two objects'],
    ],
    ['an alias of nothing', 'a: *x', ["1:4 there is no anchor 'x' before this"]],
    ['an anchor in itself', 'a: &x [*x]', ["1:8 the anchor 'x' holds itself"]],
    [
      'a text that is nested too deeply',
      '['.repeat(100_000),
      [expect.stringMatching(/^1:\d+ it is nested too deeply$/)],
    ],
    ['a value that is nested deeply, and not too much', `${'['.repeat(400)}${']'.repeat(400)}`, []],
  ])('%s', (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  test('of one document leave the others to be read', () => {
    expect(valuesOf('a: [\n---\nb: 1\n---\nc: 2')).toContainEqual({ c: 2 });
  });

  test('anchors that repeat too much', () => {
    const levels = Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(10).fill(`*a${n}`)}]`);
    expect(problemsOf(['a0: &a0 [x]', ...levels].join('\n'))).toEqual(['1:1 its anchors repeat too much']);
  });

  test('a key of an anchor is told where the anchor stands, and once', () => {
    expect(problemsOf('a: &x {b: 1, b: 2}\nc: *x\nd: *x')).toEqual([
      "1:14 the key 'b' is there twice; the last one counts",
    ]);
  });
});

describe('readers never crash', () => {
  const sample =
    'apiVersion: v1\nkind: List\nitems:\n  - &a {b: [1, *a], "c": |\n      text\n    }\n---\nx: !!binary aGk=\n';

  test('random text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void read(text)),
      { numRuns: 2000 },
    );
  });

  test('random marks of YAML', () => {
    const marks = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '-',
      '---\n',
      '[',
      ']',
      '{',
      '}',
      '&a',
      '*a',
      '<<',
      '|',
      '>',
      '"',
      "'",
      '\t',
      '#',
      '? ',
      '!!x',
      ',',
      '%YAML 1.1\n',
    );
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 60 }), (all) => void read(all.join(''))),
      { numRuns: 3000 },
    );
  });

  test('cut and spliced YAML', () => {
    const at = fc.integer({ min: 0, max: sample.length });
    fc.assert(
      fc.property(at, at, fc.string({ maxLength: 5 }), (start, end, middle) => {
        read(sample.slice(0, start) + middle + sample.slice(end));
      }),
      { numRuns: 1500 },
    );
  });
});
