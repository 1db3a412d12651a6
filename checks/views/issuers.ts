import type { Field } from '../model/field';
import type { KubernetesObject } from '../model/kubernetes-object';
import type { ObjectSet } from '../model/object-set';
import type { Reference } from '../model/reference';
import { allIngresses } from './nginx-ingresses';

/** Group of cert-manager, and the prefix of its annotations. */
export const CERT_MANAGER = 'cert-manager.io';

const CLUSTER = `${CERT_MANAGER}/cluster-issuer`;
const NAMESPACED = `${CERT_MANAGER}/issuer`;

/** The annotations by which an Ingress or a Gateway asks cert-manager for its certificates, the wider one first. */
export function issuerAnnotations(object: KubernetesObject): Field[] {
  return [CLUSTER, NAMESPACED]
    .map((key) => object.field('metadata', 'annotations', key))
    .filter(({ text }) => text !== undefined);
}

/** Every issuer that somebody names: Certificates, requests, and what is annotated. */
export function issuerReferences(set: ObjectSet): Reference[] {
  const certificates = ['Certificate', 'CertificateRequest'].flatMap((kind) => set.of(kind, CERT_MANAGER));
  const annotated = [...allIngresses(set), ...set.of('Gateway', 'gateway.networking.k8s.io')];
  return [...certificates.map(ofCertificate), ...annotated.flatMap((one) => issuerAnnotations(one).map(ofAnnotation))];
}

function ofCertificate(object: KubernetesObject): Reference {
  const reference = object.field('spec', 'issuerRef');
  const kind = reference.get('kind').text || 'Issuer';
  return {
    at: reference.get('name'),
    group: reference.get('group').text || CERT_MANAGER,
    kind,
    namespace: kind === 'ClusterIssuer' ? undefined : object.namespace,
    name: reference.get('name').text ?? '',
  };
}

function ofAnnotation(at: Field): Reference {
  const { object } = at;
  const said = (end: string) => object.field('metadata', 'annotations', `${NAMESPACED}-${end}`).text;
  const kind = at.path.at(-1) === CLUSTER ? 'ClusterIssuer' : (said('kind') ?? 'Issuer');
  return {
    at,
    group: said('group') ?? CERT_MANAGER,
    kind,
    namespace: kind === 'ClusterIssuer' ? undefined : object.namespace,
    name: at.text ?? '',
  };
}
