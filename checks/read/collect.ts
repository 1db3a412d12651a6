import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { ReadProblem } from './read-yaml';

/** A file with the text in it. */
export interface CollectedFile {
  readonly file: string;
  readonly text: string;
  /** Whether it was named itself, and not found in a folder. */
  readonly named: boolean;
}

/** What was found at some paths. */
export interface Collection {
  readonly files: readonly CollectedFile[];
  readonly problems: readonly ReadProblem[];
}

/** A path that is nowhere; nothing is checked then. */
export class NoSuchPath extends Error {}

/** The path that stands for standard input. */
export const STANDARD_INPUT = '-';

const EXTENSIONS = new Set(['.yaml', '.yml', '.json']);
// What no manifest of people is in.
const SKIPPED = new Set(['node_modules', 'vendor']);
const LARGEST = 128 * 1024 * 1024;

/** Reads files, and all manifests below folders; what cannot be read is a problem, and the others are read. */
export function collect(paths: readonly string[]): Collection {
  const files: CollectedFile[] = [];
  const problems: ReadProblem[] = [];
  const seen = new Set<string>();
  const read = (file: string, named: boolean) => {
    try {
      const text = file === STANDARD_INPUT ? readFileSync(0, 'utf8') : textOf(file);
      if (typeof text === 'string') files.push({ file, text: text.replace(/^\uFEFF/, ''), named });
      else if (named) problems.push(unreadable(file, text.reason));
    } catch (error) {
      problems.push(unreadable(file, reasonOf(error)));
    }
  };
  for (const path of paths) {
    if (path === STANDARD_INPUT) read(path, true);
    else if (isFolder(path)) for (const file of filesBelow(path, seen, problems)) read(file, false);
    else read(path, true);
  }
  return { files, problems };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    throw new NoSuchPath(`there is no '${path}'`);
  }
}

function* filesBelow(folder: string, seen: Set<string>, problems: ReadProblem[]): Iterable<string> {
  const real = realpathSync(folder);
  // A link may lead back to where it is.
  if (seen.has(real)) return;
  seen.add(real);
  for (const name of namesIn(folder, problems)) {
    const path = join(folder, name);
    const entry = statOf(path);
    if (entry === 'folder') yield* filesBelow(path, seen, problems);
    else if (EXTENSIONS.has(extname(name).toLowerCase())) {
      if (entry === 'file') yield path;
      else if (entry === 'broken link') problems.push(unreadable(path, 'it is a link to nothing'));
    }
  }
}

function namesIn(folder: string, problems: ReadProblem[]): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.') && !SKIPPED.has(name))
      .sort();
  } catch (error) {
    problems.push(unreadable(folder, reasonOf(error)));
    return [];
  }
}

function statOf(path: string): 'folder' | 'file' | 'broken link' | undefined {
  try {
    const entry = statSync(path);
    if (entry.isDirectory()) return 'folder';
    return entry.isFile() ? 'file' : undefined;
  } catch {
    return lstatSync(path).isSymbolicLink() ? 'broken link' : undefined;
  }
}

function textOf(file: string): string | { readonly reason: string } {
  const { size } = statSync(file);
  if (size > LARGEST)
    return { reason: `it has ${Math.round(size / 1024 / 1024)} MiB; at most ${LARGEST / 1024 / 1024} are read` };
  if (startsBinary(file)) return { reason: 'it is not a text' };
  return readFileSync(file, 'utf8');
}

function startsBinary(file: string): boolean {
  const descriptor = openSync(file, 'r');
  try {
    const start = Buffer.alloc(4096);
    return start.subarray(0, readSync(descriptor, start)).includes(0);
  } finally {
    closeSync(descriptor);
  }
}

function unreadable(file: string, reason: string): ReadProblem {
  return { rule: 'yaml-invalid', message: `it cannot be read: ${reason}`, location: { file }, related: [] };
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EACCES') return 'you may not read it';
  return code ?? message;
}
