import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collect, NoSuchPath } from '../../checks/read/collect';
import { ROOT } from '../house/files';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kind-stacks-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, content: string | Buffer = 'a: 1\n'): string {
  const path = join(folder, file);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

function found(...paths: string[]) {
  const { files, problems } = collect(paths.length > 0 ? paths : [folder]);
  const short = (text: string) => text.replaceAll(`${folder}/`, '');
  return {
    files: files.map(({ file }) => short(file)),
    problems: problems.map(({ message, location }) => `${short(location.file)}: ${message}`),
  };
}

describe('a folder', () => {
  test('has its YAML and JSON, in the order of their names, and no more', () => {
    for (const file of ['b.yml', 'a.yaml', 'c/d.JSON', 'e.txt', '.hidden.yaml', 'node_modules/x.yaml', '.git/x.yaml'])
      write(file);
    expect(found()).toEqual({ files: ['a.yaml', 'b.yml', 'c/d.JSON'], problems: [] });
  });

  test('that a link leads back to is read once', () => {
    write('a/a.yaml');
    symlinkSync(folder, join(folder, 'a/back'));
    expect(found().files).toEqual(['a/a.yaml']);
  });

  test('has files that links lead to, and tells of those that lead nowhere', () => {
    const file = write('a.yaml');
    symlinkSync(file, join(folder, 'b.yaml'));
    symlinkSync(join(folder, 'gone'), join(folder, 'c.yaml'));
    expect(found()).toEqual({
      files: ['a.yaml', 'b.yaml'],
      problems: ['c.yaml: it cannot be read: it is a link to nothing'],
    });
  });

  test('passes over what is no text, which is told of when it is named', () => {
    const file = write('a.yaml', Buffer.from([0, 1, 2, 255]));
    expect(found()).toEqual({ files: [], problems: [] });
    expect(found(file)).toEqual({ files: [], problems: ['a.yaml: it cannot be read: it is not a text'] });
  });
});

test('what is no file is passed over, and a folder may be called like one', () => {
  write('b.yaml/c.yaml');
  execFileSync('mkfifo', [join(folder, 'a.yaml')]);
  expect(found()).toEqual({ files: ['b.yaml/c.yaml'], problems: [] });
});

test('a file that is too large is told of when it is named', () => {
  const file = write('a.yaml');
  truncateSync(file, 129 * 1024 * 1024);
  expect(found(file).problems).toEqual(['a.yaml: it cannot be read: it has 129 MiB; at most 128 are read']);
});

test('standard input is read as a file of that name', () => {
  const script = "import { collect } from './checks/read/collect'; console.log(JSON.stringify(collect(['-'])));";
  const program = join(folder, 'read.ts');
  writeFileSync(program, script.replace('./checks', join(ROOT, 'checks')));
  const said = execFileSync(process.execPath, ['-r', 'tsx/cjs', program], {
    cwd: ROOT,
    input: 'a: 1\n',
    encoding: 'utf8',
  });
  expect(JSON.parse(said)).toEqual({ files: [{ file: '-', text: 'a: 1\n', named: true }], problems: [] });
});

test('a file that is named is read whatever it is called', () => {
  expect(found(write('manifest.txt')).files).toEqual(['manifest.txt']);
});

test('the mark of the order of bytes is not part of the text', () => {
  const file = write('a.yaml', '\uFEFFa: 1\n');
  expect(collect([file]).files[0]?.text).toBe('a: 1\n');
});

// Whoever may read everything is told nothing.
(process.getuid?.() === 0 ? test.skip : test)('a file that one may not read (not for root, who may) is told of', () => {
  const file = write('a.yaml');
  chmodSync(file, 0);
  expect(found()).toEqual({ files: [], problems: ['a.yaml: it cannot be read: you may not read it'] });
});

test('fails for a path that is nowhere', () => {
  expect(() => collect([join(folder, 'gone')])).toThrow(NoSuchPath);
});
