import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulePage } from '../checks/report/rule-page';
import type { Rule } from '../checks/rule';
import { RULES } from '../checks/rules';

/** The folder of the pages of the checks. */
export const PAGES = 'docs/checks';

/** Every page of the checks, by its file in that folder: one for each rule, and an index of all. */
export function checkPages(): Map<string, string> {
  return new Map([['README.md', index()], ...RULES.map((rule): [string, string] => [`${rule.id}.md`, rulePage(rule)])]);
}

function index(): string {
  const subjects = [...new Set(RULES.map(({ subject }) => subject))];
  const row = ({ id, level, reason }: Rule) => `| [${id}](${id}.md) | ${level} | ${reason} |`;
  const tables = subjects.map((subject) =>
    [
      `## ${subject}`,
      '',
      '| rule | level | why |',
      '|---|---|---|',
      ...RULES.filter((rule) => rule.subject === subject).map(row),
    ].join('\n'),
  );
  return `# Checks

\`kind-stacks check\` looks at all manifests together and finds what the API server accepts and the cluster cannot run.

- **error**: certainly cannot work, or will be refused. **warning**: works today and will hurt, or is wrong unless something that is not here makes
  it right. **advice**: an opinion, shown with \`--level advice\`.
- What may be made elsewhere is a warning that says so, unless the set is declared complete (\`--complete\`), and nothing once it is declared
  \`--external\`. Both can stand in \`kind-stacks.yaml\`.
- Where a finding is right all the same, the object says so, with the reason: annotation \`kind-stacks/acknowledge.<rule>\`.

${RULES.length} rules. These pages are made from them: \`npm run pages\`.

${tables.join('\n\n')}
`;
}

/** Writes the pages, and takes away those of rules that there are no more. */
export function writeCheckPages(folder: string): void {
  const pages = checkPages();
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) if (!pages.has(file)) rmSync(join(folder, file));
  for (const [file, text] of pages) if (!isSame(join(folder, file), text)) writeFileSync(join(folder, file), text);
}

function isSame(file: string, text: string): boolean {
  try {
    return readFileSync(file, 'utf8') === text;
  } catch {
    return false;
  }
}

if (require.main === module) writeCheckPages(PAGES);
