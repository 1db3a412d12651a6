import { type Place, refuse } from '../app/refusal';

/** How many pods a workload keeps. */
export interface Replicas {
  /**
   * How many pods; zero stops them all.
   *
   * @default 1
   */
  readonly replicas?: number;
}

/** The field `replicas`, left out where it would repeat the default of the API server. */
export function renderReplicas(place: Place, { replicas = 1 }: Replicas): { readonly replicas?: number } {
  if (!Number.isInteger(replicas) || replicas < 0)
    refuse(
      place,
      `${replicas} replicas were asked for; allowed are whole numbers from 0`,
      'Say how many pods there shall be',
    );
  return replicas === 1 ? {} : { replicas };
}
