import type { Field } from '../model/field';
import { grouped } from '../model/grouped';
import type { KubernetesObject } from '../model/kubernetes-object';
import type { ObjectSet } from '../model/object-set';
import { pathsOf } from './ingress-paths';
import { allIngresses } from './nginx-ingresses';

/** A Service that an Ingress leads to. */
export interface IngressBackend {
  readonly ingress: KubernetesObject;
  /** The field that names the Service. */
  readonly service: Field;
  readonly name: string;
  /** The field that names its port. */
  readonly port: Field;
  /** The port, by number or name; undefined where nothing is written. */
  readonly wanted: number | string | undefined;
}

/** A name in place of a port by which the controller of AWS says that an annotation describes the backend. */
const BY_ANNOTATION = 'use-annotation';

/** The Services that Ingresses of every version of the API lead to. */
export function ingressBackends(set: ObjectSet): IngressBackend[] {
  return allIngresses(set).flatMap((ingress) => {
    const defaults = [ingress.field('spec', 'defaultBackend'), ingress.field('spec', 'backend')];
    return [...defaults, ...pathsOf(ingress).map(({ backend }) => backend)].flatMap((backend) =>
      backendOf(ingress, backend),
    );
  });
}

function backendOf(ingress: KubernetesObject, backend: Field): IngressBackend[] {
  const service = [backend.get('service', 'name'), backend.get('serviceName')].find(({ text }) => text);
  if (service?.text === undefined) return [];
  const ports = [backend.get('service', 'port', 'number'), backend.get('service', 'port', 'name')];
  const port = [...ports, backend.get('servicePort')].find(({ exists }) => exists);
  const wanted = typeof port?.value === 'number' || typeof port?.value === 'string' ? port.value : undefined;
  if (wanted === BY_ANNOTATION) return [];
  return [{ ingress, service, name: service.text, port: port ?? service, wanted }];
}

/** The backends that are one to somebody who mends them: of one Ingress, with the same answer. */
export function groupBackends(
  backends: readonly IngressBackend[],
  answer: (backend: IngressBackend) => string,
): IngressBackend[][] {
  const keyOf = (backend: IngressBackend) => {
    const { namespace, name, source } = backend.ingress;
    return [source.file, namespace, name, answer(backend)].join('\n');
  };
  return [...grouped(backends, keyOf).values()];
}
