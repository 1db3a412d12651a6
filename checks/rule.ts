import type { Level } from './level';
import type { Field } from './model/field';
import type { ObjectSet } from './model/object-set';

/** What a rule found: one cause, at one place. */
export interface Problem {
  /** The field that has to change. */
  readonly at: Field;
  /** What was found, and what is there. */
  readonly message: string;
  /** What to write instead, where that is known. @default - what the rule says */
  readonly fix?: string;
  /** Other fields that belong to the same cause. @default - none */
  readonly related?: readonly Field[];
  /** How sure this one is. @default - the level of the rule */
  readonly level?: Level;
  /**
   * What would make it right if it were made somewhere else, such as `Service 'redis'`. In a set that may not be all
   * there is, such a problem is no error but a warning that says so.
   *
   * @default - nothing could
   */
  readonly unlessElsewhere?: string;
}

/** Folders of the catalogue. */
export type Subject =
  | 'references'
  | 'ports'
  | 'rollout'
  | 'storage'
  | 'routing'
  | 'certificates'
  | 'load-balancer'
  | 'access'
  | 'secrets'
  | 'security'
  | 'images'
  | 'schema'
  | 'acknowledgements';

/** One mistake that the API server accepts, as data with the function that finds it. */
export interface Rule {
  /** Its name, as reports and acknowledgements call it. */
  readonly id: string;
  readonly subject: Subject;
  readonly level: Level;
  /** Why it is a mistake, in one sentence. */
  readonly reason: string;
  /** What to do about it. */
  readonly remedy: string;
  /** Manifests that have it. */
  readonly bad: string;
  /** The same, mended. */
  readonly good: string;
  /** Looks at a whole set; never changes it, never compares all with all. */
  check(set: ObjectSet): Iterable<Problem>;
}
