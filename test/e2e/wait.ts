import { setTimeout as sleep } from 'node:timers/promises';
import { NotShown } from './journal';

/**
 * Asks again and again until there is nothing left to wait for.
 *
 * @param seconds after how long the last reason is the failure
 * @param ask gives the reason why not yet, or undefined
 */
export async function until(seconds: number, ask: () => Promise<string | undefined>, pause = 1): Promise<void> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const reason = await ask();
    if (reason === undefined) return;
    if (Date.now() > end) throw new NotShown(`${reason} (after ${seconds} s)`);
    await sleep(pause * 1000);
  }
}
