import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listStacks } from '../../cli/stack-list';
import { CannotRun } from './cannot-run';
import { type Journal, NotShown } from './journal';
import type { StackSubject } from './run';

const ROOT = join(__dirname, '../..');

/** Everything that the repository synthesises now, in a folder of its own. */
export interface Subjects {
  /** Every stack and every alternative, in the order of the list. */
  readonly all: readonly StackSubject[];
  /** The one that is broken on purpose to see the run fail: a web application in a Namespace of its own. */
  readonly broken: StackSubject;
  /** Those of these names; all for none. */
  choose(names: readonly string[]): readonly StackSubject[];
  /** The committed files are what the sources give: what is proven is what people apply. */
  areFresh(journal: Journal): Promise<boolean>;
  /** Takes the folder away. */
  end(): void;
}

/** Synthesises all stacks with the settings of the environment. */
export async function readSubjects(environment: NodeJS.ProcessEnv): Promise<Subjects> {
  const folder = mkdtempSync(join(tmpdir(), 'kind-stacks-e2e-'));
  const output = join(folder, 'dist');
  const synth = promisify(execFile)(process.execPath, ['-r', 'tsx/cjs', 'main.ts'], {
    cwd: ROOT,
    env: { ...environment, CDK8S_OUTDIR: output },
  });
  await synth.catch((error: { stderr?: string }) => {
    rmSync(folder, { recursive: true, force: true });
    throw new CannotRun(`the stacks do not synthesise: ${error.stderr?.trim()}`);
  });
  const all = listStacks(environment).map(({ stack, file, manifests }) => ({
    name: stack.name,
    stack,
    file: join(output, file),
    manifests,
  }));
  const broken = all.find(({ name }) => name === 'web-recreate');
  if (broken === undefined) throw new CannotRun("there is no stack 'web-recreate', which is broken on purpose");
  return {
    all,
    broken,
    choose(names) {
      const unknown = names.find((name) => !all.some((one) => one.name === name));
      if (unknown !== undefined)
        throw new CannotRun(`there is no stack '${unknown}'; there are ${all.map(({ name }) => name).join(', ')}`);
      return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
    },
    areFresh(journal) {
      return journal.prove('-', 'cluster', 'dist/ is what the sources give', async () => {
        const settings = Object.keys(environment).filter((name) => name.startsWith('KIND_STACKS_'));
        if (settings.length > 0) return `not compared: set are ${settings.join(', ')}`;
        const stale = different(output, join(ROOT, 'dist'));
        if (stale.length > 0) throw new NotShown(`not so: ${stale.join(', ')}. Run npm run synth`);
        return `${all.length} files`;
      });
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function different(fresh: string, committed: string): string[] {
  const files = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
  const read = (folder: string, file: string) => {
    try {
      return readFileSync(join(folder, file), 'utf8');
    } catch {
      return undefined;
    }
  };
  return [...new Set([...files(fresh), ...files(committed)])].filter(
    (file) => read(fresh, file) !== read(committed, file),
  );
}
