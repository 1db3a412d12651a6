import { isGroupOfKubernetes } from '../facts/api-versions';
import type { Field } from '../model/field';
import type { KubernetesObject } from '../model/kubernetes-object';
import { PodTemplate } from '../model/pod-template';

const LIMITS = ['min', 'max', 'default', 'defaultRequest'];

/** Every field of an object that holds an amount. */
export function amountsIn(object: KubernetesObject): Field[] {
  if (!isGroupOfKubernetes(object.group)) return PodTemplate.of(object).flatMap((pod) => inPod(pod));
  const spec = object.field('spec');
  const claims = [...(object.kind === 'PersistentVolumeClaim' ? [spec] : []), ...templates(spec)];
  const limits = object.kind === 'LimitRange' ? spec.get('limits').items() : [];
  return [
    ...PodTemplate.of(object).flatMap((pod) => inPod(pod)),
    ...claims.flatMap((claim) => inResources(claim.get('resources'))),
    ...(object.kind === 'PersistentVolume' ? valuesOf(spec.get('capacity')) : []),
    ...(object.kind === 'ResourceQuota' ? valuesOf(spec.get('hard')) : []),
    ...limits.flatMap((limit) => LIMITS.flatMap((key) => valuesOf(limit.get(key)))),
  ];
}

function templates(spec: Field): Field[] {
  return spec
    .get('volumeClaimTemplates')
    .items()
    .map((claim) => claim.get('spec'));
}

function inPod(pod: PodTemplate): Field[] {
  const volumes = pod.spec.get('volumes').items();
  return [
    ...[pod.spec, ...pod.allContainers].flatMap((part) => inResources(part.get('resources'))),
    ...volumes.map((volume) => volume.get('emptyDir', 'sizeLimit')).filter(({ exists }) => exists),
    ...volumes.flatMap((volume) => inResources(volume.get('ephemeral', 'volumeClaimTemplate', 'spec', 'resources'))),
  ];
}

function inResources(resources: Field): Field[] {
  return ['requests', 'limits'].flatMap((side) => valuesOf(resources.get(side)));
}

function valuesOf(map: Field): Field[] {
  return map.entries().map(([, field]) => field);
}
