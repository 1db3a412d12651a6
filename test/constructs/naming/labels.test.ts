import * as fc from 'fast-check';
import { checkAnnotations, checkLabels } from '../../../constructs/naming/labels';
import { refusalMessage } from '../../synth';

const LETTERS_AND_DIGITS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

function isLabelText(text: string): boolean {
  const isAllowed = (character: string) => `${LETTERS_AND_DIGITS}-_.`.includes(character);
  const isEnd = (character: string) => character !== '' && LETTERS_AND_DIGITS.includes(character);
  return (
    text.length <= 63 && [...text].every(isAllowed) && isEnd(text.charAt(0)) && isEnd(text.charAt(text.length - 1))
  );
}

const texts = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'azAZ09-_. /\n'), maxLength: 4 }),
  fc.string({ unit: fc.constantFrom(...'aZ9'), minLength: 61, maxLength: 65 }),
);

const LONG_PREFIX = `${'abcdefg.'.repeat(31)}abcde`;

describe.each([
  ['label', (key: string) => checkLabels('here', { [key]: 'web' })],
  ['annotation', (key: string) => checkAnnotations('here', { [key]: 'a text, of any form' })],
])('the key of a %s', (what, check) => {
  test.each(['app', 'a', 'a'.repeat(63), 'app.kubernetes.io/part-of', 'example.org/A_b.c', `${LONG_PREFIX}/app`])(
    'can be %s',
    (key) => {
      expect(() => check(key)).not.toThrow();
    },
  );

  test.each([
    '',
    'a b',
    '-app',
    'app.',
    'a'.repeat(64),
    '/app',
    'example.org/',
    'Example.org/app',
    'a..b/app',
    'example.org/a/b',
    `${LONG_PREFIX}x/app`,
  ])('fails for %j', (key) => {
    expect(refusalMessage(() => check(key))).toBe(
      `here: ${what} key '${key}' is invalid; allowed are at most 63 letters, digits, '-', '_' and '.', after an optional DNS name and '/'. Change the key.`,
    );
  });

  test('without a prefix is taken iff Kubernetes takes it', () => {
    fc.assert(
      fc.property(
        texts.filter((text) => !text.includes('/')),
        (key) => {
          if (isLabelText(key)) expect(() => check(key)).not.toThrow();
          else expect(refusalMessage(() => check(key))).toMatch(/^here: /);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the value of a label', () => {
  test('is taken iff Kubernetes takes it', () => {
    fc.assert(
      fc.property(texts, (value) => {
        const check = () => checkLabels('here', { app: value });
        if (value === '' || isLabelText(value)) expect(check).not.toThrow();
        else expect(refusalMessage(check)).toMatch(/^here: /);
      }),
      { numRuns: 300 },
    );
  });

  test.each(['a b', '-web', 'web_', 'a/b', 'a'.repeat(64)])('fails for %j', (value) => {
    expect(refusalMessage(() => checkLabels('here', { app: 'web', team: value }))).toBe(
      `here: label team has the value '${value}'; allowed are at most 63 letters, digits, '-', '_' and '.', beginning and ending with a letter or digit. Change the value, or make it an annotation.`,
    );
  });
});
