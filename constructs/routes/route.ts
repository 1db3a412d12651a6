import type { Construct } from 'constructs';
import { refuse } from '../app/refusal';
import { checkHost } from '../naming/object-name';
import { checkSameNamespace, type Namespaced } from '../naming/same-namespace';
import { recordLink } from '../services/links';
import type { ServicePort } from '../services/service-port';
import { Path } from './path';

/**
 * Which requests go where. The same routes can be rendered as an Ingress or as an HTTPRoute of the
 * Gateway API.
 */
export interface Route {
  /** Where the requests go: `service.port()`. */
  readonly to: ServicePort;

  /**
   * Which paths it takes.
   *
   * @default Path.prefix('/')
   */
  readonly path?: Path;

  /**
   * For which host; `*.example.org` stands for all names below.
   *
   * @default - any host
   */
  readonly host?: string;
}

/** A route with nothing left open. */
export interface CheckedRoute {
  readonly to: ServicePort;
  readonly path: Path;
  readonly host: string | undefined;
}

/** Checks routes and records their links; refused when two of them take the same requests. */
export function checkRoutes(place: Construct & Namespaced, routes: readonly Route[]): CheckedRoute[] {
  if (routes.length === 0) refuse(place, 'there is no route', 'Say which path leads to which Service');
  const taken = new Set<string>();
  return routes.map(({ to, path = Path.prefix('/'), host }) => {
    path.check(place);
    if (host !== undefined) checkHost(place, host, { wildcard: true });
    const key = `${host ?? '*'} ${path.kind === 'stripped' ? 'prefix' : path.kind} ${path.value}`;
    if (taken.has(key))
      refuse(
        place,
        `two routes take the path '${path.value}' of ${host === undefined ? 'any host' : `host '${host}'`}`,
        'Remove one of them',
      );
    taken.add(key);
    checkSameNamespace(place, `Service '${to.service.name}'`, to.service);
    recordLink(place, { from: 'outside', to: to.service.target, port: to.target });
    return { to, path, host };
  });
}

/** Refuses a canary that leads where the main routes lead already. */
export function refuseMainService(canary: Construct, to: ServicePort, routes: readonly CheckedRoute[]): void {
  if (!routes.some((route) => route.to.service === to.service)) return;
  refuse(
    canary,
    `the canary leads to Service '${to.service.name}', where the main route leads already`,
    'Lead it to the Service of the new version',
  );
}
