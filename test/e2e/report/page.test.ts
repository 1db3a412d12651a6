import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../journal';
import { hasPlace, writePage } from './page';

const START = '<!-- written by npm run e2e -- --page: start -->';
const END = '<!-- end -->';

const folder = mkdtempSync(join(tmpdir(), 'kind-stacks-'));
const file = join(folder, 'page.md');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(page: string, results: readonly Result[] = []): string {
  writeFileSync(file, page);
  writePage(file, { version: 'v1.36.3' }, results);
  return readFileSync(file, 'utf8');
}

const broken = (detail: string): Result => ({
  stack: '-',
  level: 'fails where it must',
  proof: 'wrong-port',
  outcome: 'passed',
  detail,
  seconds: 1,
});

describe('a page', () => {
  test('has what the run showed between its marks, and the rest as it was', () => {
    const stack: Result = { stack: 'web', level: 'accepted', proof: 'it', outcome: 'passed', detail: '', seconds: 1 };
    const other: Result = { ...broken('late'), proof: 'late-pod' };
    const skipped: Result = { ...stack, level: 'answers', outcome: 'skipped', detail: 'no gateway' };
    expect(written(`before\n${START}\nold\n${END}\nafter\n`, [stack, skipped, broken('seen'), other])).toBe(`before
${START}
Kubernetes v1.36.3: 3 proofs passed, 0 failed, 1 skipped.

| stack | accepted | rolled out | answers | deleted |
| --- | --- | --- | --- | --- |
| web | 1 passed | – | 1 skipped | – |

- skipped because no gateway: web

| broken on purpose | what the run said |
| --- | --- |
| late-pod | late |
| wrong-port | seen |
${END}
after
`);
  });

  test('is the same when it is written again', () => {
    const once = written(`${START}\n${END}`);
    expect(written(once)).toBe(once);
  });

  test.each([
    ['a bar', 'a | b', 'a \\| b'],
    ['a long detail', 'x'.repeat(221), `${'x'.repeat(220)}…`],
    ['a file of the run', 'error: error validating "/tmp/x-1/broken.json": wrong', 'wrong'],
    ['a Namespace of the run', 'Pod kind-stacks-e2e-wrong-port/web', 'Pod web'],
    ['a name made up', 'Pod web-5d4b8c7f9d-x2x4z: late', 'Pod web: late'],
    ['an address', 'http://10.244.0.7:8001/ refused', 'http://…:8001/ refused'],
  ])('says it shortly: %s', (_, detail, cell) => {
    expect(written(`${START}\n${END}`, [broken(detail)])).toContain(`| wrong-port | ${cell} |\n`);
  });

  test.each([
    ['no mark', 'page'],
    ['no end', START],
    ['its end first', `${END}${START}`],
  ])('has no place with %s', (_, page) => {
    writeFileSync(file, page);
    expect(hasPlace(file)).toBe(false);
  });

  test('has a place between its marks, and none if there is no page', () => {
    writeFileSync(file, `${START}\n${END}`);
    expect([hasPlace(file), hasPlace(`${file}.md`)]).toEqual([true, false]);
  });
});
