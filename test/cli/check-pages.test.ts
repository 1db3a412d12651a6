import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPages, writeCheckPages } from '../../cli/check-pages';

test('pages are written, those of rules that there are no more go, and what is right is not touched', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kind-stacks-'));
  try {
    writeFileSync(join(folder, 'gone.md'), '# gone');
    writeFileSync(join(folder, 'key-twice.md'), 'stale');
    writeCheckPages(folder);
    expect(readdirSync(folder).sort()).toEqual([...checkPages().keys()].sort());
    expect(readFileSync(join(folder, 'key-twice.md'), 'utf8')).toMatch(/^# key-twice\n/);
    const written = statSync(join(folder, 'README.md')).mtimeMs;
    writeCheckPages(folder);
    expect(statSync(join(folder, 'README.md')).mtimeMs).toBe(written);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
