import * as fc from 'fast-check';
import { Canary } from '../../../constructs';
import { refusalMessage } from '../../synth';

const refusal = (canary: Canary) => refusalMessage(() => canary.rules('here'));

describe('rules of a canary', () => {
  test.each(['X-Canary', 'canary', "!#$%&'*+.^_`|~9"])('take the name %s', (name) => {
    expect(Canary.any(Canary.byHeader(name), Canary.byCookie(name)).rules('here')).toEqual({
      header: { name, by: 'switch' },
      cookie: name,
    });
  });

  test.each(['', ' ', 'X Canary', 'X-Canary:', 'kanárek', 'a;b', 'a=b', 'X-Canary\n'])(
    "fails for the name '%s'",
    (name) => {
      const message = (what: string) =>
        `here: the canary is chosen by the ${what} '${name}', which is no name of a ${what}. Use letters, digits and -.`;
      expect(refusal(Canary.byHeader(name))).toBe(message('header'));
      expect(refusal(Canary.byHeader(name, 'v2'))).toBe(message('header'));
      expect(refusal(Canary.byHeaderPattern(name, 'v2'))).toBe(message('header'));
      expect(refusal(Canary.byCookie(name))).toBe(message('cookie'));
    },
  );

  test.each(['', '  '])("fails for the value '%s'", (value) => {
    expect(refusal(Canary.byHeader('X-Version', value))).toBe(
      "here: the value of header 'X-Version' is empty. Say which value leads to the canary, or leave it out for always and never.",
    );
  });

  test('fails for an empty pattern', () => {
    expect(refusal(Canary.byHeaderPattern('X-Version', ''))).toBe(
      "here: the pattern of header 'X-Version' is empty. Say which values lead to the canary.",
    );
  });

  test.each(['(v2', '[v2', '*', 'v2\\'])('fails for the broken pattern %s', (pattern) => {
    expect(refusal(Canary.byHeaderPattern('X-Version', pattern))).toBe(
      `here: the pattern '${pattern}' of header 'X-Version' is no regular expression. Close what was opened.`,
    );
  });

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('fails for the total %s', (total) => {
    expect(refusal(Canary.byWeight(0, total))).toBe(
      `here: the weight total of the canary is ${total}; allowed are whole numbers from 1. Leave it out for 100.`,
    );
  });

  test.each([
    [-1, 100],
    [101, 100],
    [4, 3],
    [0.5, 1],
    [Number.NaN, 100],
  ])('fails for the weight %s of %s', (weight, total) => {
    expect(refusal(Canary.byWeight(weight, total))).toBe(
      `here: the weight of the canary is ${weight} of ${total}; allowed are whole numbers from 0 to ${total}. Change the weight or its total.`,
    );
  });

  test('take the weights from 0 to their total and nothing else', () => {
    const totals = fc.integer({ min: 1, max: 1000 });
    const cases = totals.chain((total) =>
      fc.tuple(
        fc.oneof(
          fc.integer({ min: -5, max: total + 5 }),
          fc.constantFrom(0, total, -1, total + 1),
          fc.double({ min: -1, max: total + 1 }),
        ),
        fc.constant(total),
      ),
    );
    fc.assert(
      fc.property(cases, ([weight, total]) => {
        const canary = Canary.byWeight(weight, total);
        if (Number.isInteger(weight) && weight >= 0 && weight <= total)
          expect(canary.rules('here')).toEqual({ weight: { weight, total } });
        else
          expect(refusal(canary)).toBe(
            `here: the weight of the canary is ${weight} of ${total}; allowed are whole numbers from 0 to ${total}. Change the weight or its total.`,
          );
      }),
      { numRuns: 500 },
    );
  });
});
