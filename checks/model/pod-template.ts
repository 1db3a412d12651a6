import type { Field } from './field';
import type { KubernetesObject } from './kubernetes-object';
import type { Labels } from './selector';

/** The pods that an object makes, or is: one view of every kind of workload. */
export class PodTemplate {
  /** Labels of each pod. */
  public readonly labels: Labels;

  private constructor(
    /** The object that makes them. */
    public readonly owner: KubernetesObject,
    /** The pod, with `metadata` and `spec`. */
    public readonly template: Field,
  ) {
    this.labels = template.get('metadata', 'labels').texts();
  }

  /** The pods of an object; none if it makes none. Custom resources count where they carry a pod template. */
  public static of(object: KubernetesObject): PodTemplate[] {
    const template = templateOf(object);
    return template === undefined ? [] : [new PodTemplate(object, template)];
  }

  /** Their `spec`. */
  public get spec(): Field {
    return this.template.get('spec');
  }

  /** Namespace of the pods. */
  public get namespace(): string | undefined {
    return this.owner.namespace;
  }

  /** Containers that run as long as the pod, native sidecars among them. */
  public get containers(): Field[] {
    const sidecars = this.initContainers.filter((container) => container.get('restartPolicy').text === 'Always');
    return [...this.spec.get('containers').items(), ...sidecars];
  }

  /** Containers that run before the others. */
  public get initContainers(): Field[] {
    return this.spec.get('initContainers').items();
  }

  /** Every container of the manifest. */
  public get allContainers(): Field[] {
    return [...this.spec.get('containers').items(), ...this.initContainers];
  }

  /** How many pods the manifest asks for, if it says so: one by itself. */
  public get replicas(): number {
    return this.owner.field('spec', 'replicas').number ?? 1;
  }

  /** Ports that its containers declare. */
  public ports(): ContainerPort[] {
    return this.containers.flatMap((container) =>
      container
        .get('ports')
        .items()
        .map((field) => ({
          field,
          container,
          name: field.get('name').text,
          number: field.get('containerPort').number,
          protocol: field.get('protocol').text ?? 'TCP',
        })),
    );
  }
}

/** A port that a container declares. */
export interface ContainerPort {
  readonly field: Field;
  readonly container: Field;
  readonly name: string | undefined;
  readonly number: number | undefined;
  readonly protocol: string;
}

function templateOf(object: KubernetesObject): Field | undefined {
  const root = object.field();
  if (object.kind === 'Pod' && object.group === '') return root;
  if (object.kind === 'PodTemplate' && object.group === '') return root.get('template');
  const path =
    object.kind === 'CronJob' && object.group === 'batch' ? ['jobTemplate', 'spec', 'template'] : ['template'];
  const template = root.get('spec', ...path);
  return template.get('spec', 'containers').items().length > 0 ? template : undefined;
}
