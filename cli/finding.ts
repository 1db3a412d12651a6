/** What a look at this machine brought. */
export interface Finding {
  /** `stop`: a cluster could not come up; `warning`: it may, and something may fail later. */
  readonly level: 'fine' | 'warning' | 'stop';
  /** What was found, and what is wanted. */
  readonly what: string;
  /** What to do. @default - nothing */
  readonly remedy?: string;
}

/** A finding as a line for the reader. */
export function describeFinding({ level, what, remedy }: Finding): string {
  return `${level.padEnd(7)}  ${what}${remedy === undefined ? '' : `. ${remedy}.`}`;
}

/** Thrown when nothing can be begun: everything that is in the way, with what to do. */
export class InTheWay extends Error {
  public constructor(findings: readonly Finding[]) {
    super(['Not begun:', ...findings.map(({ what, remedy }) => `  ${what}. ${remedy}.`)].join('\n'));
  }
}
