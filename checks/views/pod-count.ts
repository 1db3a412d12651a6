import type { Field } from '../model/field';

/**
 * How many pods a field means that may be a number or a share such as `25%`; undefined if it is neither.
 *
 * @param all how many pods are a hundred percent
 * @param rounded how Kubernetes rounds a share at this field
 */
export function podCount({ value }: Field, all: number, rounded: 'up' | 'down'): number | undefined {
  if (typeof value === 'number') return value;
  const [, percent] = (typeof value === 'string' && /^(\d+)%$/.exec(value)) || [];
  if (percent === undefined) return undefined;
  return Math[rounded === 'up' ? 'ceil' : 'floor']((Number(percent) * all) / 100);
}
