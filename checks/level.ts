/** How sure a finding is: certainly cannot work; works today and will hurt; an opinion. */
export type Level = 'error' | 'warning' | 'advice';

/** All levels, the gravest first. */
export const LEVELS = ['error', 'warning', 'advice'] as const satisfies readonly Level[];

/** Whether a level is at least as grave as another. */
export function reaches(level: Level, limit: Level): boolean {
  return LEVELS.indexOf(level) <= LEVELS.indexOf(limit);
}
