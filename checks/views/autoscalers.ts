import type { Field } from '../model/field';
import { type Identity, type KubernetesObject, keyOf } from '../model/kubernetes-object';
import type { ObjectSet } from '../model/object-set';

/** Somebody who changes the number of pods of a workload. */
export interface Autoscaler {
  readonly object: KubernetesObject;
  /** The field that names the workload. */
  readonly target: Field;
  readonly least: number | undefined;
  readonly most: number | undefined;
}

/** The autoscalers of a set by the workload that they scale: those of Kubernetes, and ScaledObjects of KEDA. */
export class Autoscalers {
  private readonly byTarget = new Map<string, Autoscaler>();

  constructor(set: ObjectSet) {
    for (const object of set.of('HorizontalPodAutoscaler', 'autoscaling'))
      this.add(object, ['minReplicas', 'maxReplicas'], 1);
    for (const object of set.of('ScaledObject', 'keda.sh'))
      this.add(object, ['minReplicaCount', 'maxReplicaCount'], undefined);
  }

  /** Who scales a workload. */
  public of(workload: Identity): Autoscaler | undefined {
    return this.byTarget.get(keyOf(workload));
  }

  private add(object: KubernetesObject, [least, most]: [string, string], unsaid: number | undefined): void {
    const target = object.field('spec', 'scaleTargetRef');
    const name = target.get('name').text;
    if (name === undefined) return;
    const kind = target.get('kind').text ?? 'Deployment';
    const apiVersion = target.get('apiVersion').text ?? 'apps/v1';
    const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] as string) : '';
    this.byTarget.set(keyOf({ group, kind, namespace: object.namespace, name }), {
      object,
      target,
      least: object.field('spec', least).number ?? unsaid,
      most: object.field('spec', most).number,
    });
  }
}
