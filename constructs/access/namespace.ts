import { Construct } from 'constructs';
import { KubernetesObject } from '../app/kubernetes-object';
import type { Labels } from '../naming/labels';
import { metadataOf, type NamespaceReference } from '../naming/metadata';

/** What a Namespace can be told. */
export interface NamespaceProps {
  /**
   * Name of the Namespace.
   *
   * @default - the id of the construct
   */
  readonly name?: string;

  /**
   * Further labels, such as those of Pod Security.
   *
   * @default - the label of the stack alone
   * @see https://kubernetes.io/docs/concepts/security/pod-security-admission/
   */
  readonly labels?: Labels;
}

/**
 * A Namespace that a stack owns: deleting the stack deletes it and all that is in it. Namespaces
 * of the cluster or of an add-on are not made but referred to.
 */
export class Namespace extends Construct implements NamespaceReference {
  /** Name of the Namespace. */
  public readonly name: string;

  public constructor(scope: Construct, id: string, props: NamespaceProps = {}) {
    super(scope, id);
    const metadata = metadataOf(this, 'Namespace', props);
    this.name = metadata.name;
    new KubernetesObject(this, 'Resource', { apiVersion: 'v1', kind: 'Namespace', metadata });
  }
}
