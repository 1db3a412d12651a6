import type { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { KubernetesObject, type Plain } from '../app/kubernetes-object';
import { metadataOf, namespaceOf, type ObjectProps } from '../naming/metadata';
import { checkSameNamespace } from '../naming/same-namespace';
import type { Consumer } from '../pods/env';
import { PodVolume } from '../pods/volume';
import { type ClaimProps, claimSpec } from './claim-props';

/** What a PersistentVolumeClaim can be told. */
export interface PersistentVolumeClaimProps extends ObjectProps, ClaimProps {}

/**
 * Storage that outlives the pods that use it; it goes when the claim is deleted.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/
 */
export class PersistentVolumeClaim extends Construct {
  /** Name of the claim. */
  public readonly name: string;
  /** Its Namespace; none is that of `kubectl`. */
  public readonly namespace: string | undefined;

  public constructor(scope: Construct, id: string, props: PersistentVolumeClaimProps) {
    super(scope, id);
    const metadata = metadataOf(this, 'PersistentVolumeClaim', props);
    this.name = metadata.name;
    this.namespace = namespaceOf(this, props);
    new KubernetesObject(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata,
      spec: claimSpec(this, `claim '${this.name}'`, props),
    });
  }

  /**
   * This claim as a volume of one pod.
   *
   * @param name name of the volume in its pod
   */
  public volume(name: string): PodVolume {
    return new ClaimedVolume(name, this);
  }
}

class ClaimedVolume extends PodVolume {
  public constructor(
    name: string,
    private readonly claim: PersistentVolumeClaim,
  ) {
    super(name);
  }

  protected override render(workload: Consumer): Plain<k8s.Volume> {
    checkSameNamespace(workload, `claim '${this.claim.name}'`, this.claim);
    return { name: this.name, persistentVolumeClaim: { claimName: this.claim.name } };
  }
}
