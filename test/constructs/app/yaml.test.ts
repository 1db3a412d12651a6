import * as fc from 'fast-check';
import { parse } from 'yaml';
import { type Json, toYaml } from '../../../constructs/app/yaml';

describe('toYaml', () => {
  test.each<[string, Json, string]>([
    [
      'keys in the order people type them',
      { spec: {}, metadata: { name: 'web' }, kind: 'Pod', apiVersion: 'v1' },
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec: {}\n',
    ],
    ['other keys by the alphabet', { b: 1, a: true, c: null }, 'a: true\nb: 1\nc: null\n'],
    [
      'lists indented, the first key on the line of the dash',
      { rules: [{ port: 80, name: 'http' }, []] },
      'rules:\n  - name: http\n    port: 80\n  - []\n',
    ],
    ['lists in lists', [[1, [2]], { a: [3] }], '- - 1\n  - - 2\n- a:\n    - 3\n'],
    [
      'scripts as blocks',
      { script: 'if a; then\n  b\nfi\n', list: ['x\ny'] },
      'list:\n  - |-\n    x\n    y\nscript: |\n  if a; then\n    b\n  fi\n',
    ],
    ['an empty line in a block without blanks', { script: 'a\n\nb\n' }, 'script: |\n  a\n\n  b\n'],
  ])('writes %s', (_what, value, text) => {
    expect(toYaml(value)).toBe(text);
  });

  test.each([
    'web',
    'busybox:1.37.0',
    'http://web.example.org:80/x',
    'redis-cart:6379',
    '/web(/|$)(.*)',
    '/$2',
    '100m',
    '64Mi',
    '25%',
    '172.18.0.0/16',
    '172.18.255.1-172.18.255.250',
    '-c',
    '--console-address',
    'two words',
    'nginx.ingress.kubernetes.io/canary',
  ])('leaves %s without quotes', (text) => {
    expect(toYaml({ a: text })).toBe(`a: ${text}\n`);
  });

  test.each([
    '',
    'true',
    'No',
    'y',
    'null',
    '~',
    '1',
    '0.5',
    '1e3',
    'e0',
    'E12',
    '0x1f',
    '1_000',
    '.5',
    '12:30',
    ' a',
    'a ',
    'a: b',
    'a #b',
    ':9001',
    '- a',
    '*a',
    '&a',
    '!a',
    '%a',
    '@a',
    '`a',
    '"a',
    '^(cd|sz)$',
    '{}',
    '[a]',
    '.',
    '...',
    '=',
    '2025-09-07',
    'a\tb',
    '\u0085',
    '\u2028',
    '\ufeff',
  ])('puts %j into quotes', (text) => {
    expect(toYaml({ a: text })).toMatch(/^a: ".*"\n$/);
  });

  test.each(['a \nb', ' a\nb', 'a\n\n', 'a\nb\u2028', 'a\r\nb', '\na', 'a\nb \n'])(
    'does not write %j as a block, which would change it',
    (text) => {
      expect(toYaml({ a: text })).toMatch(/^a: ".*"\n$/);
    },
  );

  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.constantFrom('a\nb\n', '  x', 'null', '0o7', '1:2', '<<', '=', '---', '? a', '| a', '#'),
  );
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(text, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).value as fc.Arbitrary<Json>;

  test.each(['1.1', '1.2'] as const)('is read back by YAML %s as what was written', (version) => {
    fc.assert(
      fc.property(fc.dictionary(text, json, { maxKeys: 5, noNullPrototype: true }), (value) => {
        fc.pre(!JSON.stringify(value).includes('__proto__'));
        expect(parse(toYaml(value as Json), { version, merge: false })).toEqual(value);
      }),
      { numRuns: 2000 },
    );
  });
});
