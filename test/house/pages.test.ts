import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { leftBehind } from '../../cli/left-behind';
import { stackNames, stackOf } from '../stacks/contract';
import { filesIn, ROOT } from './files';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const exists = (file: string) => existsSync(join(ROOT, file));
const mainForms = stackNames().filter((name) => stackOf(name).alternativeTo === undefined);
const alternatives = stackNames().filter((name) => stackOf(name).alternativeTo !== undefined);
const folders = readdirSync(join(ROOT, 'constructs'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const pages = ['README.md', ...filesIn('docs').filter((file) => file.endsWith('.md'))];
const { scripts, dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
  string,
  Record<string, string>
>;

describe('pages and tests', () => {
  test.each(mainForms)('stack %s has both', (name) => {
    expect([exists(`docs/stacks/${name}.md`), exists(`test/stacks/${name}.test.ts`)]).toEqual([true, true]);
  });

  test.each(alternatives)('alternative %s is on the page of its stack, and tested', (name) => {
    const main = stackOf(name).alternativeTo?.name;
    expect(read(`docs/stacks/${main}.md`)).toContain(`\`${name}\``);
    const tests = filesIn('test/stacks').filter(
      (file) => file.startsWith(`test/stacks/${main}`) && file.endsWith('.test.ts'),
    );
    const named = tests.map(read).join('\n');
    const form = name.slice(`${main}-`.length);
    expect([`'${name}'`, `'${form}'`].some((text) => named.includes(text))).toBe(true);
  });

  test.each(mainForms)('the page of %s names what stays when it is deleted', (name) => {
    const page = read(`docs/stacks/${name}.md`);
    const kept = leftBehind(stackOf(name).toJson()).map((object) => object.name);
    const told = page.split('\n## What stays\n')[1] ?? '';
    expect(kept.filter((object) => !new RegExp(`kubectl.* delete (pvc|secret) .*\\b${object}\\b`).test(told))).toEqual(
      [],
    );
    expect(/Nothing stays/.test(page)).toBe(kept.length === 0);
  });

  test.each(folders)('constructs/%s has a page, a public face, and is exported', (folder) => {
    expect([exists(`docs/constructs/${folder}.md`), exists(`constructs/${folder}/index.ts`)]).toEqual([true, true]);
    expect(read('constructs/index.ts')).toContain(`export * from './${folder}';`);
  });

  const classes = filesIn('constructs').filter((file) => /^export (abstract )?class /m.test(read(file)));
  test.each(classes)('%s has a test', (file) => {
    const test = file.replace(/^constructs/, 'test/constructs').replace(/\.ts$/, '.test.ts');
    expect([test, exists(test)]).toEqual([test, true]);
  });
});

describe('pages', () => {
  test.each(pages)('%s links to what is there', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)[^)]*\)/g)].map(
      ([, link]) => link as string,
    );
    expect(links.filter((link) => !exists(join(dirname(page), link)))).toEqual([]);
  });

  test.each(pages)('%s names commands and files that exist', (page) => {
    const commands = [...read(page).matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name]) => name as string);
    expect(commands.filter((name) => !(name in (scripts as object)))).toEqual([]);
    const files = [...read(page).matchAll(/\bdist\/[\w./-]+\.yaml/g)].map(([file]) => file);
    expect(files.filter((file) => !exists(file))).toEqual([]);
  });
});

test('every dependency is pinned to one version', () => {
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});
