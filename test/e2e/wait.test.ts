import { setTimeout as sleep } from 'node:timers/promises';
import { NotShown } from './journal';
import { until } from './wait';

jest.mock('node:timers/promises', () => ({
  setTimeout: jest.fn(async (milliseconds: number) => void jest.setSystemTime(Date.now() + milliseconds)),
}));

const pauses = () => jest.mocked(sleep).mock.calls.map(([milliseconds]) => milliseconds);

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'], now: 0 });
  jest.mocked(sleep).mockClear();
});

afterEach(() => jest.useRealTimers());

describe('waiting', () => {
  test('ends at once when there is nothing to wait for', async () => {
    const ask = jest.fn(async () => undefined);
    await until(10, ask);
    expect([ask.mock.calls.length, pauses()]).toEqual([1, []]);
  });

  test('asks again after a second until there is no reason', async () => {
    const reasons = ['not yet', 'almost', undefined, 'never asked'];
    await until(10, async () => reasons.shift());
    expect([reasons, pauses()]).toEqual([['never asked'], [1000, 1000]]);
  });

  test('asks as often as it is told', async () => {
    const reasons = ['not yet', undefined];
    await until(10, async () => reasons.shift(), 0.2);
    expect(pauses()).toEqual([200]);
  });

  test('fails with the last reason', async () => {
    let count = 0;
    const waiting = until(3, async () => `reason ${++count}`);
    await expect(waiting).rejects.toThrow(new NotShown('reason 5 (after 3 s)'));
    await expect(waiting).rejects.toBeInstanceOf(NotShown);
  });

  test('fails at once when asking fails', async () => {
    await expect(until(3, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(pauses()).toEqual([]);
  });

  test('asks once more when the time is over, however long an answer takes', async () => {
    const answers = ['slow', undefined];
    await until(3, async () => {
      if (answers.length === 2) jest.setSystemTime(3000);
      return answers.shift();
    });
    expect(answers).toEqual([]);
  });
});
