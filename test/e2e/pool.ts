/** Something that is done beside others as long as there is room. */
export interface Task {
  /** How much of the room it takes. */
  readonly cost: number;
  readonly run: () => Promise<void>;
}

/**
 * Runs tasks beside each other, in their order, as long as what they cost together fits; one that never fits runs
 * alone. The first error ends it, once those that run have ended.
 *
 * @param room how much may be taken at once
 * @param width how many may run at once
 */
export async function inParallel(tasks: readonly Task[], room: number, width: number): Promise<void> {
  const waiting = [...tasks];
  const running = new Map<Task, Promise<void>>();
  const failures: unknown[] = [];
  const taken = () => [...running.keys()].reduce((sum, { cost }) => sum + cost, 0);
  const fits = ({ cost }: Task) => running.size === 0 || (running.size < width && taken() + cost <= room);
  while ((waiting.length > 0 && failures.length === 0) || running.size > 0) {
    for (let next = waiting.findIndex(fits); next !== -1 && failures.length === 0; next = waiting.findIndex(fits)) {
      const [task] = waiting.splice(next, 1) as [Task];
      const done = task
        .run()
        .catch((error: unknown) => failures.push(error))
        .then(() => void running.delete(task));
      running.set(task, done);
    }
    await Promise.race(running.values());
  }
  if (failures.length > 0) throw failures[0];
}
