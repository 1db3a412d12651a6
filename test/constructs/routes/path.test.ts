import { Path } from '../../../constructs';
import { refusalMessage } from '../../synth';

const refusal = (path: Path) => refusalMessage(() => path.check('here'));

const literal = { exact: Path.exact, prefix: Path.prefix, strippedPrefix: Path.strippedPrefix };

describe('Path', () => {
  test.each([
    ['exact', Path.exact('/a'), { kind: 'exact', value: '/a' }],
    ['prefix', Path.prefix('/a'), { kind: 'prefix', value: '/a' }],
    ['strippedPrefix', Path.strippedPrefix('/a'), { kind: 'stripped', value: '/a' }],
    ['regex', Path.regex('/a(.*)'), { kind: 'regex', value: '/a(.*)' }],
    ['regex with a rewrite', Path.regex('/a(.*)', '/$1'), { kind: 'regex', value: '/a(.*)', rewriteTo: '/$1' }],
  ])('%s says what it means', (_name, path, said) => {
    expect({ ...path }).toEqual(said);
  });

  test.each([
    Path.exact('/'),
    Path.exact('/index.html'),
    Path.prefix('/web/'),
    Path.prefix('/a-b_c/~d,e;f@g:h=i&j!%20'),
    Path.strippedPrefix('/a.b'),
    Path.regex('/'),
    Path.regex('/(a|b)/[0-9]+', '/$1'),
    Path.regex('/(a)/(b)', '/$2/$1'),
    Path.regex('/a', '/b'),
    Path.regex('/(?:a|b)/(c)', '/$1'),
  ])('takes the $kind path $value', (path) => {
    expect(() => path.check('here')).not.toThrow();
  });

  test.each([
    ['exact', Path.exact('web'), "here: the path 'web' does not begin with '/'. Write '/web'."],
    ['prefix', Path.prefix(''), "here: the path '' does not begin with '/'. Write '/'."],
    ['strippedPrefix', Path.strippedPrefix('web/a'), "here: the path 'web/a' does not begin with '/'. Write '/web/a'."],
    ['regex', Path.regex('(a|b)'), "here: the path '(a|b)' does not begin with '/'. Write '/(a|b)'."],
  ])('fails for a path without a slash before it: %s', (_kind, path, message) => {
    expect(refusal(path)).toBe(message);
  });

  test.each(['/web(/|$)(.*)', '/a|b', '/a*', '/a+', '/a?', '/[ab]', '/a{2}', '/^a', '/a$', '/a\\.b'])(
    'fails for the regular expression %s in an exact path',
    (value) => {
      expect(refusal(Path.exact(value))).toBe(
        `here: the exact path '${value}' contains a regular expression, which would be taken literally. Use Path.regex or Path.strippedPrefix.`,
      );
    },
  );

  test.each([
    ['prefix', 'Use Path.regex or Path.strippedPrefix'],
    ['strippedPrefix', 'Use Path.regex, and say what to rewrite to'],
  ] as const)('fails for a regular expression in a %s', (kind, remedy) => {
    expect(refusal(literal[kind]('/web/.*'))).toBe(
      `here: the prefix path '/web/.*' contains a regular expression, which would be taken literally. ${remedy}.`,
    );
  });

  describe.each(['exact', 'prefix', 'strippedPrefix'] as const)('%s', (kind) => {
    test.each(['//', '/a//b', '/a//', '/.', '/./a', '/a/.', '/..', '/../a', '/a/../b', '/a/..', '/a%2fb', '/%2F'])(
      'fails for %s, which the API server does not take',
      (value) => {
        expect(refusal(literal[kind](value))).toBe(
          `here: the path '${value}' contains '//', '/.', '/..' or '%2f', which the API server does not take. Write the path as clients send it.`,
        );
      },
    );

    test.each(['/.well-known', '/..a', '/a./b', '/a..', '/.../a', '/a%2Eb', '/a%252fb'])('takes %s', (value) => {
      expect(() => literal[kind](value).check('here')).not.toThrow();
    });
  });

  test.each(['/a//b', '/a/./b', '/..', '/a%2fb'])(
    'regex takes %s, which the API server does not look into',
    (value) => {
      expect(() => Path.regex(value).check('here')).not.toThrow();
    },
  );

  test.each([
    ['/web/', "Write '/web'"],
    ['/web/a/', "Write '/web/a'"],
    ['/', "Use Path.prefix('/')"],
  ])('fails when nothing is to strip after the last slash of %s', (value, remedy) => {
    expect(refusal(Path.strippedPrefix(value))).toBe(
      `here: the path '${value}' has nothing to strip after its last '/'. ${remedy}.`,
    );
  });

  test('fails for an expression that is not closed', () => {
    expect(refusal(Path.regex('/web(/.*'))).toBe(
      "here: the path '/web(/.*' is no regular expression. Close what was opened, or use Path.prefix.",
    );
  });

  test.each([
    ['/web.*', '/$1', '0 groups. Put what to keep into parentheses'],
    ['/web/(?:.*)', '/$1', '0 groups. Put what to keep into parentheses'],
    ['/web/(.*)', '/$2', '1 group. Use $1'],
    ['/web(/|$)(.*)', '/$1$3', '2 groups. Use $1 to $2'],
  ])('fails when %s does not capture what %s asks for', (value, rewriteTo, captures) => {
    expect(refusal(Path.regex(value, rewriteTo))).toBe(
      `here: the path '${value}' is rewritten to '${rewriteTo}', and it captures ${captures}.`,
    );
  });
});
