import type { Level } from './level';
import type { Location } from './read/position';

/** What is reported. */
export interface Finding {
  /** Id of the rule. */
  readonly rule: string;
  readonly level: Level;
  /** What was found, and what is there. */
  readonly message: string;
  /** What to do. */
  readonly remedy: string;
  readonly location: Location;
  /** The field, as `kubectl explain` has it. */
  readonly field: string;
  /** The object, in words; none where a file could not be read. */
  readonly object: FoundObject | undefined;
  /** Other places of the same cause. */
  readonly related: readonly Location[];
  /** Why somebody accepts it; it is reported and does not count. */
  readonly acknowledged: string | undefined;
}

/** An object in a report. */
export interface FoundObject {
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
  /** The construct that made it. */
  readonly construct: string | undefined;
}

/** In the order of the files and lines, and by rule at one place: the same for the same input. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.location.file, b.location.file) ||
    (a.location.line ?? 0) - (b.location.line ?? 0) ||
    (a.location.column ?? 0) - (b.location.column ?? 0) ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
