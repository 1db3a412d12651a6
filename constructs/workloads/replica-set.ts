import type { Construct } from 'constructs';
import { KubernetesObject } from '../app/kubernetes-object';
import { type Replicas, renderReplicas } from './replicas';
import { Workload, type WorkloadProps } from './workload';

/** What a ReplicaSet can be told. */
export interface ReplicaSetProps extends WorkloadProps, Replicas {}

/**
 * A number of equal pods. It replaces pods that go, but does not renew those that are there when
 * the template changes: that is what a Deployment is for.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/replicaset/
 */
export class ReplicaSet extends Workload {
  public constructor(scope: Construct, id: string, props: ReplicaSetProps) {
    super(scope, id, 'ReplicaSet', props);
    new KubernetesObject(this, 'Resource', {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: this.metadata,
      spec: {
        ...renderReplicas(this, props),
        selector: { matchLabels: { ...this.selector } },
        template: this.renderTemplate(),
      },
    });
  }
}
