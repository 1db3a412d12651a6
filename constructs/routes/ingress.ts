import type { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { KubernetesObject, type Plain } from '../app/kubernetes-object';
import { type Place, refuse } from '../app/refusal';
import { metadataOf, namespaceOf, type ObjectProps } from '../naming/metadata';
import { checkName } from '../naming/object-name';
import type { ServicePort } from '../services/service-port';
import type { Path } from './path';
import { type CheckedRoute, checkRoutes, type Route, refuseMainService } from './route';
import { issuerAnnotations, type Tls, tlsEntry } from './tls';

/** What an Ingress can be told. */
export interface IngressProps extends ObjectProps {
  /** Which requests go where. */
  readonly routes: readonly Route[];

  /**
   * The controller that serves it.
   *
   * @default 'nginx'
   */
  readonly className?: string;

  /**
   * Certificates for its hosts.
   *
   * @default - plain HTTP
   */
  readonly tls?: readonly Tls[];
}

const NGINX = 'nginx.ingress.kubernetes.io';

/**
 * Routes from outside the cluster, written for ingress-nginx: what the API cannot say is said with
 * annotations of that controller.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/ingress/
 */
export class Ingress extends Construct {
  /** Name of the Ingress. */
  public readonly name: string;
  /** Its Namespace; none is that of `kubectl`. */
  public readonly namespace: string | undefined;
  /** The controller that serves it. */
  public readonly className: string;

  private readonly routes: readonly CheckedRoute[];
  private canary: Construct | undefined;

  public constructor(scope: Construct, id: string, props: IngressProps) {
    super(scope, id);
    const { className = 'nginx', tls = [] } = props;
    this.className = className;
    this.namespace = namespaceOf(this, props);
    checkName(this, 'IngressClass', className);
    this.routes = checkRoutes(this, props.routes);
    const annotations = {
      ...props.annotations,
      ...rewriteAnnotations(this, this.routes),
      ...issuerAnnotations(this, tls),
    };
    const metadata = metadataOf(this, 'Ingress', { ...props, annotations });
    this.name = metadata.name;
    new KubernetesObject(this, 'Resource', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata,
      spec: {
        ingressClassName: className,
        ...(tls.length > 0 && {
          tls: tls.map((entry) => tlsEntry(this, this.routes, entry)),
        }),
        rules: this.rules(),
      },
    });
  }

  /**
   * The rules of this Ingress, for the Ingress of a canary: same hosts, same paths, other pods.
   *
   * @param canary its Ingress; a second canary of the same rules, or one that leads to the same Service, is refused
   */
  public rulesFor(canary: Construct, to: ServicePort): Plain<k8s.IngressRule>[] {
    if (this.canary !== undefined) {
      refuse(
        canary,
        `Ingress '${this.name}' has a canary already, ${this.canary.node.path}, and ingress-nginx takes one for each rule`,
        'Join their conditions with Canary.any, or give the other one a route of its own',
      );
    }
    refuseMainService(canary, to, this.routes);
    this.canary = canary;
    return this.rules(to);
  }

  private rules(to?: ServicePort): Plain<k8s.IngressRule>[] {
    const byHost = new Map<string | undefined, Plain<k8s.HttpIngressPath>[]>();
    for (const route of this.routes) {
      const paths = byHost.get(route.host) ?? [];
      byHost.set(route.host, [...paths, ingressPath(route.path, to ?? route.to)]);
    }
    return [...byHost].map(([host, paths]) => ({ ...(host !== undefined && { host }), http: { paths } }));
  }
}

function ingressPath(path: Path, { service, name }: ServicePort): Plain<k8s.HttpIngressPath> {
  return { ...pathAndType(path), backend: { service: { name: service.name, port: { name } } } };
}

function pathAndType({ kind, value }: Path): { readonly path: string; readonly pathType: string } {
  if (kind === 'exact') return { path: value, pathType: 'Exact' };
  if (kind === 'prefix') return { path: value, pathType: 'Prefix' };
  return {
    path: kind === 'stripped' ? `${value.replaceAll('.', '\\.')}(/|$)(.*)` : value,
    pathType: 'ImplementationSpecific',
  };
}

function rewriteOf(path: Path): string | undefined {
  return path.kind === 'stripped' ? '/$2' : path.rewriteTo;
}

// Annotations hold for all paths of an Ingress, so all of them have to want the same.
function rewriteAnnotations(place: Place, routes: readonly CheckedRoute[]): Record<string, string> {
  const wishes = [...new Set(routes.map(({ path }) => rewriteOf(path) ?? ''))];
  if (wishes.length > 1) {
    refuse(
      place,
      `its paths are rewritten in different ways (${wishes.map((wish) => wish || 'not at all').join(', ')}), and the annotation of ingress-nginx holds for the whole Ingress`,
      'Make an Ingress for each',
    );
  }
  const regex = routes.some(({ path }) => path.kind === 'regex' || path.kind === 'stripped');
  return {
    ...(regex && { [`${NGINX}/use-regex`]: 'true' }),
    ...(wishes[0] !== undefined && wishes[0] !== '' && { [`${NGINX}/rewrite-target`]: wishes[0] }),
  };
}
