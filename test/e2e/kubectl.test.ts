import { FakeKubectl } from './fake-kubectl';
import { Kubectl } from './kubectl';

let fake: FakeKubectl;

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
  fake = new FakeKubectl();
});

afterEach(() => {
  jest.useRealTimers();
  fake.end();
});

describe('kubectl', () => {
  test('is told its cluster in every call', async () => {
    fake.answer('*', { stdout: '{}' });
    const kubectl = new Kubectl('/of/a/test');
    await kubectl.try(['version']);
    await kubectl.run(['version']);
    await kubectl.get('pods');
    await kubectl.list('pods');
    await kubectl.detached().run(['version']);
    await new Promise((resolve) => kubectl.start(['version']).on('close', resolve));
    expect(fake.calls.map((call) => call.replace(/ (version|get).*/, ''))).toEqual(
      Array(6).fill('--kubeconfig /of/a/test'),
    );
  });

  test('gives what it said and how it ended', async () => {
    fake.answer('*', { stdout: 'some', stderr: 'other', code: 3 });
    expect(await fake.kubectl.try(['it'])).toEqual({ code: 3, stdout: 'some', stderr: 'other' });
  });

  test('reads what it is given, and nothing else', async () => {
    await fake.kubectl.try(['apply', '-f', '-'], { input: '{"a":1}' });
    await fake.kubectl.try(['apply', '-f', '-', 'x'], { input: '' });
    expect(fake.inputs).toEqual([{ a: 1 }]);
    expect(fake.calls).toEqual(['apply -f -', 'apply -f - x']);
  });

  test('does not mind a program that does not read', async () => {
    expect((await fake.kubectl.try(['it'], { input: 'x'.repeat(1_000_000) })).code).toBe(0);
  });

  test.each([
    ['what it said', { stdout: 'seen', stderr: ' wrong\n' }, 'wrong'],
    ['its output where it said nothing else', { stdout: 'seen\n' }, 'seen'],
  ])('fails with the command and %s', async (_, answer, words) => {
    fake.answer('*', { ...answer, code: 7 });
    await expect(fake.kubectl.run(['get', 'pods', '-A'])).rejects.toThrow(
      new Error(`kubectl get pods -A ended with 7: ${words}`),
    );
  });

  test('fails when there is no such program', async () => {
    await expect(fake.without().kubectl.run(['version'])).rejects.toMatchObject({ code: 'ENOENT' });
  });

  // A timer that is left keeps the process alive after an interruption.
  test('leaves no timer when it cannot be started', async () => {
    await expect(fake.without().kubectl.try(['version'])).rejects.toMatchObject({ code: 'ENOENT' });
    expect(jest.getTimerCount()).toBe(0);
  });

  test('leaves no timer when it ends', async () => {
    await fake.kubectl.try(['version']);
    expect(jest.getTimerCount()).toBe(0);
  });

  test('is ended by an interruption, and starts no more; detached it goes on', async () => {
    const interrupted = new AbortController();
    const kubectl = new Kubectl(fake.kubeconfig, interrupted.signal);
    fake.answer('hang', { hangs: true });
    const running = kubectl.try(['hang']);
    interrupted.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    await expect(kubectl.try(['version'])).rejects.toMatchObject({ name: 'AbortError' });
    expect(() => kubectl.start(['version'])).toThrow(/abort/);
    expect((await kubectl.detached().try(['version'])).code).toBe(0);
  });

  test.each<[string, number | undefined, number]>([
    ['as long as it is given', 5, 5],
    ['for a minute', undefined, 60],
  ])('ends a program that hangs %s', async (_, seconds, after) => {
    fake.answer('*', { hangs: true });
    let ended = false;
    const output = fake.kubectl.try(['it'], { seconds }).finally(() => {
      ended = true;
    });
    jest.advanceTimersByTime(after * 1000 - 1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(ended).toBe(false);
    jest.advanceTimersByTime(1);
    expect(await output).toEqual({ code: 124, stdout: '', stderr: '' });
  });

  test('gets one object', async () => {
    fake.answer('get version -o json', { stdout: { kind: 'Version' } });
    expect(await fake.kubectl.get('version')).toEqual({ kind: 'Version' });
  });

  test.each([
    ['the items', { items: [{ a: 1 }, { a: 2 }] }, [{ a: 1 }, { a: 2 }]],
    ['no items', { items: [] }, []],
    ['one object', { a: 1 }, [{ a: 1 }]],
    ['nothing', '\n', []],
  ])('lists %s', async (_, stdout, items) => {
    fake.answer('get pods -A --ignore-not-found -o json', { stdout });
    expect(await fake.kubectl.list('pods', '-A')).toEqual(items);
  });
});
