import { Exposure, Ingress, Path, type Service, type Stack, type StackProps, type Workload } from '../../constructs';

/** What every form of the web application can be told. */
export interface PublishedStackProps extends StackProps {
  /** The stack with the addresses for load balancers. */
  readonly loadBalancer: Stack;
}

/** How the pods of the web application are reached inside the cluster and by an address outside. */
export function expose(web: Workload): Service {
  web.expose('web-svc-cip', Exposure.clusterIp({ port: 80 }));
  web.expose('web-svc-lb', Exposure.loadBalancer({ port: 80 }));
  return web.expose('web-svc', Exposure.headless());
}

/** The same, and the route `/web` on top. */
export function publish(stack: Stack, web: Workload): Ingress {
  const pods = expose(web);
  return new Ingress(stack, 'ingress', {
    name: web.name,
    routes: [{ host: stack.host(), path: Path.strippedPrefix('/web'), to: pods.port('http') }],
  });
}
