import type { Construct } from 'constructs';
import { KubernetesObject } from '../app/kubernetes-object';
import { refuse } from '../app/refusal';
import { Workload, type WorkloadProps } from './workload';

/** What a Pod can be told. */
export type PodProps = WorkloadProps;

/**
 * A single pod that nobody replaces when its node goes: to learn and to try, not to run a service.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/
 */
export class Pod extends Workload {
  public constructor(scope: Construct, id: string, props: PodProps) {
    super(scope, id, 'Pod', props);
    for (const [key, value] of Object.entries(this.selector)) {
      const given = props.labels?.[key];
      if (given !== undefined && given !== value) {
        refuse(
          this,
          `the label '${key}' is '${given}', and Services select this Pod by '${value}'`,
          'Leave the label out, or give it as selector',
        );
      }
    }
    new KubernetesObject(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { ...this.metadata, labels: { ...this.metadata.labels, ...this.selector } },
      spec: this.renderPod(),
    });
  }
}
