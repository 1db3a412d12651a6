import type { Field } from '../model/field';
import type { KubernetesObject } from '../model/kubernetes-object';
import type { ObjectSet } from '../model/object-set';

/** Prefix of the annotations that ingress-nginx reads. */
export const NGINX = 'nginx.ingress.kubernetes.io/';

/** One path of an Ingress. */
export interface IngressPath {
  readonly ingress: KubernetesObject;
  /** The rule that it is in; its `host` is any for none. */
  readonly host: string | undefined;
  readonly field: Field;
  readonly path: string;
  readonly pathType: string | undefined;
  /** The backend, a Service with a port or a resource. */
  readonly backend: Field;
}

/** Ingresses of today's API; of older ones the rules of the schema speak. */
export function ingressesOf(set: ObjectSet): readonly KubernetesObject[] {
  return set.of('Ingress', 'networking.k8s.io').filter(({ version }) => version === 'v1');
}

/** Every path of an Ingress, in the order of the manifest. */
export function pathsOf(ingress: KubernetesObject): IngressPath[] {
  return ingress
    .field('spec', 'rules')
    .items()
    .flatMap((rule) =>
      rule
        .get('http', 'paths')
        .items()
        .map((field) => ({
          ingress,
          host: rule.get('host').text || undefined,
          field,
          path: field.get('path').text || '/',
          pathType: field.get('pathType').text,
          backend: field.get('backend'),
        })),
    );
}

/** An annotation of ingress-nginx, without its prefix. */
export function nginxAnnotation(ingress: KubernetesObject, name: string): Field {
  return ingress.field('metadata', 'annotations', `${NGINX}${name}`);
}

/** The class of an Ingress, by the field or by the old annotation; undefined where the default one takes it. */
export function classOf(ingress: KubernetesObject): Field | undefined {
  const fields = [
    ingress.field('spec', 'ingressClassName'),
    ingress.field('metadata', 'annotations', 'kubernetes.io/ingress.class'),
  ];
  return fields.find(({ text }) => text !== undefined && text !== '');
}
