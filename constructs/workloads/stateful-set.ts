import type { Construct } from 'constructs';
import { KubernetesObject } from '../app/kubernetes-object';
import { volumesOf } from '../pods/pod-parts';
import type { Port } from '../pods/port';
import { Exposure } from '../services/exposure';
import type { Service } from '../services/service';
import { ClaimTemplate } from '../storage/claim-template';
import { type Replicas, renderReplicas } from './replicas';
import { Workload, type WorkloadProps } from './workload';

/** What a StatefulSet can be told. */
export interface StatefulSetProps extends WorkloadProps, Replicas {
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
 * brings its headless Service, and a claim for each `ClaimTemplate` that its containers mount.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/
 */
export class StatefulSet extends Workload {
  /** The headless Service behind the names of the pods. */
  public readonly service: Service;

  public constructor(scope: Construct, id: string, props: StatefulSetProps) {
    super(scope, id, 'StatefulSet', props);
    const templates = volumesOf(props).filter((volume) => volume instanceof ClaimTemplate);
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
        ...(templates.length > 0 && {
          volumeClaimTemplates: templates.map((template) => template.renderTemplate(this)),
        }),
      },
    });
  }
}
