import { Canary, type CanaryRequest } from '../../constructs';
import { refusalMessage } from '../synth';

// What a real controller does, which the contract of the stack canary promises of its ways.
const byHeader = Canary.byHeader('canary');
const byValue = Canary.byHeader('canary', 'forsure');
const anchored = Canary.byHeaderPattern('Region', '^(cd|sz)$');
const asInHomework = Canary.byHeaderPattern('Region', 'cd|sz');
const byCookie = Canary.byCookie('canary');
const byWeight = Canary.byWeight(10);
const tenOfHundred = { weight: 10, total: 100 };

const header = (value: string): CanaryRequest => ({ headers: { canary: value } });
const region = (value: string): CanaryRequest => ({ headers: { region: value } });
const cookie = (value: string): CanaryRequest => ({ cookies: { canary: value } });

test.each<[condition: string, canary: Canary, request: CanaryRequest, answer: ReturnType<Canary['decide']>]>([
  ['the header says always', byHeader, header('always'), 'canary'],
  ['the header says never', byHeader, header('never'), 'main'],
  ['the header says something else', byHeader, header('forsure'), 'main'],
  ['there is no header', byHeader, {}, 'main'],
  ['the header has the value', byValue, header('forsure'), 'canary'],
  ['a value is expected and the header says always', byValue, header('always'), 'main'],
  ['the header matches the pattern', anchored, region('sz'), 'canary'],
  ['a pattern is expected and the header says always', anchored, region('always'), 'main'],
  ['the header contains what an anchored pattern looks for', anchored, region('abcdx'), 'main'],
  ['the header contains what the pattern of the homework looks for', asInHomework, region('abcdx'), 'canary'],
  ['the cookie says always', byCookie, cookie('always'), 'canary'],
  ['the cookie says never', byCookie, cookie('never'), 'main'],
  ['only chance decides', byWeight, {}, tenOfHundred],
  [
    'the header decides before the cookie',
    Canary.any(byCookie, byHeader),
    { ...header('never'), ...cookie('always') },
    'main',
  ],
  ['the cookie decides before the weight', Canary.any(byWeight, byCookie), cookie('always'), 'canary'],
  ['the header decides before the weight', Canary.any(byWeight, byHeader), header('never'), 'main'],
  ['header and cookie leave it to the weight', Canary.any(byHeader, byCookie, byWeight), {}, tenOfHundred],
])('a request when %s', (_, canary, request, answer) => {
  expect(canary.decide(request)).toEqual(answer);
});

test('fails when a header is chosen both by value and by pattern', () => {
  const canary = Canary.any(Canary.byHeader('Region', 'cd'), anchored);
  expect(refusalMessage(() => canary.rules('canary'))).toBe(
    'canary: the canary is chosen by two header conditions, and the second would be ignored. Keep one header condition.',
  );
});
