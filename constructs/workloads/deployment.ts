import type { Construct } from 'constructs';
import { KubernetesObject } from '../app/kubernetes-object';
import { type Replicas, renderReplicas } from './replicas';
import type { Rollout } from './rollout';
import { Workload, type WorkloadProps } from './workload';

/** What a Deployment can be told. */
export interface DeploymentProps extends WorkloadProps, Replicas {
  /**
   * How pods are replaced when the template changes.
   *
   * @default - a quarter of the pods at a time
   */
  readonly rollout?: Rollout;
}

/**
 * Equal pods that are replaced when they go and renewed when their template changes: the usual way
 * to run a service.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/
 */
export class Deployment extends Workload {
  public constructor(scope: Construct, id: string, props: DeploymentProps) {
    super(scope, id, 'Deployment', props);
    new KubernetesObject(this, 'Resource', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: this.metadata,
      spec: {
        ...renderReplicas(this, props),
        ...props.rollout?.render(this),
        selector: { matchLabels: { ...this.selector } },
        template: this.renderTemplate(),
      },
    });
  }
}
