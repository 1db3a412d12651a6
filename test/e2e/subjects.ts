import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { closest } from 'fastest-levenshtein';
import { listStacks } from '../../cli/stack-list';
import { CannotRun } from './cannot-run';
import { type Journal, NotShown } from './journal';
import type { Asked } from './options';
import { hasPlace } from './report/page';
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

/** Refuses a command line that names what there is not, before anything is begun. */
export function refuseUnknown({ names, page }: Pick<Asked, 'names' | 'page'>, environment: NodeJS.ProcessEnv): void {
  // An app that cannot be made at all is for the synthesis to speak of.
  const known = names.length === 0 ? [] : listStacks(withoutSettings(environment)).map(({ stack }) => stack.name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new CannotRun(unknownStack(unknown, known));
  if (page !== undefined && !hasPlace(page))
    throw new CannotRun(`--page is '${page}', which is no file with a place for the table, such as docs/e2e.md`);
}

function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('KIND_STACKS_')));
}

function unknownStack(name: string, names: readonly string[]): string {
  return `there is no stack '${name}'; there are ${names.join(', ')}. Did you mean '${closest(name, names)}'?`;
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
