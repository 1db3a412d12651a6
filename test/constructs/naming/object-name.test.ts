import * as fc from 'fast-check';
import { checkHost, checkName } from '../../../constructs';
import { refusalMessage } from '../../synth';

const LABEL = "lower-case letters, digits and '-', beginning and ending with a letter or digit";
const LETTER_FIRST = "lower-case letters, digits and '-', beginning with a letter";
const SUBDOMAIN = "lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit";

interface Form {
  readonly max: number;
  readonly dots: boolean;
  readonly letterFirst: boolean;
}

const FORMS: [string, Form][] = [
  ['Namespace', { max: 63, dots: false, letterFirst: false }],
  ['Service', { max: 63, dots: false, letterFirst: true }],
  ['StatefulSet', { max: 52, dots: false, letterFirst: false }],
  ['CronJob', { max: 52, dots: false, letterFirst: false }],
  ['Job', { max: 63, dots: false, letterFirst: false }],
  ['container', { max: 63, dots: false, letterFirst: false }],
  ['volume', { max: 63, dots: false, letterFirst: false }],
  ['Deployment', { max: 253, dots: true, letterFirst: false }],
  ['ConfigMap', { max: 253, dots: true, letterFirst: false }],
];

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

function isName(name: string, { max, dots, letterFirst }: Form): boolean {
  const labels = dots ? name.split('.') : [name];
  const isLabel = (label: string) =>
    label !== '' &&
    !label.startsWith('-') &&
    !label.endsWith('-') &&
    [...label].every((character) => `${LETTERS}0123456789-`.includes(character));
  return name.length <= max && labels.every(isLabel) && (!letterFirst || LETTERS.includes(name.charAt(0)));
}

const names = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abz09-.A_ \n'), maxLength: 6 }),
  fc.string({ unit: fc.constantFrom(...'aaaaaaaab1'), minLength: 50, maxLength: 66 }),
  fc.string({ unit: fc.constantFrom(...'aaaaaaaab1'), minLength: 250, maxLength: 256 }),
);

describe('checkName', () => {
  test.each(FORMS)('takes a name of a %s iff Kubernetes does', (kind, form) => {
    fc.assert(
      fc.property(names, (name) => {
        const check = () => checkName('here', kind, name);
        if (isName(name, form)) expect(check).not.toThrow();
        else expect(refusalMessage(check)).toMatch(/^here: /);
      }),
      { numRuns: 400 },
    );
  });

  test.each(FORMS)('suggests a name that a %s can have', (kind, form) => {
    const invalid = names.filter((name) => name.length <= form.max && !isName(name, form));
    fc.assert(
      fc.property(invalid, (name) => {
        const [, suggestion] =
          /for example to '([^']*)'\.$/.exec(refusalMessage(() => checkName('x', kind, name))) ?? [];
        expect(isName(suggestion ?? '', form)).toBe(true);
      }),
    );
  });

  test.each(FORMS)('takes the longest name of a %s', (kind, { max }) => {
    expect(() => checkName('here', kind, 'a'.repeat(max))).not.toThrow();
  });

  test.each(FORMS)('fails for one character more in the name of a %s', (kind, { max }) => {
    const name = 'a'.repeat(max + 1);
    expect(refusalMessage(() => checkName('here', kind, name))).toBe(
      `here: ${kind} name '${name}' has ${max + 1} characters; ${max} are allowed. Shorten it.`,
    );
  });

  test.each([
    ['Namespace', 'My_Shop', LABEL, 'my-shop'],
    ['Namespace', 'shop.example', LABEL, 'shop-example'],
    ['Namespace', '', LABEL, 'web'],
    ['Service', '1st-web', LETTER_FIRST, 'st-web'],
    ['Service', '-web', LETTER_FIRST, 'web'],
    ['Service', '8080', LETTER_FIRST, 'web'],
    ['StatefulSet', 'redis.cart', LABEL, 'redis-cart'],
    ['container', 'web-', LABEL, 'web'],
    ['volume', 'data/web', LABEL, 'data-web'],
    ['Deployment', 'Web', SUBDOMAIN, 'web'],
    ['ConfigMap', 'a..b', SUBDOMAIN, 'a-b'],
    ['Secret', 'tls!!', SUBDOMAIN, 'tls'],
  ])('fails for the %s name %j', (kind, name, allowed, suggestion) => {
    expect(refusalMessage(() => checkName('here', kind, name))).toBe(
      `here: ${kind} name '${name}' is invalid; allowed are ${allowed}. Rename it, for example to '${suggestion}'.`,
    );
  });
});

describe('checkHost', () => {
  const LONG = 'abcdefg.'.repeat(31);
  const label = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'abz-A*:/'), maxLength: 3 }),
    fc.integer({ min: 61, max: 65 }).map((length) => 'a'.repeat(length)),
  );
  const hosts = fc
    .tuple(fc.constantFrom('', '*.', '*.*.'), fc.array(label, { maxLength: 5 }))
    .map(([star, labels]) => `${star}${labels.join('.')}`);

  test.each([true, false])('takes a host iff it is a DNS name; with a wildcard: %s', (wildcard) => {
    fc.assert(
      fc.property(hosts, (host) => {
        const check = () => checkHost('here', host, { wildcard });
        const [first, ...others] = host.split('.');
        const labels = wildcard && first === '*' ? others : host.split('.');
        const form = { max: 63, dots: false, letterFirst: false };
        const valid = labels.length > 0 && labels.every((part) => isName(part, form)) && labels.join('.').length <= 253;
        if (valid) expect(check).not.toThrow();
        else expect(refusalMessage(check)).toMatch(/^here: host '/);
      }),
      { numRuns: 400 },
    );
  });

  test.each([`*.${LONG}abcde`, '*.org', `${'a'.repeat(63)}.org`, '1.example.org', '10.0.0.1.nip.io', 'localhost'])(
    'takes the host %s',
    (host) => {
      expect(() => checkHost('here', host, { wildcard: true })).not.toThrow();
    },
  );

  test.each([
    '',
    'Web.example.org',
    'https://web.example.org',
    'web.example.org:80',
    'web.example.org/a',
    'web..example.org',
    '10.0.0.1',
    `${LONG}abcdef`,
    `${'a'.repeat(64)}.org`,
  ])('fails for the host %j', (host) => {
    expect(refusalMessage(() => checkHost('here', host, { wildcard: true }))).toBe(
      `here: host '${host}' is not a DNS name; allowed are lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit. Write it like 'web.example.org', without scheme, port and path.`,
    );
  });

  test.each(['*.example.org', 'web.*.example.org', '*'])(
    'fails for the wildcard %s where none is asked for',
    (host) => {
      expect(refusalMessage(() => checkHost('here', host))).toBe(
        `here: host '${host}' is not a DNS name; allowed are lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit. Write it like 'web.example.org', without scheme, port and path.`,
      );
    },
  );
});
