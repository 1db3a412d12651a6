import type { Cluster } from '../cluster';

/** One thing that a client of a stack sees. */
export interface Proof {
  /** What is shown. */
  readonly shows: string;
  /** Shows it, and gives what was seen; throws NotShown or CannotShow. */
  readonly prove: (cluster: Cluster) => Promise<string>;
}
