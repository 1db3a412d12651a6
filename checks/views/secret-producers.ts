import type { KubernetesObject } from '../model/kubernetes-object';
import type { ObjectSet } from '../model/object-set';

/** Somebody who makes a Secret, and the keys that it will have. */
export interface SecretProducer {
  readonly object: KubernetesObject;
  /** Undefined where nobody can know them. */
  readonly keys: ReadonlySet<string> | undefined;
}

const TLS_KEYS = new Set(['tls.crt', 'tls.key', 'ca.crt']);
const ISSUER = /^cert-manager\.io\/(cluster-)?issuer(-name)?$|^kubernetes\.io\/tls-acme$/;

/** Who makes each Secret of a set: Secrets, SealedSecrets, ExternalSecrets, Certificates, annotated Ingresses and Gateways. */
export class SecretProducers {
  private readonly byName = new Map<string, SecretProducer[]>();

  constructor(set: ObjectSet) {
    for (const object of set.objects) for (const [name, keys] of secretsOf(object)) this.add(object, name, keys);
  }

  /** Everybody who makes the Secret of this name. */
  public of(namespace: string | undefined, name: string): readonly SecretProducer[] {
    return this.byName.get(`${namespace}\n${name}`) ?? [];
  }

  private add(object: KubernetesObject, name: string, keys: ReadonlySet<string> | undefined): void {
    const key = `${object.namespace}\n${name}`;
    this.byName.set(key, [...(this.byName.get(key) ?? []), { object, keys }]);
  }
}

type Made = [name: string, keys: ReadonlySet<string> | undefined];

type Maker = (object: KubernetesObject) => Made[];

const keysAt = (object: KubernetesObject, ...paths: string[][]) =>
  new Set(paths.flatMap((path) => object.field(...path).entries()).map(([key]) => key));

// By group and kind; of an ExternalSecret nobody here knows what its store holds.
const MAKERS: Readonly<Record<string, Maker>> = {
  '/Secret': (object) => [[object.name, isFilledLater(object) ? undefined : keysAt(object, ['data'], ['stringData'])]],
  // The controller gives the Secret its own name, whatever the template says.
  'bitnami.com/SealedSecret': (object) => [
    [object.name, keysAt(object, ['spec', 'encryptedData'], ['spec', 'template', 'data'])],
  ],
  'external-secrets.io/ExternalSecret': (object) => [
    [object.field('spec', 'target', 'name').text ?? object.name, undefined],
  ],
  'cert-manager.io/Certificate': (object) => {
    const name = object.field('spec', 'secretName').text;
    return name === undefined ? [] : [[name, hasMoreKeys(object) ? undefined : TLS_KEYS]];
  },
  'networking.k8s.io/Ingress': bySolver,
  'gateway.networking.k8s.io/Gateway': bySolver,
};

function secretsOf(object: KubernetesObject): Made[] {
  return MAKERS[`${object.group}/${object.kind}`]?.(object) ?? [];
}

// Keystores and other forms of the same come in keys of their own.
function hasMoreKeys(certificate: KubernetesObject): boolean {
  return ['keystores', 'additionalOutputFormats'].some((name) => certificate.field('spec', name).exists);
}

// The tokens of a ServiceAccount are written by the cluster.
function isFilledLater(object: KubernetesObject): boolean {
  return object.field('type').text === 'kubernetes.io/service-account-token';
}

function bySolver(object: KubernetesObject): Made[] {
  const annotated = object
    .field('metadata', 'annotations')
    .entries()
    .some(([key]) => ISSUER.test(key));
  if (!annotated) return [];
  const ingress = object
    .field('spec', 'tls')
    .items()
    .map((tls) => tls.get('secretName').text);
  const gateway = object
    .field('spec', 'listeners')
    .items()
    .flatMap((listener) => listener.get('tls', 'certificateRefs').items())
    .map((reference) => reference.get('name').text);
  return [...ingress, ...gateway].flatMap((name): Made[] => (name === undefined ? [] : [[name, TLS_KEYS]]));
}
