import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Surroundings } from './surroundings';

/** What a program said and how it ended. */
export interface Result {
  /** Its exit code; 127 when there is no such program. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program to its end, without a shell; that it fails is an answer too.
 *
 * @param variables on top of the environment
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
  { environment, signal }: Surroundings,
): Promise<Result> {
  signal.throwIfAborted();
  const child = spawn(program, args, {
    env: { ...environment, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
    });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') resolve(127);
      else if (error.name !== 'AbortError') reject(error);
    });
    child.on('close', resolve);
  });
  // Ctrl-C reaches the program and this process alike; the program may be gone before we hear of it.
  if (code === null) await sleep(100);
  signal.throwIfAborted();
  return { code: code ?? 1, ...said };
}
