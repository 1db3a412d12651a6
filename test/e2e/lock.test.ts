import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotRun } from './cannot-run';
import { FakeKubectl } from './fake-kubectl';
import { Lock } from './lock';

jest.mock('node:timers/promises', () => ({ setTimeout: jest.fn() }));

// One Lease in a file, which another run may have changed a moment before.
const CLUSTER = `
case "$*" in
  *create*) [ -e lease ] && { echo AlreadyExists >&2; exit 1; }; cp $input lease;;
  *replace*) [ ! -e conflict ] || exit 1; cp $input lease;;
  *delete*) rm -f lease;;
  *get*) [ ! -e lease ] || cat lease;;
esac`;

let fake: FakeKubectl;
let file: string;
const said: string[] = [];

const take = () => Lock.take(fake.kubectl, (line) => said.push(line));
const held = () => JSON.parse(readFileSync(file, 'utf8')) as { spec: { holderIdentity: string; renewTime: string } };
const another = (renewTime: string, resourceVersion: string) =>
  writeFileSync(
    file,
    JSON.stringify({ metadata: { resourceVersion }, spec: { holderIdentity: 'process 7 on other', renewTime } }),
  );
const meanwhile = (happens: () => void) =>
  jest.mocked(sleep).mockImplementation(async () => {
    happens();
  });

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'], now: 0 });
  fake = new FakeKubectl(CLUSTER);
  file = join(fake.folder, 'lease');
  said.length = 0;
  meanwhile(() => {});
  jest.mocked(sleep).mockClear();
});

afterEach(() => {
  jest.useRealTimers();
  fake.end();
});

describe('a cluster', () => {
  test('that nobody has is taken at once', async () => {
    expect((await take()).afterKilledRun).toBe(false);
    expect(held()).toMatchObject({
      metadata: { name: 'kind-stacks-e2e', namespace: 'default' },
      spec: {
        holderIdentity: expect.stringContaining(`process ${process.pid} on `),
        renewTime: '1970-01-01T00:00:00.000000Z',
      },
    });
    expect([said, jest.mocked(sleep).mock.calls]).toEqual([[], []]);
  });

  test('fails to be taken from a run that lives', async () => {
    another('then', '1');
    meanwhile(() => another('now', '2'));
    const taken = take();
    await expect(taken).rejects.toThrow(
      'another run has this cluster: process 7 on other. Wait until it has ended, or use another cluster',
    );
    await expect(taken).rejects.toBeInstanceOf(CannotRun);
    expect(said).toEqual(['process 7 on other has this cluster; looking for 20 s whether it is alive']);
    expect([held().spec.renewTime, jest.getTimerCount()]).toEqual(['now', 0]);
  });

  test('is taken from a run that gives no sign of life', async () => {
    another('then', '1');
    expect((await take()).afterKilledRun).toBe(true);
    // The version that was seen, so that of two runs the second one is refused.
    expect(held()).toMatchObject({
      metadata: { resourceVersion: '1' },
      spec: { holderIdentity: expect.stringContaining(`process ${process.pid} `) },
    });
    expect(jest.mocked(sleep).mock.calls).toEqual([[20_000]]);
  });

  test('is taken when the other run ends meanwhile, which was not killed then', async () => {
    another('then', '1');
    meanwhile(() => rmSync(file));
    expect((await take()).afterKilledRun).toBe(false);
  });

  test('fails to be taken when another run takes it in the same moment', async () => {
    another('then', '1');
    writeFileSync(join(fake.folder, 'conflict'), '');
    const taken = take();
    await expect(taken).rejects.toThrow('another run took this cluster in the same moment');
    await expect(taken).rejects.toBeInstanceOf(CannotRun);
    expect(held().spec.holderIdentity).toBe('process 7 on other');
  });

  test('hears every five seconds that its run lives', async () => {
    const { kubectl } = fake;
    await Lock.take(kubectl, () => {});
    const calls = jest.spyOn(kubectl, 'try');
    jest.advanceTimersByTime(4999);
    expect(calls).toHaveBeenCalledTimes(0);
    jest.advanceTimersByTime(5001);
    expect(calls).toHaveBeenCalledTimes(2);
    await Promise.all(calls.mock.results.map(({ value }) => value));
    expect(fake.calls.slice(1).sort()).toEqual(
      ['05', '10'].map(
        (second) =>
          `-n default patch lease kind-stacks-e2e --type=merge --patch {"spec":{"renewTime":"1970-01-01T00:00:${second}.000000Z"}}`,
      ),
    );
  });

  test('is free after its run, which gives no more signs of life', async () => {
    const lock = await take();
    await lock.release();
    expect([existsSync(file), jest.getTimerCount()]).toEqual([false, 0]);
  });
});
