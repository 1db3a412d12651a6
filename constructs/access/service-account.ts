import { Construct } from 'constructs';
import { KubernetesObject } from '../app/kubernetes-object';
import { metadataOf, namespaceOf, type ObjectProps } from '../naming/metadata';

/** What a ServiceAccount can be told. */
export type ServiceAccountProps = ObjectProps;

/**
 * An identity for pods, so that rights can be given to one application and not to its neighbours.
 * It carries no token into a pod: the pod has to ask for that.
 *
 * @see https://kubernetes.io/docs/concepts/security/service-accounts/
 */
export class ServiceAccount extends Construct {
  /** Name of the ServiceAccount. */
  public readonly name: string;
  /** Its Namespace; none is that of `kubectl`. */
  public readonly namespace: string | undefined;

  public constructor(scope: Construct, id: string, props: ServiceAccountProps = {}) {
    super(scope, id);
    const metadata = metadataOf(this, 'ServiceAccount', props);
    this.name = metadata.name;
    this.namespace = namespaceOf(this, props);
    new KubernetesObject(this, 'Resource', { apiVersion: 'v1', kind: 'ServiceAccount', metadata });
  }
}
