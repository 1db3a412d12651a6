import type { Construct } from 'constructs';
import { KubernetesObject } from '../app/kubernetes-object';
import type { Port } from '../pods/port';
import { Exposure } from '../services/exposure';
import type { Service } from '../services/service';
import type { ClaimTemplate } from '../storage/claim-template';
import { type Replicas, renderReplicas } from './replicas';
import { Workload, type WorkloadProps } from './workload';

/** What a StatefulSet can be told. */
export interface StatefulSetProps extends WorkloadProps, Replicas {
  /**
   * Claims that each pod gets for itself; their volumes are mounted like any other.
   *
   * @default - none
   */
  readonly claimTemplates?: readonly ClaimTemplate[];

  /**
   * Name of the headless Service that gives each pod a name of its own.
   *
   * @default - the name of the StatefulSet
   */
  readonly serviceName?: string;

  /**
   * The ports of that Service.
   *
   * @default - all ports of the containers
   */
  readonly servicePorts?: readonly Port[];
}

/**
 * Pods that keep their name, their host name and their storage: for databases and the like. It
 * brings its headless Service.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/
 */
export class StatefulSet extends Workload {
  /** The headless Service behind the names of the pods. */
  public readonly service: Service;
  /** Claims that each pod gets for itself. */
  public readonly claimTemplates: readonly ClaimTemplate[];

  public constructor(scope: Construct, id: string, props: StatefulSetProps) {
    super(scope, id, 'StatefulSet', props);
    this.claimTemplates = props.claimTemplates ?? [];
    this.service = this.expose(
      props.serviceName ?? this.name,
      Exposure.headless(...(props.servicePorts ?? this.ports).map((target) => ({ target }))),
    );
    new KubernetesObject(this, 'Resource', {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: this.metadata,
      spec: {
        serviceName: this.service.name,
        ...renderReplicas(this, props),
        selector: { matchLabels: { ...this.selector } },
        template: this.renderTemplate(),
        ...(this.claimTemplates.length > 0 && {
          volumeClaimTemplates: this.claimTemplates.map((template) => template.renderTemplate(this)),
        }),
      },
    });
  }
}
