import type { k8s } from 'cdk8s-plus-27';
import type { Plain } from '../app/kubernetes-object';
import { type Place, refuse } from '../app/refusal';
import type { Consumer } from '../pods/env';
import { PodVolume } from '../pods/volume';
import { type ClaimProps, claimSpec } from './claim-props';

/**
 * A claim that a StatefulSet makes for each of its pods, and a volume of these pods. Kubernetes
 * keeps the claims (`<template>-<pod>`) when the StatefulSet is deleted.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-storage
 */
export class ClaimTemplate extends PodVolume {
  /** @param name name of the template and of the volume */
  public constructor(
    name: string,
    private readonly props: ClaimProps,
  ) {
    super(name);
  }

  /** The entry in `volumeClaimTemplates`. */
  public renderTemplate(place: Place): Plain<k8s.KubePersistentVolumeClaimProps> {
    return { metadata: { name: this.name }, spec: claimSpec(place, `claim template '${this.name}'`, this.props) };
  }

  protected override render(workload: Consumer): undefined {
    if (workload.kind !== 'StatefulSet') {
      refuse(
        workload,
        `volume '${this.name}' is a claim template, which only a StatefulSet has`,
        'Use a PersistentVolumeClaim and its volume(), or make this a StatefulSet',
      );
    }
    return undefined;
  }
}
