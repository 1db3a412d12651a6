import type { ClusterOptions } from './kind-cluster';

/** What `npm run up` can be told. */
export interface UpOptions extends ClusterOptions {
  /** Names of stacks; none is all main forms. */
  readonly names: readonly string[];
  /**
   * The context of an existing cluster, which is used instead of one of kind.
   *
   * @default - a kind cluster
   */
  readonly context?: string;
  /** Where the YAML of the run is written to. */
  readonly folder: string;
  /** Whether fields that others have set are taken from them. */
  readonly force: boolean;
}
