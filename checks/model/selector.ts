import type { Field } from './field';

/** Labels of an object. */
export type Labels = Readonly<Record<string, string>>;

/** What an empty selector means: all in a NetworkPolicy or a budget, nothing in a Service. */
export type Empty = 'all' | 'nothing';

interface Requirement {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/** A label selector as Kubernetes reads it, whatever field it comes from. */
export class Selector {
  private constructor(
    private readonly requirements: readonly Requirement[],
    private readonly empty: Empty,
  ) {}

  /** Of a Service or a ReplicationController: labels alone. */
  public static ofLabels(field: Field, empty: Empty = 'nothing'): Selector {
    return new Selector(equals(field), empty);
  }

  /** Of everything else: `matchLabels` and `matchExpressions`. */
  public static of(field: Field, empty: Empty): Selector {
    const expressions = field
      .get('matchExpressions')
      .items()
      .map((expression) => ({
        key: expression.get('key').text ?? '',
        operator: expression.get('operator').text ?? '',
        values: expression
          .get('values')
          .items()
          .flatMap(({ text }) => text ?? []),
      }));
    return new Selector([...equals(field.get('matchLabels')), ...expressions], empty);
  }

  /** Whether it asks for anything. */
  public get isEmpty(): boolean {
    return this.requirements.length === 0;
  }

  /** Whether an object with these labels is meant. */
  public matches(labels: Labels): boolean {
    if (this.isEmpty) return this.empty === 'all';
    return this.requirements.every((requirement) => holds(requirement, labels));
  }

  /** The labels that everything it means has, for a look-up by labels. */
  public get certain(): readonly (readonly [key: string, value: string])[] {
    return this.requirements.flatMap(({ key, operator, values }) =>
      operator === 'In' && values.length === 1 ? [[key, values[0] as string] as const] : [],
    );
  }

  /** In words: `app=web, tier in (a, b)`. */
  public toString(): string {
    const words = this.requirements.map(({ key, operator, values }) => {
      if (operator === 'In' && values.length === 1) return `${key}=${values[0]}`;
      if (operator === 'In') return `${key} in (${values.join(', ')})`;
      if (operator === 'NotIn') return `${key} not in (${values.join(', ')})`;
      return operator === 'Exists' ? key : `not ${key}`;
    });
    return words.join(', ');
  }
}

function equals(field: Field): Requirement[] {
  return Object.entries(field.texts()).map(([key, value]) => ({ key, operator: 'In', values: [value] }));
}

function holds({ key, operator, values }: Requirement, labels: Labels): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  if (operator === 'In') return value !== undefined && values.includes(value);
  if (operator === 'NotIn') return value === undefined || !values.includes(value);
  if (operator === 'Exists') return value !== undefined;
  // One of no meaning is for the rules of the schema; here it excludes nothing.
  return operator === 'DoesNotExist' ? value === undefined : true;
}
