import * as fc from 'fast-check';
import { AddressRange } from '../../../constructs';
import { refusalMessage } from '../../synth';

const MAX = 2 ** 32 - 1;

const parse = (text: string) => AddressRange.parse('RANGE', text);

function dotted(address: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(address);
  return bytes.join('.');
}

const addresses = fc.integer({ min: 0, max: MAX });
const ends = fc.tuple(addresses, addresses).map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a]));
const rangeOf = ([first, last]: readonly [number, number]) => parse(`${dotted(first)}-${dotted(last)}`);

// A range and the number of a place in it.
const placed = ends.chain(([first, last]) =>
  fc.tuple(fc.constant([first, last] as const), fc.integer({ min: 1, max: last - first + 1 })),
);

describe('AddressRange', () => {
  test('is written as it was read', () => {
    fc.assert(
      fc.property(ends, ([first, last]) => {
        const text = `${dotted(first)}-${dotted(last)}`;
        expect(parse(text).toString()).toBe(text);
        expect(parse(text).size).toBe(last - first + 1);
      }),
    );
  });

  test('of a network has all addresses with the same first bits', () => {
    fc.assert(
      fc.property(addresses, fc.integer({ min: 0, max: 32 }), (address, bits) => {
        const rest = 2n ** BigInt(32 - bits);
        const first = Number((BigInt(address) / rest) * rest);
        const last = first + Number(rest) - 1;
        expect(parse(`${dotted(address)}/${bits}`).toString()).toBe(`${dotted(first)}-${dotted(last)}`);
      }),
    );
  });

  test.each([
    ['172.18.0.0/16', '172.18.0.0-172.18.255.255'],
    ['172.18.255.77/24', '172.18.255.0-172.18.255.255'],
    ['10.0.0.1/32', '10.0.0.1-10.0.0.1'],
    ['0.0.0.0/0', '0.0.0.0-255.255.255.255'],
    ['10.0.0.1 - 10.0.0.9', '10.0.0.1-10.0.0.9'],
  ])('%s is %s', (text, range) => {
    expect(parse(text).toString()).toBe(range);
  });

  test('has an nth address', () => {
    fc.assert(
      fc.property(placed, ([range, position]) => {
        const address = rangeOf(range).nth('here', position);
        expect(address).toBe(dotted(range[0] + position - 1));
        expect(rangeOf(range).contains(address)).toBe(true);
      }),
    );
  });

  test('counts its addresses from 1', () => {
    const range = parse('10.0.0.1-10.0.0.9');
    expect([range.nth('here', 1), range.nth('here', 9)]).toEqual(['10.0.0.1', '10.0.0.9']);
  });

  test.each([1, 8])('splits nine addresses after %i', (count) => {
    expect(parse('10.0.0.1-10.0.0.9').split('here', count).map(String)).toEqual([
      `10.0.0.1-10.0.0.${count}`,
      `10.0.0.${count + 1}-10.0.0.9`,
    ]);
  });

  test('splits into two parts that share nothing and leave nothing out', () => {
    const several = placed.filter(([[first, last], count]) => count <= last - first);
    fc.assert(
      fc.property(several, ([[first, last], count]) => {
        const parts = rangeOf([first, last]).split('here', count);
        expect(parts.map(String)).toEqual([
          `${dotted(first)}-${dotted(first + count - 1)}`,
          `${dotted(first + count)}-${dotted(last)}`,
        ]);
        expect(parts[0].overlaps(parts[1])).toBe(false);
        expect(parts[0].size + parts[1].size).toBe(last - first + 1);
      }),
    );
  });

  test('contains an address iff it lies between the ends', () => {
    fc.assert(
      fc.property(ends, addresses, ([first, last], address) => {
        expect(rangeOf([first, last]).contains(dotted(address))).toBe(first <= address && address <= last);
      }),
    );
  });

  const small = fc.tuple(fc.nat(9), fc.nat(9)).map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a]));
  const membersOf = ([first, last]: [number, number]) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

  test('contains a range iff it contains all its addresses, and overlaps iff it contains one', () => {
    fc.assert(
      fc.property(small, small, (one, other) => {
        const members = membersOf(one);
        expect(rangeOf(one).contains(rangeOf(other))).toBe(membersOf(other).every((n) => members.includes(n)));
        expect(rangeOf(one).overlaps(rangeOf(other))).toBe(membersOf(other).some((n) => members.includes(n)));
      }),
    );
  });

  test.each(['web', '', '10.0.0.256', '10.0.0'])('does not contain %j', (text) => {
    expect(parse('0.0.0.0/0').contains(text)).toBe(false);
  });

  test.each([
    '',
    '10.0.0.1',
    '10.0.0.1-',
    '-10.0.0.9',
    '10.0.0.1-10.0.0.5-10.0.0.9',
    '10.0.0.1-9',
    '10.0.0-10.0.1',
    '10.0.0.1-10.0.0.256',
    '10.0.0.01-10.0.0.9',
    'a-b',
    '10.0.0.1.1-10.0.0.9',
    '::1-::9',
  ])('fails for %j', (text) => {
    expect(refusalMessage(() => parse(text))).toBe(
      `RANGE: '${text}' is no range of IPv4 addresses. Write it like '172.18.255.1-172.18.255.250' or '172.18.0.0/16'.`,
    );
  });

  test.each(['10.0.0.0/33', '10.0.0.0/', '10.0.0.0/08', '10.0.0.0/-1', '10.0.0.0/a', '10.0.0/8', 'web/24', '/24'])(
    'fails for the network %j',
    (text) => {
      expect(refusalMessage(() => parse(text))).toBe(
        `RANGE: '${text}' is no IPv4 network. Write it like '172.18.0.0/16'.`,
      );
    },
  );

  test('fails when it is reversed', () => {
    expect(refusalMessage(() => parse('10.0.0.9-10.0.0.1'))).toBe(
      "RANGE: the range '10.0.0.9-10.0.0.1' is reversed. Write '10.0.0.1-10.0.0.9'.",
    );
  });

  test.each([0, -1, 10, 1.5, Number.NaN])('fails for address number %i of nine', (position) => {
    expect(refusalMessage(() => parse('10.0.0.1-10.0.0.9').nth('here', position))).toBe(
      `here: the range 10.0.0.1-10.0.0.9 has no address number ${position}. Take one from 1 to 9.`,
    );
  });

  test.each([0, 9, 10, 1.5])('fails when the first part gets %i of nine addresses', (count) => {
    expect(refusalMessage(() => parse('10.0.0.1-10.0.0.9').split('here', count))).toBe(
      `here: the range 10.0.0.1-10.0.0.9 has 9 addresses, which cannot be split after ${count}. Give it at least ${count + 1}.`,
    );
  });

  test('may have blanks around its dash, and a network none inside', () => {
    expect(parse(' 10.0.0.1 - 10.0.0.9').toString()).toBe('10.0.0.1-10.0.0.9');
    expect(refusalMessage(() => parse('10.0.0.0/16/8'))).toMatch(/^RANGE: '10\.0\.0\.0\/16\/8' is no IPv4 network/);
  });

  test('does not take an address with blanks for one of its own', () => {
    expect(
      ['10.0.0.1', ' 10.0.0.1', '10.0.0.1 '].map((address) => parse('10.0.0.1-10.0.0.9').contains(address)),
    ).toEqual([true, false, false]);
  });
});
