import type { WorkloadProps } from '../../../constructs';
import type { TestStack } from '../../synth';
import { everyPart } from '../pods/pod-of';

/** A workload that is told everything that every kind of workload can be told. */
export function everyProp(stack: TestStack): Required<WorkloadProps> {
  return {
    ...everyPart(stack),
    name: 'store',
    namespace: { name: 'shop' },
    labels: { tier: 'front' },
    annotations: { 'shop.test/owner': 'sales' },
    selector: { app: 'store', part: 'web' },
  };
}

/** The metadata of that workload. */
export const EVERY_METADATA = {
  name: 'store',
  namespace: 'shop',
  labels: { 'app.kubernetes.io/part-of': 'test', tier: 'front' },
  annotations: { 'shop.test/owner': 'sales' },
};
