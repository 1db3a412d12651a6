import { isGroupOfKubernetes } from '../facts/api-versions';
import type { Field } from '../model/field';
import type { PodTemplate } from '../model/pod-template';
import { containerInWords } from './config-references';

/** A place where a container takes a volume. */
export interface Mount {
  /** The field that names the volume. */
  readonly at: Field;
  /** The mount or device itself. */
  readonly field: Field;
  readonly name: string;
  /** The container in words. */
  readonly who: string;
}

/** The volumes of a pod by their names; a claim that a StatefulSet makes for it takes the place of one of that name. */
export function volumesOf(pod: PodTemplate): Map<string, Field> {
  const templates = claimTemplatesOf(pod).map((template) => [template.get('metadata', 'name'), template] as const);
  const volumes = pod.spec
    .get('volumes')
    .items()
    .map((volume) => [volume.get('name'), volume] as const);
  return new Map([...volumes, ...templates].flatMap(([{ text }, field]) => (text ? [[text, field] as const] : [])));
}

/** The claims that a StatefulSet makes for each pod. */
export function claimTemplatesOf({ owner }: PodTemplate): Field[] {
  return owner.kind === 'StatefulSet' ? owner.field('spec', 'volumeClaimTemplates').items() : [];
}

/** Every place where a container of a pod takes a volume. */
export function mountsOf(pod: PodTemplate): Mount[] {
  const containers = [...pod.allContainers, ...pod.spec.get('ephemeralContainers').items()];
  return containers.flatMap((container) =>
    ['volumeMounts', 'volumeDevices'].flatMap((key) =>
      container
        .get(key)
        .items()
        .flatMap((field) => {
          const at = field.get('name');
          return at.text ? [{ at, field, name: at.text, who: containerInWords(container) }] : [];
        }),
    ),
  );
}

/** Whether the manifest has all volumes and containers of a pod: an operator may add some to those of its resources. */
export function isWhole({ owner }: PodTemplate): boolean {
  return isGroupOfKubernetes(owner.group);
}
