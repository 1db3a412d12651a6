import { Construct } from 'constructs';
import type { HttpRouteSpec } from '../../imports/gateway.networking.k8s.io';
import { KubernetesObject, type Plain } from '../app/kubernetes-object';
import { refuse } from '../app/refusal';
import { metadataOf, namespaceOf, type ObjectProps } from '../naming/metadata';
import { checkSameNamespace } from '../naming/same-namespace';
import { recordLink } from '../services/links';
import type { ServicePort } from '../services/service-port';
import type { Canary } from './canary';
import type { Gateway } from './gateway';
import { httpRouteRules } from './http-route-rules';
import { type CheckedRoute, checkRoutes, type Route, refuseMainService } from './route';

/** A new version and the requests that go to it. */
export interface HttpRouteCanary {
  /** Which requests; a cookie cannot be asked for in the Gateway API and is refused. */
  readonly canary: Canary;
  /** The Service of the new version. */
  readonly to: ServicePort;
}

/** What an HTTPRoute can be told. */
export interface HttpRouteProps extends ObjectProps {
  /** Which requests go where; all of them for one host, or for any. */
  readonly routes: readonly Route[];

  /** The Gateway through which they come. */
  readonly gateway: Gateway;

  /**
   * A new version that takes part of the traffic.
   *
   * @default - none
   */
  readonly canary?: HttpRouteCanary;
}

/**
 * Routes from outside the cluster in the Gateway API, the standard that follows Ingress: the same
 * routes, without annotations of a controller.
 *
 * @see https://gateway-api.sigs.k8s.io/api-types/httproute/
 */
export class HttpRoute extends Construct {
  /** Name of the HTTPRoute. */
  public readonly name: string;
  /** Its Namespace; none is that of `kubectl`. */
  public readonly namespace: string | undefined;

  public constructor(scope: Construct, id: string, props: HttpRouteProps) {
    super(scope, id);
    const { gateway, canary } = props;
    const metadata = metadataOf(this, 'HTTPRoute', props);
    this.name = metadata.name;
    this.namespace = namespaceOf(this, props);
    const routes = checkRoutes(this, props.routes);
    const host = this.hostOf(routes);
    if (canary !== undefined) this.checkCanary(canary, routes);
    if (canary !== undefined)
      recordLink(this, { from: 'outside', to: canary.to.service.target, port: canary.to.target });
    new KubernetesObject(this, 'Resource', {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata,
      spec: {
        parentRefs: [
          {
            name: gateway.name,
            ...(gateway.namespace !== this.namespace && { namespace: gateway.namespace ?? 'default' }),
          },
        ],
        ...(host !== undefined && { hostnames: [host] }),
        rules: routes.flatMap((route) => httpRouteRules(this, gateway, route, canary)),
      } satisfies Plain<HttpRouteSpec>,
    });
  }

  private checkCanary({ to }: HttpRouteCanary, routes: readonly CheckedRoute[]): void {
    checkSameNamespace(this, `Service '${to.service.name}'`, to.service);
    refuseMainService(this, to, routes);
  }

  private hostOf(routes: readonly CheckedRoute[]): string | undefined {
    const hosts = [...new Set(routes.map(({ host }) => host))];
    if (hosts.length > 1)
      refuse(
        this,
        `its routes have several hosts: ${hosts.map((host) => host ?? 'any').join(', ')}`,
        'Make an HTTPRoute for each host',
      );
    return hosts[0];
  }
}
