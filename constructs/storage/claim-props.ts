import type { Size } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-27';
import type { Plain } from '../app/kubernetes-object';
import { type Place, refuse } from '../app/refusal';
import { checkName } from '../naming/object-name';
import { quantityOf } from '../naming/quantity';

/** Who may mount a volume at the same time. */
export type AccessMode = 'ReadWriteOnce' | 'ReadOnlyMany' | 'ReadWriteMany' | 'ReadWriteOncePod';

/** What storage is asked for. */
export interface ClaimProps {
  /** How much; zero is refused. Volumes can grow where the class allows it, never shrink. */
  readonly size: Size;

  /**
   * Who may mount it at the same time.
   *
   * @default 'ReadWriteOnce'
   * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes
   */
  readonly accessMode?: AccessMode;

  /**
   * Name of the StorageClass.
   *
   * @default - the default class of the cluster (`standard` on kind)
   */
  readonly storageClass?: string;
}

/** The manifest of a claim. */
export function claimSpec(place: Place, what: string, props: ClaimProps): Plain<k8s.PersistentVolumeClaimSpec> {
  const size = props.size?.asString();
  if (size === undefined || quantityOf(place, `the size of ${what}`, size) === 0) {
    refuse(place, `${what} asks for ${size ?? 'no size'}`, 'Give it a size, for example Size.gibibytes(10)');
  }
  if (props.storageClass !== undefined) checkName(place, 'StorageClass', props.storageClass);
  return {
    ...(props.storageClass !== undefined && { storageClassName: props.storageClass }),
    accessModes: [props.accessMode ?? 'ReadWriteOnce'],
    resources: { requests: { storage: size } },
  };
}
