import type { Field } from '../model/field';
import type { PodTemplate } from '../model/pod-template';
import { Quantity } from '../model/quantity';

/** What pods may ask for and be limited to. */
export type Resource = 'cpu' | 'memory';

/** Whether an amount is kept for a pod, or is the most that it may take. */
export type Side = 'requests' | 'limits';

/** Where a container says an amount; a request that it does not say is its limit. */
export function amountField(container: Field, side: Side, resource: Resource): Field {
  const field = container.get('resources', side, resource);
  if (field.exists || side === 'limits') return field;
  const limit = container.get('resources', 'limits', resource);
  return limit.exists ? limit : field;
}

/** What one pod asks for, as the scheduler counts it; nothing where it does not say. */
export function amountOf(pod: PodTemplate, side: Side, resource: Resource): Quantity {
  const ofAll = Quantity.of(amountField(pod.spec, side, resource));
  const together = pod.containers
    .map((container) => Quantity.of(amountField(container, side, resource)) ?? Quantity.zero)
    .reduce((sum, amount) => sum.plus(amount), Quantity.zero);
  const overhead = Quantity.of(pod.spec.get('overhead', resource)) ?? Quantity.zero;
  // Containers that run before the others need their part alone.
  const before = pod.initContainers.map((container) => Quantity.of(amountField(container, side, resource)));
  return (ofAll ?? before.reduce<Quantity>((most, amount) => most.max(amount ?? Quantity.zero), together)).plus(
    overhead,
  );
}

/** The field with the largest amount of a pod: the first to look at. */
export function largestField(pod: PodTemplate, side: Side, resource: Resource): Field {
  const ofAll = amountField(pod.spec, side, resource);
  const fields = pod.allContainers.map((container) => amountField(container, side, resource));
  const amount = (field: Field) => Quantity.of(field) ?? Quantity.zero;
  const [first = pod.spec, ...others] = ofAll.exists ? [ofAll] : fields;
  return others.reduce((largest, field) => (amount(field).exceeds(amount(largest)) ? field : largest), first);
}
