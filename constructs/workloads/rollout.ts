import type { Duration } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-27';
import type { Plain } from '../app/kubernetes-object';
import { type Place, refuse } from '../app/refusal';
import { wholeSeconds } from '../naming/whole-seconds';

/** How long a rollout waits. */
export interface RolloutTimes {
  /**
   * How long a new pod has to be ready before it counts. Whole seconds.
   *
   * @default Duration.seconds(0)
   */
  readonly minReady?: Duration;

  /**
   * After which time without progress the rollout counts as failed; more than `minReady`.
   *
   * @default Duration.minutes(10)
   */
  readonly progressDeadline?: Duration;
}

/** A number of pods, or a share of the replicas such as `25%`. */
export type PodCount = number | `${number}%`;

/** The part of a Deployment that a rollout decides. */
export type RolloutSpec = Pick<Plain<k8s.DeploymentSpec>, 'minReadySeconds' | 'progressDeadlineSeconds' | 'strategy'>;

const DEFAULT_DEADLINE_SECONDS = 600;

/**
 * How the pods of a Deployment are replaced when their template changes.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy
 */
export class Rollout {
  private constructor(
    private readonly kind: 'rolling' | 'recreate',
    private readonly maxSurge: PodCount,
    private readonly maxUnavailable: PodCount,
    private readonly times: RolloutTimes = {},
  ) {}

  /** All new pods stand beside the old ones before the first old one goes (100% / 0). */
  public static blueGreen(): Rollout {
    return new Rollout('rolling', '100%', 0);
  }

  /** One old pod goes before a new one comes (0 / 1): never more pods than replicas. */
  public static reverse(): Rollout {
    return new Rollout('rolling', 0, 1);
  }

  /** All old pods go and all new ones come at the same time (100% / 100%). */
  public static allAtOnce(): Rollout {
    return new Rollout('rolling', '100%', '100%');
  }

  /** All old pods are gone before the first new one comes; for what cannot run twice. */
  public static recreate(): Rollout {
    return new Rollout('recreate', 0, 0);
  }

  /**
   * In portions.
   *
   * @param maxSurge how many pods more than the replicas
   * @param maxUnavailable how many pods fewer than the replicas; both zero is refused
   */
  public static rolling(maxSurge: PodCount, maxUnavailable: PodCount): Rollout {
    return new Rollout('rolling', maxSurge, maxUnavailable);
  }

  /** The same rollout with other waiting times. */
  public within(times: RolloutTimes): Rollout {
    return new Rollout(this.kind, this.maxSurge, this.maxUnavailable, { ...this.times, ...times });
  }

  /** The fields of a Deployment that this rollout sets. */
  public render(place: Place): RolloutSpec {
    return { ...this.renderTimes(place), strategy: this.strategy(place) };
  }

  private strategy(place: Place): RolloutSpec['strategy'] {
    if (this.kind === 'recreate') return { type: 'Recreate' };
    const surge = portion(place, 'maxSurge', this.maxSurge);
    const unavailable = portion(place, 'maxUnavailable', this.maxUnavailable, 100);
    if (surge === 0 && unavailable === 0) {
      refuse(
        place,
        'the rollout has maxSurge 0 and maxUnavailable 0, so no pod could ever be replaced',
        'Allow one pod more or one fewer',
      );
    }
    return {
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: this.maxSurge, maxUnavailable: this.maxUnavailable },
    };
  }

  private renderTimes(place: Place): Omit<RolloutSpec, 'strategy'> {
    const minReady = this.times.minReady && wholeSeconds(place, 'minReady', this.times.minReady);
    const deadline =
      this.times.progressDeadline && wholeSeconds(place, 'progressDeadline', this.times.progressDeadline);
    if ((deadline ?? DEFAULT_DEADLINE_SECONDS) <= (minReady ?? 0)) {
      refuse(
        place,
        `the progress deadline (${deadline ?? DEFAULT_DEADLINE_SECONDS} s) is not longer than the time a pod has to be ready (${minReady ?? 0} s), so every rollout would fail`,
        'Lengthen progressDeadline or shorten minReady',
      );
    }
    return {
      ...(minReady && { minReadySeconds: minReady }),
      ...(deadline !== undefined && { progressDeadlineSeconds: deadline }),
    };
  }
}

function portion(place: Place, field: string, count: PodCount, max = Number.POSITIVE_INFINITY): number {
  const percent = typeof count === 'string' ? /^(\d+)%$/.exec(count)?.[1] : undefined;
  const value = typeof count === 'string' ? Number(percent ?? Number.NaN) : count;
  if (!Number.isInteger(value) || value < 0 || (percent !== undefined && value > max)) {
    refuse(
      place,
      `${field} is ${count}; allowed are whole numbers from 0, and percentages from 0%${max === 100 ? ' to 100%' : ''}`,
      "Write it like 1 or '25%'",
    );
  }
  return value;
}
