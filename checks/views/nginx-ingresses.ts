import type { Field } from '../model/field';
import { type KubernetesObject, keyOf } from '../model/kubernetes-object';
import type { ObjectSet } from '../model/object-set';
import { classOf, type IngressPath, NGINX, nginxAnnotation, pathsOf } from './ingress-paths';

/** What ingress-nginx makes of the Ingresses of a set. */
export interface NginxIngresses {
  /** Those that have traffic of their own. */
  readonly mains: readonly KubernetesObject[];
  /** Those that take a part of the traffic of a main one. */
  readonly canaries: readonly KubernetesObject[];
}

const CONTROLLER = 'k8s.io/ingress-nginx';
// Controllers that read annotations of ingress-nginx as well, and do other things with them.
const OTHERS = /^(traefik|higress|mse|apisix|alb|gce|gce-internal|haproxy|kong|contour|istio|cilium)$/;
// What Go's ParseBool takes for true.
const TRUE = /^(1|t|T|TRUE|true|True)$/;

/** The Ingresses that ingress-nginx takes, of every version of the API; of two with one name the first. */
export function nginxIngressesOf(set: ObjectSet): NginxIngresses {
  const controllers = new Map(
    set
      .of('IngressClass', 'networking.k8s.io')
      .map((ingressClass) => [ingressClass.name, ingressClass.field('spec', 'controller').text]),
  );
  const byKey = new Map<string, KubernetesObject>();
  for (const ingress of allIngresses(set)) {
    const key = keyOf({ group: '', kind: 'Ingress', namespace: ingress.namespace, name: ingress.name });
    if (!byKey.has(key) && isTaken(ingress, controllers, set)) byKey.set(key, ingress);
  }
  const taken = [...byKey.values()];
  return { mains: taken.filter((one) => !isMarked(one)), canaries: taken.filter(isMarked) };
}

/** Ingresses of every version of the API. */
export function allIngresses(set: ObjectSet): KubernetesObject[] {
  return ['networking.k8s.io', 'extensions'].flatMap((group) => set.of('Ingress', group));
}

/** Whether an annotation of ingress-nginx says yes, in any of the ways that it reads so. */
export function isTrue({ text }: Field): boolean {
  return text !== undefined && TRUE.test(text);
}

// A class that the set does not bring is known by its name; none at all, where nothing but kind is around the set.
function isTaken(
  ingress: KubernetesObject,
  controllers: ReadonlyMap<string, string | undefined>,
  set: ObjectSet,
): boolean {
  const keys = ingress
    .field('metadata', 'annotations')
    .entries()
    .map(([key]) => key);
  if (keys.some((key) => key.startsWith('nginx.org/'))) return false;
  const name = classOf(ingress)?.text;
  const annotated = keys.some((key) => key.startsWith(NGINX));
  if (name === undefined) return annotated || set.surroundings.complete;
  if (controllers.has(name)) return controllers.get(name) === CONTROLLER;
  return name === 'nginx' || (annotated && !OTHERS.test(name));
}

function isMarked(ingress: KubernetesObject): boolean {
  return isTrue(nginxAnnotation(ingress, 'canary'));
}

/** Paths of Ingresses, with what the controller takes where nothing is written. */
export function nginxPathsOf(ingresses: readonly KubernetesObject[]): NginxPath[] {
  return ingresses.flatMap(pathsOf).map((one) => {
    const path = one.path || '/';
    const pathType = one.pathType ?? 'ImplementationSpecific';
    const host = hostKey(one);
    return { ...one, path, pathType, hostKey: host, pathKey: `${host}\n${path}\n${pathType}` };
  });
}

/** A path as ingress-nginx reads it. */
export interface NginxPath extends IngressPath {
  readonly pathType: string;
  /** The same for paths that one server of the controller holds, in whatever Namespace. */
  readonly hostKey: string;
  /** The same for paths that exclude each other. */
  readonly pathKey: string;
}

// One controller holds those of its class, and on kind those without one.
function hostKey({ ingress, host }: IngressPath): string {
  return `${classOf(ingress)?.text ?? 'nginx'}\n${host ?? ''}`;
}

/** The rule that a path is in. */
export function ruleOf({ ingress, field }: IngressPath): Field {
  return ingress.field(...field.path.slice(0, 3));
}

/** The Service behind a path, in the words of either version of the API; undefined for a resource. */
export function serviceBehind(backend: Field): { name: string; port: number | string | undefined } | undefined {
  const name = backend.get('service', 'name').text ?? backend.get('serviceName').text;
  if (name === undefined) return undefined;
  const port = backend.get('service', 'port');
  const { value } =
    [port.get('number'), port.get('name'), backend.get('servicePort')].find(({ exists }) => exists) ?? {};
  return { name, port: typeof value === 'number' || typeof value === 'string' ? value : undefined };
}

/** A host in words. */
export function hostInWords(host: string | undefined): string {
  return host === undefined ? 'any host' : `host '${host}'`;
}
