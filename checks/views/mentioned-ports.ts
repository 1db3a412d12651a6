import type { Field } from '../model/field';
import type { ObjectSet } from '../model/object-set';
import type { PodTemplate } from '../model/pod-template';

/**
 * Numbers that the commands, variables and ConfigMaps of pods speak of and that may be ports: a process that is told a
 * number may listen there, whatever the manifest declares.
 */
export function mentionedPorts(pod: PodTemplate, set: ObjectSet): ReadonlySet<number> {
  const mentioned = pod.containers.flatMap((container) => mentionedBy(container));
  const configuration = configMapsOf(pod).flatMap((name) =>
    set
      .all({ kind: 'ConfigMap', group: '', namespace: pod.namespace, name })
      .flatMap((map) => numbersIn(Object.values(map.field('data').texts()))),
  );
  return new Set([...mentioned, ...configuration]);
}

/** Numbers that the command, the arguments and the variables of a container speak of. */
export function mentionedBy(container: Field): number[] {
  const texts = [...container.get('command').items(), ...container.get('args').items()];
  const values = container
    .get('env')
    .items()
    .map((variable) => variable.get('value'));
  return numbersIn([...texts, ...values].map(({ value }) => String(value ?? '')));
}

function numbersIn(texts: readonly string[]): number[] {
  return texts.flatMap((text) => text.match(/(?<!\d)\d{2,5}(?!\d)/g) ?? []).map(Number);
}

function configMapsOf({ spec, containers }: PodTemplate): string[] {
  const volumes = spec
    .get('volumes')
    .items()
    .flatMap((volume) => [volume, ...volume.get('projected', 'sources').items()])
    .map((source) => source.get('configMap', 'name'));
  const variables = containers.flatMap((container) => [
    ...container
      .get('envFrom')
      .items()
      .map((source) => source.get('configMapRef', 'name')),
    ...container
      .get('env')
      .items()
      .map((variable) => variable.get('valueFrom', 'configMapKeyRef', 'name')),
  ]);
  return [...volumes, ...variables].flatMap(({ text }) => text ?? []);
}
