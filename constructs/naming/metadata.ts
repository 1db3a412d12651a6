import { type ApiObjectMetadata, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { checkAnnotations, checkLabels, type Labels } from './labels';
import { checkName } from './object-name';

/** A namespace that one can refer to: one of ours, or one that the cluster or an add-on brings. */
export interface NamespaceReference {
  /** Name of the Namespace. */
  readonly name: string;
}

/** What every object of ours can be told about itself. */
export interface ObjectProps {
  /**
   * Name of the object.
   *
   * @default - the id of the construct
   */
  readonly name?: string;

  /**
   * Namespace of the object.
   *
   * @default - the Namespace of the stack
   */
  readonly namespace?: NamespaceReference;

  /**
   * Further labels of the object.
   *
   * @default - the label of the stack alone
   */
  readonly labels?: Labels;

  /**
   * Annotations of the object.
   *
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** The checked metadata of an object whose main construct is `construct`. */
export function metadataOf(
  construct: Construct,
  kind: string,
  props: ObjectProps,
): ApiObjectMetadata & { readonly name: string } {
  const name = props.name ?? construct.node.id;
  checkName(construct, kind, name);
  if (props.namespace) checkName(construct, 'Namespace', props.namespace.name);
  checkLabels(construct, props.labels ?? {});
  checkAnnotations(construct, props.annotations ?? {});
  return {
    name,
    ...(props.namespace && { namespace: props.namespace.name }),
    ...(props.labels && { labels: { ...props.labels } }),
    ...(props.annotations && { annotations: { ...props.annotations } }),
  };
}

/** The Namespace of an object: its own, or that of its stack; none is that of `kubectl`. */
export function namespaceOf(
  construct: Construct,
  { namespace }: Pick<ObjectProps, 'namespace'> = {},
): string | undefined {
  return namespace?.name ?? Chart.of(construct).namespace;
}
