import type { Field } from '../model/field';
import type { ObjectSet } from '../model/object-set';

// The name of a pod of a StatefulSet with that of its Service behind it: `db-0.db`, or the host name as a variable.
const ADDRESS = /\b([a-z0-9][a-z0-9-]{0,62})-\d{1,4}\.([a-z][a-z0-9-]{0,62})\b/g;
const OWN_ADDRESS = /\$[({]?(?:hostname|HOSTNAME|POD_NAME)[)}]?["']?\.([a-z][a-z0-9-]{0,62})\b/g;

/** A place that looks a pod of a StatefulSet up by its name. */
export interface StableName {
  /** The Service in it. */
  readonly service: string;
  readonly text: string;
  readonly field: Field;
}

/** Where pods of StatefulSets are looked up by their own names, by the name of the StatefulSet. */
export function stableNames(set: ObjectSet): Map<string, StableName[]> {
  const found = new Map<string, StableName[]>();
  const add = (owner: string, name: StableName) => {
    const names = found.get(owner);
    if (names === undefined) found.set(owner, [name]);
    else names.push(name);
  };
  for (const { field, text, owner } of textsOf(set)) {
    for (const [whole, name = '', service = ''] of text.matchAll(ADDRESS)) add(name, { service, text: whole, field });
    for (const [whole, service = ''] of owner === undefined ? [] : text.matchAll(OWN_ADDRESS))
      add(owner ?? '', { service, text: whole, field });
  }
  return found;
}

interface Text {
  readonly field: Field;
  readonly text: string;
  /** What makes the pod that reads it, if one does. */
  readonly owner: string | undefined;
}

function textsOf(set: ObjectSet): Text[] {
  const ofPods = set.pods.flatMap((pod) =>
    pod.allContainers.flatMap((container) => {
      const values = container
        .get('env')
        .items()
        .map((variable) => variable.get('value'));
      const fields = [...container.get('command').items(), ...container.get('args').items(), ...values];
      return fields.map((field) => ({ field, owner: pod.owner.name }));
    }),
  );
  const ofConfiguration = set
    .of('ConfigMap')
    .flatMap((config) => config.field('data').entries())
    .map(([, field]) => ({ field, owner: undefined }));
  return [...ofPods, ...ofConfiguration].flatMap(({ field, owner }) =>
    field.text === undefined ? [] : [{ field, text: field.text, owner }],
  );
}
