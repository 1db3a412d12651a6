import type { k8s } from 'cdk8s-plus-27';
import type { Plain } from '../app/kubernetes-object';
import { refuse } from '../app/refusal';
import { checkName } from '../naming/object-name';
import type { Consumer } from './env';

/** How a container sees a volume. */
export interface MountOptions {
  /**
   * Whether the container may only read.
   *
   * @default false
   */
  readonly readOnly?: boolean;

  /**
   * The part of the volume to show; a path inside it, so neither absolute nor with '..'.
   *
   * @default - all of it
   */
  readonly subPath?: string;
}

/** A volume at a path of a container; made by `volume.at('/data')`. */
export interface Mount {
  /** The volume that is shown there. */
  readonly volume: PodVolume;
  /** The manifest of the mount. */
  readonly spec: Plain<k8s.VolumeMount>;
}

/**
 * Storage that the containers of one pod share. A volume belongs to the pod whose containers mount
 * it; mounting it in a second one is refused, because that pod would get another, empty volume.
 */
export abstract class PodVolume {
  private owner: Consumer | undefined;

  /** @param name name of the volume in its pod */
  protected constructor(public readonly name: string) {}

  /**
   * This volume at a path of a container.
   *
   * @param mountPath absolute path; a relative one is refused
   */
  public at(mountPath: string, options: MountOptions = {}): Mount {
    const { readOnly, subPath } = options;
    return {
      volume: this,
      spec: {
        name: this.name,
        mountPath,
        ...(subPath !== undefined && { subPath }),
        ...(readOnly === true && { readOnly }),
      },
    };
  }

  /**
   * Takes possession of this volume for a workload.
   *
   * @returns its entry in the pod; none when the workload has it from elsewhere
   */
  public bind(workload: Consumer): Plain<k8s.Volume> | undefined {
    checkName(workload, 'volume', this.name);
    if (this.owner !== undefined && this.owner !== workload) {
      refuse(
        workload,
        `volume '${this.name}' belongs to the pod of ${this.owner.node.path}`,
        'Make a volume for this pod; to share data, make both from one claim',
      );
    }
    this.owner = workload;
    return this.render(workload);
  }

  /** The entry of this volume in the pod of its owner. */
  protected abstract render(workload: Consumer): Plain<k8s.Volume> | undefined;
}
