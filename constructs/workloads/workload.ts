import { Construct } from 'constructs';
import { refuse } from '../app/refusal';
import { checkLabels, type Labels } from '../naming/labels';
import { metadataOf, type NamespaceReference, namespaceOf, type ObjectProps } from '../naming/metadata';
import type { Consumer } from '../pods/env';
import { type PodParts, type PodSpec, renderPod } from '../pods/pod-parts';
import type { Port } from '../pods/port';
import type { Exposure } from '../services/exposure';
import { Service } from '../services/service';
import type { ServiceTarget } from '../services/service-target';

/** What every workload can be told, whatever makes its pods. */
export interface WorkloadProps extends ObjectProps, PodParts {
  /**
   * Labels of the pods, by which they are selected. They cannot change later.
   *
   * @default - `app: <name>`
   */
  readonly selector?: Labels;
}

/** A pod that is made again and again. */
export interface PodTemplateSpec {
  readonly metadata: { readonly labels: Labels };
  readonly spec: PodSpec;
}

/**
 * Pods under one name, and whatever keeps them alive: the common part of Pod, ReplicaSet,
 * Deployment and StatefulSet.
 */
export abstract class Workload extends Construct implements Consumer, ServiceTarget {
  /** Kind of the object. */
  public readonly kind: string;
  /** Name of the object. */
  public readonly name: string;
  /** Its Namespace; none is that of `kubectl`. */
  public readonly namespace: string | undefined;
  /** Its Namespace, as a Service refers to it; none is that of `kubectl`. */
  public readonly in: NamespaceReference | undefined;
  /** Labels that select its pods. */
  public readonly selector: Labels;
  /** Ports that its containers declare. */
  public readonly ports: readonly Port[];

  /** Checked metadata of the object. */
  protected readonly metadata: ReturnType<typeof metadataOf>;

  private readonly parts: PodParts;

  protected constructor(scope: Construct, id: string, kind: string, props: WorkloadProps) {
    super(scope, id);
    this.kind = kind;
    this.metadata = metadataOf(this, kind, props);
    this.name = this.metadata.name;
    this.namespace = namespaceOf(this, props);
    this.in = this.namespace === undefined ? undefined : { name: this.namespace };
    this.selector = props.selector ?? { app: this.name };
    checkLabels(this, this.selector);
    if (Object.keys(this.selector).length === 0) {
      refuse(
        this,
        `the pods of ${kind} '${this.name}' have no label to select them by`,
        "Leave the selector out for 'app: <name>'",
      );
    }
    this.parts = props;
    this.ports = [...props.containers, ...(props.sidecars ?? [])].flatMap(({ ports = [] }) => ports);
  }

  /**
   * Publishes the pods under a name.
   *
   * @param name name of the Service, which is also its host name
   */
  public expose(name: string, exposure?: Exposure): Service {
    if (this.node.tryFindChild(name) !== undefined) {
      refuse(this, `the pods are published as '${name}' twice`, 'Give the second Service another name');
    }
    return new Service(this, name, { target: this, exposure });
  }

  /** The pod itself. */
  protected renderPod(): PodSpec {
    return renderPod(this, this.parts);
  }

  /** The template from which the pods are made. */
  protected renderTemplate(): PodTemplateSpec {
    return { metadata: { labels: { ...this.selector } }, spec: this.renderPod() };
  }
}
