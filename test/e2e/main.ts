import { StepFailure } from '../../cli/plan';
import { CannotRun } from './cannot-run';
import { Kubectl } from './kubectl';
import { readOptions } from './options';
import { Session } from './session';
import { refuseUnknown } from './subjects';
import { target } from './target';

const say = (line: string) => console.log(line);

async function main(): Promise<number> {
  const asked = readOptions(process.argv.slice(2));
  refuseUnknown(asked, process.env);
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      say('interrupted; taking away what was applied (once more to stop at once)');
      interrupted.abort();
    });
  const surroundings = { environment: process.env, signal: interrupted.signal };
  const on = await target(surroundings, asked.kubernetes, say);
  try {
    return await new Session(asked, new Kubectl(on.kubeconfig, interrupted.signal), on.environment, say).run();
  } catch (error) {
    if (interrupted.signal.aborted) return 130;
    throw error;
  } finally {
    await on.end();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (!(error instanceof CannotRun || error instanceof StepFailure)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  },
);
