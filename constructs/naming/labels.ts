import { type Place, refuse } from '../app/refusal';

/** Labels of an object, or a selector over them. */
export type Labels = Readonly<Record<string, string>>;

const NAME = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const PREFIX = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

/**
 * Refuses labels that the API server would not take.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
 */
export function checkLabels(place: Place, labels: Labels): void {
  for (const [key, value] of Object.entries(labels)) {
    checkKey(place, 'label', key);
    if (value !== '' && !NAME.test(value)) {
      refuse(
        place,
        `label ${key} has the value '${value}'; allowed are at most 63 letters, digits, '-', '_' and '.', beginning and ending with a letter or digit`,
        'Change the value, or make it an annotation',
      );
    }
  }
}

/** Refuses annotations whose keys the API server would not take. */
export function checkAnnotations(place: Place, annotations: Readonly<Record<string, string>>): void {
  for (const key of Object.keys(annotations)) checkKey(place, 'annotation', key);
}

function checkKey(place: Place, what: string, key: string): void {
  const [prefix, name, ...rest] = key.includes('/') ? key.split('/') : [undefined, key];
  const valid =
    rest.length === 0 &&
    NAME.test(name ?? '') &&
    (prefix === undefined || (prefix.length <= 253 && PREFIX.test(prefix)));
  if (!valid) {
    refuse(
      place,
      `${what} key '${key}' is invalid; allowed are at most 63 letters, digits, '-', '_' and '.', after an optional DNS name and '/'`,
      'Change the key',
    );
  }
}
