import type { Field } from '../model/field';
import type { ObjectSet } from '../model/object-set';
import type { PodTemplate } from '../model/pod-template';
import type { Reference } from '../model/reference';

/** A place in a pod that names a ConfigMap or a Secret without which the pod does not start. */
export interface ConfigReference extends Reference {
  readonly kind: 'ConfigMap' | 'Secret';
  /** How it comes into the pod. */
  readonly by: 'env' | 'volume';
  /** What names it, in words. */
  readonly who: string;
  /** The fields that name keys of it. */
  readonly keys: readonly Field[];
}

/** Every such place in the pods of a set; what is optional is left out. */
export function configReferences(set: ObjectSet): ConfigReference[] {
  return set.pods.flatMap((pod) => [...ofContainers(pod), ...ofVolumes(pod)]);
}

/** A container in words. */
export function containerInWords(container: Field): string {
  return `Container '${container.get('name').text ?? ''}' of ${container.object}`;
}

function ofContainers(pod: PodTemplate): ConfigReference[] {
  return pod.allContainers.flatMap((container) => {
    const who = containerInWords(container);
    const whole = container
      .get('envFrom')
      .items()
      .flatMap((from) => [
        ...reference(pod, 'env', who, 'ConfigMap', from.get('configMapRef')),
        ...reference(pod, 'env', who, 'Secret', from.get('secretRef')),
      ]);
    const single = container
      .get('env')
      .items()
      .map((variable) => variable.get('valueFrom'))
      .flatMap((from) => [
        ...keyReference(pod, who, 'ConfigMap', from.get('configMapKeyRef')),
        ...keyReference(pod, who, 'Secret', from.get('secretKeyRef')),
      ]);
    return [...whole, ...single];
  });
}

function ofVolumes(pod: PodTemplate): ConfigReference[] {
  return pod.spec
    .get('volumes')
    .items()
    .flatMap((volume) => {
      const who = `Volume '${volume.get('name').text ?? ''}' of ${pod.owner}`;
      const sources = volume.get('projected', 'sources').items();
      return [
        ...reference(pod, 'volume', who, 'ConfigMap', volume.get('configMap')),
        ...reference(pod, 'volume', who, 'Secret', volume.get('secret'), 'secretName'),
        ...sources.flatMap((source) => [
          ...reference(pod, 'volume', who, 'ConfigMap', source.get('configMap')),
          ...reference(pod, 'volume', who, 'Secret', source.get('secret')),
        ]),
      ];
    });
}

function keyReference(
  pod: PodTemplate,
  who: string,
  kind: ConfigReference['kind'],
  source: Field,
): readonly ConfigReference[] {
  return reference(pod, 'env', who, kind, source).map((one) => ({ ...one, keys: [source.get('key')] }));
}

function reference(
  { namespace }: PodTemplate,
  by: ConfigReference['by'],
  who: string,
  kind: ConfigReference['kind'],
  source: Field,
  key = 'name',
): readonly ConfigReference[] {
  const at = source.get(key);
  if (!at.text || source.get('optional').value === true) return [];
  const keys = source
    .get('items')
    .items()
    .map((item) => item.get('key'));
  return [{ by, who, kind, group: '', namespace, name: at.text, at, keys }];
}
