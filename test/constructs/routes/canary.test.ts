import * as fc from 'fast-check';
import { Canary, type CanaryRequest, type CanaryRules } from '../../../constructs';
import { refusalMessage } from '../../synth';
import { canaryOf, conditionsOf, decisionOf, requests } from './canary-model';

const refusal = (canary: Canary) => refusalMessage(() => canary.rules('here'));

describe('Canary', () => {
  test.each<[string, Canary, CanaryRules]>([
    ['byHeader', Canary.byHeader('X-Canary'), { header: { name: 'X-Canary', by: 'switch' } }],
    [
      'byHeader with a value',
      Canary.byHeader('X-Version', 'v2'),
      { header: { name: 'X-Version', by: 'value', value: 'v2' } },
    ],
    [
      'byHeaderPattern',
      Canary.byHeaderPattern('X-Version', '^v2'),
      { header: { name: 'X-Version', by: 'pattern', pattern: '^v2' } },
    ],
    ['byCookie', Canary.byCookie('canary'), { cookie: 'canary' }],
    ['byWeight', Canary.byWeight(10), { weight: { weight: 10, total: 100 } }],
    ['byWeight with a total', Canary.byWeight(1, 3), { weight: { weight: 1, total: 3 } }],
    [
      'any',
      Canary.any(Canary.byWeight(5), Canary.any(Canary.byCookie('c'), Canary.byHeader('H'))),
      { header: { name: 'H', by: 'switch' }, cookie: 'c', weight: { weight: 5, total: 100 } },
    ],
  ])('%s says its conditions', (_name, canary, rules) => {
    expect(canary.rules('here')).toEqual(rules);
  });

  test.each<[string, Canary, CanaryRequest, 'canary' | 'main']>([
    ['without what it asks for', Canary.byHeader('X-Canary'), {}, 'main'],
    ['whose header says always', Canary.byHeader('X-Canary'), { headers: { 'x-canary': 'always' } }, 'canary'],
    ['whose header says never', Canary.byHeader('X-Canary'), { headers: { 'x-canary': 'never' } }, 'main'],
    ['whose header has the value', Canary.byHeader('V', '2'), { headers: { v: '2' } }, 'canary'],
    ['whose header has more than the value', Canary.byHeader('V', '2'), { headers: { v: '20' } }, 'main'],
    ['whose header matches', Canary.byHeaderPattern('V', '[23]'), { headers: { v: '13' } }, 'canary'],
    ['whose header does not match', Canary.byHeaderPattern('V', '^[23]'), { headers: { v: '13' } }, 'main'],
    ['whose cookie says always', Canary.byCookie('c'), { cookies: { c: 'always' } }, 'canary'],
    ['whose cookie has another case', Canary.byCookie('c'), { cookies: { C: 'always' } }, 'main'],
  ])('decides a request %s', (_name, canary, request, decision) => {
    expect(canary.decide(request)).toBe(decision);
  });

  test('a header that says never is asked before a cookie that says always', () => {
    const canary = Canary.any(Canary.byCookie('c'), Canary.byHeader('H'));
    expect(canary.decide({ headers: { h: 'never' }, cookies: { c: 'always' } })).toBe('main');
  });

  test('always and never mean nothing to a header with a value', () => {
    const canary = Canary.any(Canary.byHeader('H', 'v2'), Canary.byWeight(7));
    expect(canary.decide({ headers: { h: 'always' } })).toEqual({ weight: 7, total: 100 });
    expect(canary.decide({ headers: { h: 'never' } })).toEqual({ weight: 7, total: 100 });
  });

  test('decides every request as header, then cookie, then weight say', () => {
    fc.assert(
      fc.property(conditionsOf, requests, (conditions, request) => {
        expect(canaryOf(conditions).decide(request)).toEqual(decisionOf(conditions, request));
      }),
      { numRuns: 2000 },
    );
  });

  test('fails without a condition', () => {
    expect(refusal(Canary.any())).toBe(
      'here: the canary has no condition. Say which requests it gets, for example Canary.byWeight(10).',
    );
  });

  test.each([
    ['header', 'value and pattern', Canary.byHeader('V', '2'), Canary.byHeaderPattern('V', '^2')],
    ['header', 'two names', Canary.byHeader('A'), Canary.byHeader('B')],
    ['cookie', 'two names', Canary.byCookie('a'), Canary.byCookie('b')],
    ['weight', 'two shares', Canary.byWeight(10), Canary.byWeight(20)],
  ])('fails for two conditions on the %s: %s', (kind, _what, first, second) => {
    const message = `here: the canary is chosen by two ${kind} conditions, and the second would be ignored. Keep one ${kind} condition.`;
    expect(refusal(Canary.any(first, second))).toBe(message);
  });

  test('fails to decide by conditions that cannot be', () => {
    expect(refusalMessage(() => Canary.byWeight(101).decide({}))).toBe(
      'canary: the weight of the canary is 101 of 100; allowed are whole numbers from 0 to 100. Change the weight or its total.',
    );
  });
});
