import { CannotRun } from './cannot-run';
import { readOptions } from './options';

const refusal = (...args: string[]): string => {
  try {
    readOptions(args);
  } catch (error) {
    if (error instanceof CannotRun) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('options', () => {
  test('are not needed', () => {
    expect(readOptions([])).toEqual({
      level: 'answers',
      seconds: 300,
      report: 'e2e-report.json',
      page: undefined,
      kubernetes: undefined,
      names: [],
    });
  });

  test('may all be given, among names of stacks', () => {
    const args = 'web --level accepted --seconds 1.5 --report out.json --page page.md --kubernetes 1.35 canary';
    expect(readOptions(args.split(' '))).toEqual({
      level: 'accepted',
      seconds: 1.5,
      report: 'out.json',
      page: 'page.md',
      kubernetes: '1.35',
      names: ['web', 'canary'],
    });
  });

  test.each(['rolled out', 'rolled-out'])('name the level in the middle %p', (level) => {
    expect(readOptions(['--level', level]).level).toBe('rolled out');
  });

  test.each([
    [['--level', 'deleted'], "there is no level 'deleted'; there are accepted, rolled out, answers\n"],
    [['--level', ''], "there is no level ''; there are accepted, rolled out, answers\n"],
    [['--seconds', 'soon'], "--seconds is 'soon', not a number above 0\n"],
    [['--seconds', '0'], "--seconds is '0', not a number above 0\n"],
    [['--seconds=-1'], "--seconds is '-1', not a number above 0\n"],
    [['--levl', 'accepted'], "Unknown option '--levl'"],
    [['--report'], "Option '--report <value>' argument missing"],
  ])('fails for %j, and shows how to use it', (args, message) => {
    const refused = refusal(...args);
    expect(refused.startsWith(message)).toBe(true);
    expect(refused).toContain('\n\nnpm run e2e [-- options] [stack…]\n');
  });
});
