import type { Size } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-27';
import type { Plain } from '../app/kubernetes-object';
import { PodVolume } from './volume';

/** What an empty directory can be told. */
export interface EmptyDirOptions {
  /**
   * Where it is: on the disk of the node, or in memory, where it counts against the limit of the pod.
   *
   * @default - the disk of the node
   */
  readonly medium?: 'Memory';

  /**
   * How much fits into it; the pod is evicted when it holds more.
   *
   * @default - no limit
   */
  readonly sizeLimit?: Size;
}

/**
 * An empty directory that lives as long as the pod: for what one container writes and another reads.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#emptydir
 */
export class EmptyDir extends PodVolume {
  public constructor(
    name: string,
    private readonly options: EmptyDirOptions = {},
  ) {
    super(name);
  }

  protected override render(): Plain<k8s.Volume> {
    const { medium, sizeLimit } = this.options;
    return {
      name: this.name,
      emptyDir: {
        ...(medium && { medium }),
        ...(sizeLimit && { sizeLimit: sizeLimit.asString() }),
      },
    };
  }
}
