import type { Field } from '../model/field';
import type { KubernetesObject } from '../model/kubernetes-object';
import type { ObjectSet } from '../model/object-set';
import { Quantity } from '../model/quantity';
import type { Resource, Side } from './requests';

/** One amount that a ResourceQuota allows in its Namespace. */
export interface Quota {
  readonly quota: KubernetesObject;
  readonly field: Field;
  readonly allowed: Quantity;
  /** What it counts; pods themselves where it is neither. */
  readonly counts: readonly [Side, Resource] | 'pods';
}

const COUNTED: Readonly<Record<string, Quota['counts']>> = {
  cpu: ['requests', 'cpu'],
  memory: ['requests', 'memory'],
  'requests.cpu': ['requests', 'cpu'],
  'requests.memory': ['requests', 'memory'],
  'limits.cpu': ['limits', 'cpu'],
  'limits.memory': ['limits', 'memory'],
  pods: 'pods',
  'count/pods': 'pods',
};

/** What the ResourceQuotas of a set allow all pods of their Namespace; those for some pods only are left out. */
export function quotasOf(set: ObjectSet): Quota[] {
  return set
    .of('ResourceQuota')
    .filter((quota) => !quota.field('spec', 'scopes').exists && !quota.field('spec', 'scopeSelector').exists)
    .flatMap((quota) =>
      quota
        .field('spec', 'hard')
        .entries()
        .flatMap(([key, field]) => {
          const [counts, allowed] = [COUNTED[key], Quantity.of(field)];
          return counts === undefined || allowed === undefined ? [] : [{ quota, field, allowed, counts }];
        }),
    );
}
