import type { Field } from '../model/field';

/** A label that is asked for, and where. */
export interface Wanted {
  readonly key: string;
  readonly value: string;
  readonly field: Field;
}

/** The labels that a map asks for. */
export function wantedBy(map: Field): Wanted[] {
  return map.entries().flatMap(([key, field]) => (field.text === undefined ? [] : [{ key, value: field.text, field }]));
}

/** The labels that expressions ask for: those with one value. */
export function expressedBy(labelSelector: Field): Wanted[] {
  const expressions = labelSelector.get('matchExpressions').items();
  return expressions.flatMap((expression) => {
    const field = expression.get('key');
    const [value, ...more] = expression.get('values').items();
    if (expression.get('operator').text !== 'In' || more.length > 0) return [];
    return field.text === undefined || value?.text === undefined ? [] : [{ key: field.text, value: value.text, field }];
  });
}
