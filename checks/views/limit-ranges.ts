import type { Field } from '../model/field';
import type { KubernetesObject } from '../model/kubernetes-object';
import type { ObjectSet } from '../model/object-set';
import { Quantity } from '../model/quantity';
import type { Problem } from '../rule';
import { amountField, type Resource, type Side } from './requests';

const RESOURCES = ['cpu', 'memory'] as const;

/** A bound of a LimitRange. */
export interface Bound {
  readonly range: KubernetesObject;
  readonly field: Field;
  readonly amount: Quantity;
}

/** An amount, and the field that says it. */
export interface Said {
  readonly field: Field;
  readonly amount: Quantity;
}

/** The LimitRanges of a Namespace: what they write into containers, and what they allow. */
export class LimitRanges {
  /** By Namespace. */
  public static of(set: ObjectSet): Map<string | undefined, LimitRanges> {
    const byNamespace = new Map<string | undefined, KubernetesObject[]>();
    for (const range of set.of('LimitRange'))
      byNamespace.set(range.namespace, [...(byNamespace.get(range.namespace) ?? []), range]);
    return new Map([...byNamespace].map(([namespace, ranges]) => [namespace, new LimitRanges(ranges)]));
  }

  constructor(private readonly ranges: readonly KubernetesObject[] = []) {}

  /** What a container has after the LimitRanges have written their part. */
  public amountOf(container: Field, side: Side, resource: Resource): Said | undefined {
    const field = amountField(container, side, resource);
    const amount = Quantity.of(field);
    if (amount !== undefined) return { field, amount };
    // What is not said comes from the first of these that is there.
    const names = side === 'limits' ? ['default', 'max'] : ['defaultRequest', 'default', 'max', 'min'];
    return field.exists ? undefined : names.flatMap((name) => this.bounds('Container', name, resource))[0];
  }

  /** The bounds of one name, such as `max`, for containers, pods or claims. */
  public bounds(type: string, name: string, resource: string): Bound[] {
    return this.ranges.flatMap((range) =>
      range
        .field('spec', 'limits')
        .items()
        .filter((limit) => limit.get('type').text === type)
        .flatMap((limit) => {
          const field = limit.get(name, resource);
          const amount = Quantity.of(field);
          return amount === undefined ? [] : [{ range, field, amount }];
        }),
    );
  }

  /** What the API server would say of a container. */
  public refusals(container: Field): Problem[] {
    return RESOURCES.flatMap((resource) => this.refusal(container, resource) ?? []);
  }

  private refusal(container: Field, resource: Resource): Problem | undefined {
    const request = this.amountOf(container, 'requests', resource);
    const limit = this.amountOf(container, 'limits', resource);
    const who = `Container '${container.get('name').text}' has`;
    const most = limit && this.bounds('Container', 'max', resource).find(({ amount }) => limit.amount.exceeds(amount));
    if (limit && most)
      return {
        at: limit.field,
        message: `${who} ${limit.amount} of limits.${resource}; ${most.range} allows at most ${most.amount}`,
        related: [most.field],
      };
    if (request === undefined) return undefined;
    const asks = `${who} ${request.amount} of requests.${resource}`;
    const least = this.bounds('Container', 'min', resource).find(({ amount }) => amount.exceeds(request.amount));
    if (least)
      return {
        at: request.field,
        message: `${asks}; ${least.range} wants at least ${least.amount}`,
        related: [least.field],
      };
    if (limit === undefined || limit.field.object === container.object || !request.amount.exceeds(limit.amount))
      return undefined;
    return {
      at: request.field,
      message: `${asks}, and ${limit.field.object} makes its limit ${limit.amount}: a request may not be more`,
      fix: `Write limits.${resource} of its own`,
      related: [limit.field],
    };
  }
}
