import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { refuse } from './refusal';

const MANIFEST = /\.k8s\.yaml$/;

/**
 * Replaces a folder of manifests as a whole: everything is written beside it first, and one rename
 * puts it in place. Whatever goes wrong before leaves the folder as it was.
 *
 * A folder that holds anything but manifests is refused, because replacing it would lose that.
 *
 * @param folder where the manifests belong, for example `dist`
 * @param files path inside the folder -> text
 */
export function replaceFolder(folder: string, files: ReadonlyMap<string, string>): void {
  const target = resolve(folder);
  refuseForeignFiles(folder);
  mkdirSync(dirname(target), { recursive: true });
  const staging = beside(target, process.pid);
  try {
    for (const [file, text] of files) {
      mkdirSync(dirname(join(staging, file)), { recursive: true });
      writeFileSync(join(staging, file), text);
    }
    mkdirSync(staging, { recursive: true });
    swap(staging, target);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Whether a folder holds exactly these files. */
export function holds(folder: string, files: ReadonlyMap<string, string>): boolean {
  if (!existsSync(folder) || !lstatSync(folder).isDirectory()) return false;
  const there = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  if (there.length !== files.size) return false;
  return [...files].every(
    ([file, text]) => existsSync(join(folder, file)) && readFileSync(join(folder, file), 'utf8') === text,
  );
}

// A folder with content cannot be renamed over, so the old one steps aside for the length of one
// system call; `mendKilledRun` makes good a run that was killed right there.
function swap(staging: string, target: string): void {
  const old = beside(target, 'before');
  if (existsSync(target)) renameSync(target, old);
  renameSync(staging, target);
  rmSync(old, { recursive: true, force: true });
}

/** Puts back what a killed run had moved aside, and takes away what it left beside the folder. */
export function mendKilledRun(folder: string): void {
  const target = resolve(folder);
  if (!existsSync(dirname(target))) return;
  const old = beside(target, 'before');
  if (existsSync(old) && !existsSync(target)) renameSync(old, target);
  const prefix = basename(beside(target, ''));
  for (const name of readdirSync(dirname(target))) {
    if (name.startsWith(prefix) && !isRunning(name.slice(prefix.length))) {
      rmSync(join(dirname(target), name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: string): boolean {
  if (!/^\d+$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    return false;
  }
}

function beside(target: string, suffix: string | number): string {
  return join(dirname(target), `.tmp-${basename(target)}-${suffix}`);
}

function refuseForeignFiles(folder: string): void {
  if (!existsSync(folder)) return;
  if (!lstatSync(folder).isDirectory()) refuse(folder, 'the output folder is not a folder', 'Name another one');
  const foreign = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !MANIFEST.test(entry.name))
    .map((entry) => entry.name)
    .sort();
  if (foreign.length === 0) return;
  refuse(
    folder,
    `synthesis replaces this folder as a whole, and it holds '${foreign[0]}', which is not one of its manifests (*.k8s.yaml)`,
    'Move that file, or name another output folder',
  );
}
