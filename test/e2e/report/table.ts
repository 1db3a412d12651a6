import type { Level, Result } from '../journal';

/** Levels that have a column. */
export const COLUMNS = ['accepted', 'rolled out', 'answers', 'deleted'] as const satisfies readonly Level[];

/** What came of each level of each stack: rows of the table at the end and of the page. */
export function rowsOf(results: readonly Result[]): string[][] {
  const stacks = [...new Set(results.map(({ stack }) => stack))].filter((stack) => stack !== '-').sort();
  return stacks.map((stack) => [
    stack,
    ...COLUMNS.map((level) => cell(results.filter((result) => result.stack === stack && result.level === level))),
  ]);
}

function cell(results: readonly Result[]): string {
  if (results.length === 0) return '–';
  const count = (outcome: Result['outcome']) => results.filter((result) => result.outcome === outcome).length;
  const [passed, failed, skipped] = [count('passed'), count('failed'), count('skipped')];
  const words = [
    ...(failed > 0 ? [`${failed} FAILED`] : []),
    ...(passed > 0 ? [`${passed} passed`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ];
  return words.join(', ');
}

/** The table for a terminal, every column as wide as its widest cell. */
export function table(results: readonly Result[]): string {
  const rows = [['stack', ...COLUMNS], ...rowsOf(results)];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Why something was skipped, each reason once with what it holds for. */
export function reasons(results: readonly Result[]): string[] {
  const found = new Map<string, Set<string>>();
  for (const { outcome, detail, stack } of results)
    if (outcome === 'skipped') found.set(detail, (found.get(detail) ?? new Set()).add(stack));
  return [...found].map(([reason, stacks]) => `skipped because ${reason}: ${[...stacks].join(', ')}`);
}

/** How it went in one line. */
export function summary(results: readonly Result[]): string {
  const count = (outcome: Result['outcome']) => results.filter((result) => result.outcome === outcome).length;
  return `${count('passed')} proofs passed, ${count('failed')} failed, ${count('skipped')} skipped`;
}
