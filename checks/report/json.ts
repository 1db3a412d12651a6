import type { Finding } from '../finding';

/** The findings for programs, as they are. */
export function jsonReport(findings: readonly Finding[]): string {
  return JSON.stringify({ findings }, undefined, 2);
}
