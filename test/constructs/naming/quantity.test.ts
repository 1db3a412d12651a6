import * as fc from 'fast-check';
import { quantityOf } from '../../../constructs/naming/quantity';
import { refusalMessage } from '../../synth';

// How many thousandths one of each is.
const THOUSANDTHS: [string, bigint][] = [
  ['m', 1n],
  ['', 1000n],
  ...[...'kMGTPE'].map((suffix, power): [string, bigint] => [suffix, 1000n ** BigInt(power + 2)]),
  ...[...'KMGTPE'].map((suffix, power): [string, bigint] => [`${suffix}i`, 1000n * 1024n ** BigInt(power + 1)]),
];

describe('quantityOf', () => {
  test('is the number times the suffix', () => {
    const fraction = fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 3 });
    fc.assert(
      fc.property(fc.nat(), fraction, fc.constantFrom(...THOUSANDTHS), (whole, decimals, [suffix, factor]) => {
        const [digits, number] = suffix === 'm' ? ['', whole] : [decimals, `${whole}${decimals && '.'}${decimals}`];
        const expected = (BigInt(`${whole}${digits.padEnd(3, '0')}`) * factor) / 1000n;
        const quantity = quantityOf('here', 'cpu request', `${number}${suffix}`);
        if (expected === 0n) expect(quantity).toBe(0);
        else expect((quantity * 1000) / Number(expected)).toBeCloseTo(1, 12);
      }),
      { numRuns: 500 },
    );
  });

  test('is the same in thousandths as in wholes', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (thousandths) => {
        const wholes = (thousandths / 1000).toFixed(3);
        expect(quantityOf('here', 'cpu request', `${thousandths}m`)).toBe(quantityOf('here', 'cpu request', wholes));
      }),
      { numRuns: 500 },
    );
  });

  test('takes a text iff it is a number and a suffix', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'019.mkKMEi- '), maxLength: 5 });
    const suffixes = new Set(THOUSANDTHS.map(([suffix]) => suffix));
    const isQuantity = (text: string) => {
      const start = [...text].findIndex((character) => !'0123456789.'.includes(character));
      const number = start < 0 ? text : text.slice(0, start);
      const points = [...number].filter((character) => character === '.').length;
      return number.length > points && points < 2 && suffixes.has(text.slice(number.length));
    };
    fc.assert(
      fc.property(texts, (text) => {
        if (isQuantity(text)) expect(quantityOf('here', 'cpu request', text)).toBeGreaterThanOrEqual(0);
        else expect(refusalMessage(() => quantityOf('here', 'cpu request', text))).toMatch(/^here: cpu request '/);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['1000m', '1'],
    ['1024Mi', '1Gi'],
    ['1000M', '1G'],
    ['0.5Ki', '512'],
    ['.5', '500m'],
    ['1.', '1'],
    ['9m', '0.009'],
  ])('%s is %s', (one, other) => {
    expect(quantityOf('here', 'cpu request', one)).toBe(quantityOf('here', 'cpu request', other));
  });

  test.each(['', 'a lot', '-1', '+1', '1.2.3', '.', '1 Gi', '1gi', '1K', '64MB', 'Mi', '1Mi\n'])(
    'fails for %j',
    (text) => {
      expect(refusalMessage(() => quantityOf('here', 'memory limit', text))).toBe(
        `here: memory limit '${text}' is not a quantity; allowed are a number and one of m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi, Ei. Write it like '250m' or '64Mi'.`,
      );
    },
  );
});
