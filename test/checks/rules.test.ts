import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../checks/rules';
import { checkPages, PAGES } from '../../cli/check-pages';
import { ROOT } from '../house/files';

const camel = (id: string) => id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const folder = join(ROOT, 'checks/rules');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('index.ts'))
  .map((file) => file.slice(0, -3));

describe('every rule', () => {
  test('is in the list, once, under the name of its file', () => {
    expect(RULES.map(({ id, subject }) => `${subject}/${id}`).sort()).toEqual(files.sort());
  });

  test.each(files)('%s has tests of what it finds and of what it leaves alone', (file) => {
    const test = join(ROOT, 'test/checks/rules', `${file}.test.ts`);
    expect(existsSync(test)).toBe(true);
    expect(readFileSync(test, 'utf8')).toMatch(
      new RegExp(`describeRule\\(\\s*${camel(file.split('/')[1] as string)},`),
    );
  });

  test.each(RULES.map((rule) => [rule.id, rule] as const))(
    '%s says why and what to do in whole sentences',
    (_, rule) => {
      expect(rule.reason).toMatch(/^([A-Z`$]|ingress-nginx|cert-manager|kubectl).*\.$/s);
      expect(rule.remedy).toMatch(/^[A-Z].*[^.]$/s);
      expect(rule.bad.trim()).not.toBe(rule.good.trim());
    },
  );
});

test('the pages of the checks are those of the rules: npm run pages', () => {
  const written = new Map(
    readdirSync(join(ROOT, PAGES)).map((file) => [file, readFileSync(join(ROOT, PAGES, file), 'utf8')]),
  );
  expect(written).toEqual(checkPages());
});
