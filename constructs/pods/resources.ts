import type { k8s } from 'cdk8s-plus-27';
import type { Plain } from '../app/kubernetes-object';
import { type Place, refuse } from '../app/refusal';
import { quantityOf } from '../naming/quantity';

/** An amount of CPU and memory, in the notation of Kubernetes. */
export interface ResourceAmount {
  /** Cores, such as `100m`. */
  readonly cpu: string;
  /** Bytes, such as `64Mi`. */
  readonly memory: string;
}

/**
 * What a container is promised and what it may use at most. Every container has both, because one
 * without a limit can starve its neighbours on a laptop.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
 */
export class Resources {
  private constructor(
    private readonly requests: ResourceAmount,
    private readonly limits: ResourceAmount,
  ) {}

  /**
   * Promised `requests`, at most `limits`. Limits below the requests are refused.
   */
  public static of(requests: ResourceAmount, limits: ResourceAmount): Resources {
    return new Resources(requests, limits);
  }

  /** Enough for a small server or a script: 50m/32Mi promised, 200m/128Mi at most. */
  public static small(): Resources {
    return new Resources({ cpu: '50m', memory: '32Mi' }, { cpu: '200m', memory: '128Mi' });
  }

  /** The manifest of these resources. */
  public render(place: Place): Plain<k8s.ResourceRequirements> {
    this.check(place, 'cpu');
    this.check(place, 'memory');
    return { requests: quantities(this.requests), limits: quantities(this.limits) };
  }

  private check(place: Place, what: keyof ResourceAmount): void {
    const request = quantityOf(place, `${what} request`, this.requests[what]);
    const limit = quantityOf(place, `${what} limit`, this.limits[what]);
    if (limit < request) {
      refuse(
        place,
        `the ${what} limit ${this.limits[what]} is below the request ${this.requests[what]}`,
        `Allow at least ${this.requests[what]}`,
      );
    }
  }
}

function quantities({ cpu, memory }: ResourceAmount): Record<string, string> {
  return { cpu, memory };
}
