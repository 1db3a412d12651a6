import type { Finding } from '../finding';
import type { Level } from '../level';

/** Colours for a terminal, or none. */
export type Paint = (level: Level | 'quiet', text: string) => string;

/** Lines of a file, for the excerpt under a finding; undefined where it cannot be shown. */
export type LineOf = (file: string, line: number) => string | undefined;

const COLOURS: Readonly<Record<Level | 'quiet', number>> = { error: 31, warning: 33, advice: 36, quiet: 2 };

/** Paints for a terminal. */
export const coloured: Paint = (level, text) => `\u001b[${COLOURS[level]}m${text}\u001b[0m`;

/** Leaves everything as it is. */
export const plain: Paint = (_, text) => text;

/** The findings for people: by file, each with its line and a mark under the field. */
export function textReport(findings: readonly Finding[], lineOf: LineOf, paint: Paint): string {
  const lines: string[] = [];
  let file: string | undefined;
  for (const finding of findings) {
    if (finding.location.file !== file) {
      file = finding.location.file;
      lines.push(...(lines.length > 0 ? [''] : []), file);
    }
    lines.push(...entry(finding, lineOf, paint));
  }
  return lines.join('\n');
}

function entry(finding: Finding, lineOf: LineOf, paint: Paint): string[] {
  const { rule, level, message, remedy, location, related, acknowledged } = finding;
  const { file, line, column = 1 } = location;
  const place = line === undefined ? '' : `${line}:${column}  `;
  const word = acknowledged === undefined ? paint(level, level) : paint('quiet', 'acknowledged');
  const source = line === undefined ? undefined : lineOf(file, line);
  const gutter = String(line ?? '').length;
  return [
    `  ${place}${word}  ${message}  ${paint('quiet', `[${rule}]`)}`,
    ...(source === undefined || acknowledged !== undefined
      ? []
      : [
          paint('quiet', `    ${line} | ${source}`),
          paint(level, `    ${' '.repeat(gutter)} | ${' '.repeat(column - 1)}${'^'.repeat(markWidth(source, column))}`),
        ]),
    ...(acknowledged === undefined ? [`    ${remedy}.`] : [`    accepted: ${acknowledged}`]),
    ...related.map((other) =>
      paint('quiet', `    see ${other.file}${other.line === undefined ? '' : `:${other.line}`}`),
    ),
  ];
}

// The key or the value that begins there.
function markWidth(source: string, column: number): number {
  return Math.max(1, /^[^\s:#]+/.exec(source.slice(column - 1))?.[0].length ?? 1);
}
