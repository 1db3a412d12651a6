import type { Field } from '../model/field';
import type { KubernetesObject } from '../model/kubernetes-object';
import type { ObjectSet } from '../model/object-set';
import type { Reference } from '../model/reference';

/** What an autoscaler of Kubernetes scales, as it says it. */
export interface ScaleTarget extends Reference {
  readonly autoscaler: KubernetesObject;
  /** All of `scaleTargetRef`. */
  readonly field: Field;
}

/** The kinds of Kubernetes of which somebody can set the replicas, with their groups. */
export const SCALABLE: ReadonlyMap<string, string> = new Map([
  ['Deployment', 'apps'],
  ['ReplicaSet', 'apps'],
  ['StatefulSet', 'apps'],
  ['ReplicationController', ''],
]);

/** What the autoscalers of a set scale; the version that they name does not matter to Kubernetes, the group does. */
export function scaleTargets(set: ObjectSet): ScaleTarget[] {
  return set.of('HorizontalPodAutoscaler', 'autoscaling').flatMap((autoscaler) => {
    const field = autoscaler.field('spec', 'scaleTargetRef');
    const [kind, at] = [field.get('kind').text, field.get('name')];
    if (!kind || !at.text) return [];
    const apiVersion = field.get('apiVersion').text ?? '';
    const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
    return [{ autoscaler, field, at, group, kind, namespace: autoscaler.namespace, name: at.text }];
  });
}

/** The object of the set that is scaled, whatever version of the API it was written for. */
export function scaledObject(target: ScaleTarget, set: ObjectSet): KubernetesObject | undefined {
  return set.find(target) ?? (target.group === 'apps' ? set.find({ ...target, group: 'extensions' }) : undefined);
}
