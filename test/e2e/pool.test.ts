import * as fc from 'fast-check';
import { inParallel, type Task } from './pool';

/** Tasks that end when they are told, and write down that they start and end. */
class Desk {
  public readonly log: string[] = [];
  private readonly open = new Map<string, { end: () => void; fail: (error: Error) => void }>();

  public task(name: string, cost: number): Task {
    return {
      cost,
      run: () => {
        this.log.push(`+${name}`);
        return new Promise((resolve, reject) => this.open.set(name, { end: resolve, fail: reject }));
      },
    };
  }

  public get running(): string {
    return [...this.open.keys()].join('');
  }

  public async end(name: string, error?: Error): Promise<void> {
    this.log.push(`-${name}`);
    const { end, fail } = this.open.get(name) as { end: () => void; fail: (error: Error) => void };
    this.open.delete(name);
    if (error) fail(error);
    else end();
    await settled();
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

let desk: Desk;

beforeEach(() => {
  desk = new Desk();
});

describe('tasks beside each other', () => {
  test('begin in their order', async () => {
    const done = inParallel([desk.task('a', 1), desk.task('b', 1), desk.task('c', 1)], 2, 9);
    expect(desk.running).toBe('ab');
    await desk.end('b');
    expect(desk.running).toBe('ac');
    await desk.end('a');
    await desk.end('c');
    await done;
    expect(desk.log).toEqual(['+a', '+b', '-b', '+c', '-a', '-c']);
  });

  test('fill the room to its end, one that fits before one that does not', async () => {
    const done = inParallel([desk.task('a', 6), desk.task('b', 5), desk.task('c', 4)], 10, 9);
    expect(desk.running).toBe('ac');
    await desk.end('c');
    expect(desk.running).toBe('a');
    await desk.end('a');
    await desk.end('b');
    await done;
  });

  test('are no more than the width', async () => {
    const done = inParallel([desk.task('a', 0), desk.task('b', 0), desk.task('c', 0)], 10, 2);
    expect(desk.running).toBe('ab');
    await desk.end('a');
    expect(desk.running).toBe('bc');
    await desk.end('b');
    await desk.end('c');
    await done;
  });

  test.each([
    [5, 10],
    [0, 1],
    [-3, 1],
  ])('are one alone where it is too big: room %i', async (room, cost) => {
    const done = inParallel([desk.task('a', cost), desk.task('b', 1)], room, 9);
    expect(desk.running).toBe('a');
    await desk.end('a');
    await desk.end('b');
    await done;
    expect(desk.log).toEqual(['+a', '-a', '+b', '-b']);
  });

  test('are one too big after those that run', async () => {
    const done = inParallel([desk.task('a', 1), desk.task('b', 10), desk.task('c', 1)], 5, 9);
    expect(desk.running).toBe('ac');
    await desk.end('a');
    expect(desk.running).toBe('c');
    await desk.end('c');
    expect(desk.running).toBe('b');
    await desk.end('b');
    await done;
  });

  test('fail with the first error once those that run have ended, and begin no other', async () => {
    const ended = jest.fn();
    const done = inParallel([desk.task('a', 1), desk.task('b', 1), desk.task('c', 1)], 2, 9);
    done.then(ended, ended);
    await desk.end('b', new Error('first'));
    expect([desk.running, ended.mock.calls.length]).toEqual(['a', 0]);
    await desk.end('a', new Error('second'));
    await expect(done).rejects.toThrow('first');
    expect(desk.log).toEqual(['+a', '+b', '-b', '-a']);
  });

  test('are done at once when there are none', async () => {
    await expect(inParallel([], 1, 1)).resolves.toBeUndefined();
  });

  test('all run once, and never take more than there is unless alone', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(9), { maxLength: 12 }),
        fc.nat(12),
        fc.integer({ min: 1, max: 4 }),
        async (costs, room, width) => {
          const running = new Set<number>();
          const ran: number[] = [];
          const run = async (index: number) => {
            running.add(index);
            ran.push(index);
            const taken = [...running].reduce((sum, one) => sum + (costs[one] as number), 0);
            expect(running.size === 1 || (taken <= room && running.size <= width)).toBe(true);
            for (let turn = 0; turn <= index % 3; turn += 1) await Promise.resolve();
            running.delete(index);
          };
          await inParallel(
            costs.map((cost, index) => ({ cost, run: () => run(index) })),
            room,
            width,
          );
          expect(ran.sort((a, b) => a - b)).toEqual(costs.map((_, index) => index));
        },
      ),
    );
  });
});
