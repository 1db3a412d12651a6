import { Construct } from 'constructs';
import type { GatewaySpec } from '../../imports/gateway.networking.k8s.io';
import { KubernetesObject, type Plain } from '../app/kubernetes-object';
import { metadataOf, namespaceOf, type ObjectProps } from '../naming/metadata';
import { checkName } from '../naming/object-name';

/** What a Gateway can be told. */
export interface GatewayProps extends ObjectProps {
  /** Name of the GatewayClass: the implementation that serves it. */
  readonly className: string;

  /**
   * Whether this implementation matches regular expressions, which the standard leaves open.
   *
   * @default false
   */
  readonly regularExpressions?: boolean;
}

/**
 * The entrance to a cluster in the Gateway API: HTTP on port 80, for routes of all Namespaces.
 *
 * @see https://gateway-api.sigs.k8s.io/api-types/gateway/
 */
export class Gateway extends Construct {
  /** Name of the Gateway. */
  public readonly name: string;
  /** Its Namespace; none is that of `kubectl`. */
  public readonly namespace: string | undefined;
  /** Whether its implementation matches regular expressions. */
  public readonly regularExpressions: boolean;

  public constructor(scope: Construct, id: string, props: GatewayProps) {
    super(scope, id);
    checkName(this, 'GatewayClass', props.className);
    const metadata = metadataOf(this, 'Gateway', props);
    this.name = metadata.name;
    this.namespace = namespaceOf(this, props);
    this.regularExpressions = props.regularExpressions ?? false;
    new KubernetesObject(this, 'Resource', {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      metadata,
      spec: {
        gatewayClassName: props.className,
        listeners: [
          {
            name: 'http',
            port: 80,
            protocol: 'HTTP',
            allowedRoutes: { namespaces: { from: 'All' } },
          },
        ],
      } satisfies Plain<GatewaySpec>,
    });
  }
}
