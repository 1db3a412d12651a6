import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { filesIn, ROOT } from './files';

// Which room may import which; docs/architecture.md says why.
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  'main.ts': ['checks', 'stacks', 'constructs', 'platform'],
  cli: ['checks', 'stacks', 'constructs', 'platform'],
  checks: ['platform'],
  stacks: ['constructs', 'platform'],
  constructs: ['imports'],
  platform: [],
  imports: [],
};

const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'main.ts': [],
  checks: ['fastest-levenshtein', 'yaml', 'node:*'],
  cli: ['constructs', 'cdk8s', 'fastest-levenshtein', 'node:*'],
  stacks: ['constructs'],
  constructs: ['cdk8s', 'cdk8s-plus-27', 'constructs', 'fastest-levenshtein', 'node:fs', 'node:path'],
  platform: [],
  imports: ['cdk8s', 'constructs'],
};

const sources = [
  'main.ts',
  ...filesIn('checks', 'cli', 'stacks', 'constructs', 'platform', 'imports').filter((file) => file.endsWith('.ts')),
];

function mayImport(room: string, name: string): boolean {
  const allowed = PACKAGES[room] ?? [];
  if (name.startsWith('node:') && allowed.includes('node:*')) return true;
  return allowed.includes(name.startsWith('cdk8s-plus-27') ? 'cdk8s-plus-27' : name);
}

const roomOf = (file: string) => file.split('/')[0] as string;

function importsOf(file: string): string[] {
  return [...readFileSync(join(ROOT, file), 'utf8').matchAll(/^(?:import|export)[^'"]*from '([^']+)'/gm)].map(
    ([, name]) => name as string,
  );
}

// What a program finds around it is handed down from where it starts, so that everything else is the same everywhere.
test.each(sources)('%s looks at the environment only if it is a main.ts', (file) => {
  const code = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*.*?\*\/|\/\/.*$/gms, '');
  expect(/\bprocess\.(env|argv)\b/.test(code) && !['main.ts', 'cli/main.ts', 'cli/kind-stacks.ts'].includes(file)).toBe(
    false,
  );
});

describe('rooms', () => {
  test.each(sources)('%s imports what its room may import', (file) => {
    const room = roomOf(file);
    const wrong = importsOf(file).filter((name) => {
      if (!name.startsWith('.')) return !mayImport(room, name);
      const target = roomOf(relative(ROOT, join(ROOT, dirname(file), name)));
      return target !== room && !ARROWS[room]?.includes(target);
    });
    expect(wrong).toEqual([]);
  });

  test.each(sources.filter((file) => /^(stacks|cli)\//.test(file)))('%s uses the public face of constructs', (file) => {
    expect(importsOf(file).filter((name) => /constructs\//.test(name))).toEqual([]);
  });
});
