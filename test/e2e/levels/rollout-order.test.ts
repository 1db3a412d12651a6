import * as fc from 'fast-check';
import type { Strategy } from '../strategy';
import { type Moment, wrongOrder } from './rollout-order';

const rolling = (replicas: number, surge: number, unavailable: number): Strategy => ({
  replicas,
  surge,
  unavailable,
  recreate: false,
});
const recreate = (replicas: number): Strategy => ({ replicas, surge: 1, unavailable: 0, recreate: true });

/** Moments as `old new ready oldLeaving`. */
const moments = (...texts: readonly string[]): Moment[] =>
  texts.map((text) => {
    const [old = 0, fresh = 0, ready = 0, oldLeaving = 0] = text.split(' ').map(Number);
    return { old, new: fresh, ready, oldLeaving };
  });

const BLUE_GREEN = rolling(3, 3, 0);
const REVERSE = rolling(3, 0, 1);
const ALL_AT_ONCE = rolling(3, 3, 3);
const PERCENT = rolling(4, 1, 1);

describe('the order of pods', () => {
  test.each<[string, Strategy, Moment[]]>([
    ['nothing happens', BLUE_GREEN, moments('3 0 3 0')],
    ['blue-green', BLUE_GREEN, moments('3 0 3 0', '3 1 3 0', '3 3 3 0', '3 3 6 0', '2 3 5 1', '0 3 3 3')],
    ['reverse', REVERSE, moments('3 0 3 0', '2 0 2 1', '2 1 2 1', '2 1 3 1', '1 1 2 2', '1 2 2 2', '0 3 3 3')],
    ['all at once', ALL_AT_ONCE, moments('3 0 3 0', '0 0 0 3', '0 3 0 3', '0 3 3 3')],
    ['recreate', recreate(3), moments('3 0 3 0', '2 0 2 1', '0 0 0 3', '0 3 0 3', '0 3 3 3')],
    ['percent', PERCENT, moments('4 0 4 0', '3 0 3 1', '3 2 3 1', '3 2 4 1', '2 3 3 2', '0 4 4 4')],
  ])('is right: %s', (_, strategy, seen) => {
    expect(wrongOrder(strategy, seen)).toBeUndefined();
  });

  test.each<[string, Strategy, string, string]>([
    [
      'recreate',
      recreate(3),
      '1 1 2 2',
      'a new pod came while old ones were there: 1 old and 1 new pods, 2 ready, 2 old ones leaving',
    ],
    ['surge', PERCENT, '4 2 5 0', 'more than 4 + 1 pods: 4 old and 2 new pods, 5 ready, 0 old ones leaving'],
    [
      'availability',
      PERCENT,
      '2 2 2 2',
      'fewer than 4 - 1 ready pods: 2 old and 2 new pods, 2 ready, 2 old ones leaving',
    ],
    [
      'blue-green, one too few',
      BLUE_GREEN,
      '2 2 4 1',
      'an old pod left before all new ones came: 2 old and 2 new pods, 4 ready, 1 old ones leaving',
    ],
    [
      'blue-green, gone',
      BLUE_GREEN,
      '2 1 3 1',
      'an old pod left before all new ones came: 2 old and 1 new pods, 3 ready, 1 old ones leaving',
    ],
    [
      'blue-green, one too many',
      BLUE_GREEN,
      '3 4 7 0',
      'more than 3 + 3 pods: 3 old and 4 new pods, 7 ready, 0 old ones leaving',
    ],
    [
      'reverse',
      REVERSE,
      '2 1 3 0',
      'a new pod came before an old one left: 2 old and 1 new pods, 3 ready, 0 old ones leaving',
    ],
    [
      'reverse, two fewer',
      REVERSE,
      '1 0 1 2',
      'fewer than 3 - 1 ready pods: 1 old and 0 new pods, 1 ready, 2 old ones leaving',
    ],
    ['all at once', ALL_AT_ONCE, '3 4 3 0', 'more than 3 + 3 pods: 3 old and 4 new pods, 3 ready, 0 old ones leaving'],
  ])('fails for one wrong moment: %s', (_, strategy, wrong, message) => {
    const { replicas } = strategy;
    expect(
      wrongOrder(strategy, moments(`${replicas} 0 ${replicas} 0`, wrong, `0 ${replicas} ${replicas} ${replicas}`)),
    ).toBe(message);
  });

  test('fails with the first wrong moment', () => {
    expect(wrongOrder(PERCENT, moments('4 2 4 0', '0 0 0 4'))).toMatch(/^more than/);
  });

  // A share of 25% of one pod is one pod, as in blue-green.
  test('is right: recreate of one pod', () => {
    expect(wrongOrder(recreate(1), moments('1 0 1 0', '0 0 0 1', '0 1 0 1', '0 1 1 1'))).toBeUndefined();
  });

  test('is right whatever a controller within the limits does', () => {
    fc.assert(
      fc.property(rollout, ({ strategy, seen }) => {
        expect(wrongOrder(strategy, seen)).toBeUndefined();
      }),
    );
  });

  test('fails whenever one moment breaks a limit', () => {
    fc.assert(
      fc.property(rollout, fc.nat(), fc.boolean(), ({ strategy, seen }, at, more) => {
        const { replicas, surge, unavailable } = strategy;
        const index = at % seen.length;
        const moment = seen[index] as Moment;
        fc.pre(more || unavailable < replicas);
        const broken = more
          ? { ...moment, new: replicas + surge - moment.old + 1 }
          : { ...moment, ready: replicas - unavailable - 1 };
        expect(wrongOrder(strategy, seen.with(index, broken))).toBeDefined();
      }),
    );
  });
});

/** A rolling rollout as a controller does it that is free in what the limits leave open. */
const rollout: fc.Arbitrary<{ strategy: Strategy; seen: Moment[] }> = fc
  .record({ replicas: fc.integer({ min: 1, max: 6 }), surge: fc.nat(7), unavailable: fc.nat(6) })
  .filter(({ replicas, surge, unavailable }) => unavailable <= replicas && surge + unavailable > 0)
  .chain((limits) =>
    fc.array(fc.constantFrom('come', 'ready', 'leave'), { maxLength: 40 }).map((steps) => {
      const strategy = { ...limits, recreate: false };
      return { strategy, seen: moved(strategy, steps) };
    }),
  );

function moved({ replicas, surge, unavailable }: Strategy, steps: readonly string[]): Moment[] {
  let [old, fresh, freshReady] = [replicas, 0, 0];
  const seen: Moment[] = [];
  const look = () => seen.push({ old, new: fresh, ready: old + freshReady, oldLeaving: replicas - old });
  look();
  for (const step of steps) {
    // All that may come are made at once; a pod needs longer to be ready.
    if (step === 'come')
      while (fresh < replicas && old + fresh < replicas + surge) {
        fresh += 1;
        look();
      }
    if (step === 'ready' && freshReady < fresh) freshReady += 1;
    if (step === 'leave' && old > 0 && old + freshReady > replicas - unavailable) old -= 1;
    look();
  }
  return seen;
}
