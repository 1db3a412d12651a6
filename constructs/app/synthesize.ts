import type { App, SynthesizedFile } from './app';
import { Refusal } from './refusal';

/**
 * Runs an app from the command line: prints a line per file, or, when the app cannot work, the
 * reason alone; the output folder is then as it was and the exit code is 1.
 *
 * @param build makes the app; settings are read in here, so that a bad one is a refusal too
 */
export function synthesize(build: () => App): void {
  try {
    const app = build();
    for (const file of app.synth()) console.log(describe(app.outdir, file));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

function describe(folder: string, { path, manifests }: SynthesizedFile): string {
  const kinds = new Map<string, number>();
  for (const { kind } of manifests) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const list = [...kinds].map(([kind, count]) => (count === 1 ? kind : `${count} ${kind}`)).join(', ');
  return `${folder}/${path}: ${manifests.length} ${manifests.length === 1 ? 'object' : 'objects'} (${list})`;
}
