import { dataKey, host, label, label1035, pathSegment, portName, type Syntax, subdomain } from '../facts/name-syntax';
import { minorOf } from '../facts/removed-versions';
import type { Field } from '../model/field';
import type { KubernetesObject } from '../model/kubernetes-object';
import type { ObjectSet } from '../model/object-set';
import { PodTemplate } from '../model/pod-template';

/** A name that somebody gave, and how it has to be written. */
export interface GivenName {
  readonly field: Field;
  /** Undefined where it is not there, or no text. */
  readonly name: string | undefined;
  /** What it is, in words: `the name of a container`. */
  readonly what: string;
  readonly syntax: Syntax;
}

const RELAXED_SERVICES = 36;
// Names that are part of a path and of nothing else, or have a form of their own.
const PATHS = new Set(['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding', 'CertificateSigningRequest']);
const OWN_FORM = new Set(['IPAddress', 'ClusterTrustBundle', 'APIService', 'Event', 'Node', 'FlowSchema']);

/** Every name that an object of Kubernetes gives: its own, and those inside it. */
export function namesIn(object: KubernetesObject, set: ObjectSet): GivenName[] {
  return [...ownName(object, set), ...inPods(object), ...inService(object), ...inIngress(object), ...inData(object)];
}

function ownName(object: KubernetesObject, set: ObjectSet): GivenName[] {
  const field = object.field('metadata', 'name');
  const namespace = object.field('metadata', 'namespace');
  const names = OWN_FORM.has(object.kind)
    ? []
    : [given(field, `the name of the ${object.kind}`, syntaxOf(object, set))];
  return namespace.text ? [...names, given(namespace, `the namespace of ${object}`, label)] : names;
}

function syntaxOf({ kind }: KubernetesObject, set: ObjectSet): Syntax {
  if (PATHS.has(kind)) return pathSegment;
  if (kind === 'Service') return minorOf(set.surroundings.kubernetes) >= RELAXED_SERVICES ? label : label1035;
  return kind === 'Namespace' ? label : subdomain;
}

function inPods(object: KubernetesObject): GivenName[] {
  return PodTemplate.of(object).flatMap((pod) => {
    const ports = pod.allContainers.flatMap((container) => container.get('ports').items());
    return [
      ...named(pod.allContainers, 'the name of a container', label),
      ...named(pod.spec.get('volumes').items(), 'the name of a volume', label),
      ...named(ports, 'the name of a port', portName),
      ...['hostname', 'subdomain'].map((key) => given(pod.spec.get(key), `the ${key} of the pod`, label)),
    ];
  });
}

function inService(object: KubernetesObject): GivenName[] {
  if (object.kind !== 'Service') return [];
  return named(object.field('spec', 'ports').items(), 'the name of a port', label);
}

function inIngress(object: KubernetesObject): GivenName[] {
  if (object.kind !== 'Ingress') return [];
  const rules = object.field('spec', 'rules').items();
  const hosts = object
    .field('spec', 'tls')
    .items()
    .flatMap((tls) => tls.get('hosts').items());
  return [...rules.map((rule) => rule.get('host')), ...hosts]
    .filter(({ text }) => text !== '')
    .map((field) => given(field, 'a host', host));
}

function inData(object: KubernetesObject): GivenName[] {
  if (object.kind !== 'ConfigMap' && object.kind !== 'Secret') return [];
  return ['data', 'stringData', 'binaryData'].flatMap((key) =>
    object
      .field(key)
      .entries()
      .map(([name, field]) => ({ field, name, what: `a key of ${object}`, syntax: dataKey })),
  );
}

function named(fields: readonly Field[], what: string, syntax: Syntax): GivenName[] {
  return fields.map((field) => given(field.get('name'), what, syntax));
}

function given(field: Field, what: string, syntax: Syntax): GivenName {
  return { field, name: field.text, what, syntax };
}
