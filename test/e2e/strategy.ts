import type { Manifest } from '../../constructs';

/** How a Deployment replaces its pods, as numbers. */
export interface Strategy {
  readonly replicas: number;
  /** Pods more than `replicas` that may be there. */
  readonly surge: number;
  /** Pods of `replicas` that may be missing. */
  readonly unavailable: number;
  /** All old pods are gone before a new one comes. */
  readonly recreate: boolean;
}

/** The strategy of a Deployment; shares of its replicas are rounded as the controller does, up for more and down for fewer. */
export function strategyOf({ spec }: Manifest): Strategy {
  const { replicas = 1, strategy } = spec as {
    replicas?: number;
    strategy?: { type?: string; rollingUpdate?: { maxSurge?: string | number; maxUnavailable?: string | number } };
  };
  const { maxSurge = '25%', maxUnavailable = '25%' } = strategy?.rollingUpdate ?? {};
  const amount = (value: string | number, round: (share: number) => number) =>
    typeof value === 'number' ? value : round((Number.parseInt(value, 10) * replicas) / 100);
  const surge = amount(maxSurge, Math.ceil);
  const unavailable = amount(maxUnavailable, Math.floor);
  if (strategy?.type === 'Recreate') return { replicas, recreate: true, surge: 0, unavailable: replicas };
  // Nothing could move with neither: the controller then lets one pod go.
  return { replicas, recreate: false, surge, unavailable: surge === 0 && unavailable === 0 ? 1 : unavailable };
}
