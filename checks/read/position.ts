/** A place in a text, both counted from one. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where a finding is, as people look for it. */
export interface Location extends Partial<Position> {
  /** The file as it was named, or `-` for standard input; for an app that was synthesised, the construct path. */
  readonly file: string;
}
