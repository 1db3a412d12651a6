import { CannotShow, Journal, NotShown } from './journal';

const said: string[] = [];
const diagnose = jest.fn(async (stack: string) => [`of ${stack}`]);
let journal: Journal;

beforeEach(() => {
  said.length = 0;
  diagnose.mockClear();
  jest.useFakeTimers({ now: 0 });
  journal = new Journal((line) => said.push(line), diagnose);
});

afterEach(() => jest.useRealTimers());

const prove = (run: () => Promise<string>) => journal.prove('web', 'answers', 'it answers', run);
const fails = (error: unknown) => () => Promise.reject(error);

describe('a proof', () => {
  test('passes with what was seen', async () => {
    expect(await prove(async () => 'seen')).toBe(true);
    expect(journal.results).toEqual([
      { stack: 'web', level: 'answers', proof: 'it answers', outcome: 'passed', detail: 'seen', seconds: 0 },
    ]);
  });

  test.each([
    ['what it saw', new NotShown('not so')],
    ['any other error', new TypeError('not so')],
  ])('fails with %s, and somebody looks at the cluster', async (_, error) => {
    expect(await prove(fails(error))).toBe(false);
    expect(journal.results).toMatchObject([{ outcome: 'failed', detail: 'not so', diagnosis: ['of web'] }]);
  });

  test('is skipped with the reason, and nobody looks', async () => {
    expect(await prove(fails(new CannotShow('not here')))).toBe(false);
    expect(journal.results).toMatchObject([{ outcome: 'skipped', detail: 'not here' }]);
    expect(journal.results[0]).not.toHaveProperty('diagnosis');
  });

  test('is looked at only when it failed', async () => {
    await prove(async () => 'seen');
    await prove(fails(new CannotShow('not here')));
    expect(diagnose).not.toHaveBeenCalled();
  });

  test('fails without a diagnosis when nobody looks', async () => {
    const alone = new Journal(() => {});
    await alone.prove('web', 'answers', 'it', fails(new NotShown('no')));
    expect(alone.results[0]).not.toHaveProperty('diagnosis');
  });

  test.each([
    ['an interruption', Object.assign(new Error('aborted'), { name: 'AbortError' })],
    ['what is no error', 'thrown'],
  ])('lets %s through, and nothing comes of it', async (_, thrown) => {
    await expect(prove(fails(thrown))).rejects.toBe(thrown);
    expect([journal.results, said]).toEqual([[], []]);
  });

  test('says what came of it, and when', async () => {
    jest.setSystemTime(12_340);
    await prove(async () => {
      jest.setSystemTime(13_340);
      return 'seen';
    });
    await prove(fails(new NotShown('not so')));
    await prove(fails(new CannotShow('not here')));
    expect(said).toEqual([
      '  13.3 s  passed   web: answers: it answers: seen',
      '  13.3 s  failed   web: answers: it answers: not so',
      '  13.3 s  skipped  web: answers: it answers: not here',
    ]);
    expect(journal.results.map(({ seconds }) => seconds)).toEqual([1, 0, 0]);
  });
});

test('failures are those that failed, in their order', async () => {
  await journal.prove('web', 'answers', 'first', fails(new NotShown('')));
  await journal.prove('web', 'answers', 'second', async () => '');
  await journal.prove('web', 'answers', 'third', fails(new CannotShow('')));
  await journal.prove('web', 'deleted', 'fourth', fails(new NotShown('')));
  expect(journal.failures.map(({ proof }) => proof)).toEqual(['first', 'fourth']);
});

// What failed is known by then, and a cluster that is looked at again may fail again.
test('a failure stays one when looking at the cluster fails', async () => {
  diagnose.mockRejectedValueOnce(new Error('no connection'));
  await prove(fails(new NotShown('not so')));
  expect(journal.results).toMatchObject([{ outcome: 'failed', detail: 'not so' }]);
});
