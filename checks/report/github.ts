import type { Finding } from '../finding';

const COMMANDS = { error: 'error', warning: 'warning', advice: 'notice' } as const;

/** The findings as commands that GitHub Actions turns into annotations of the changed lines. */
export function githubReport(findings: readonly Finding[]): string {
  return findings
    .filter(({ acknowledged }) => acknowledged === undefined)
    .map(({ rule, level, message, remedy, location: { file, line, column } }) => {
      const place = Object.entries({ file, line, col: column, title: rule })
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
      return `::${COMMANDS[level]} ${place.join(',')}::${escapeData(`${message}. ${remedy}.`)}`;
    })
    .join('\n');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
