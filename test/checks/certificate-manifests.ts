/** What a test varies of an issuer or a Certificate. */
export interface CertificateOptions {
  /** @default - web */
  readonly name?: string;
  /** @default - none */
  readonly namespace?: string;
  /** @default - web-tls */
  readonly secretName?: string;
  /** @default - web.localhost */
  readonly dnsNames?: string;
  /** What follows `name:` of the reference to the issuer, on lines of its own. @default - ca */
  readonly issuer?: string;
}

/** A Certificate. */
export function certificate(options: CertificateOptions = {}): string {
  const { name = 'web', namespace, secretName = 'web-tls', dnsNames = 'web.localhost', issuer = 'ca' } = options;
  return `
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: ${name}${inNamespace(namespace)}
spec:
  secretName: ${secretName}
  dnsNames: [${dnsNames}]
  issuerRef:
    name: ${issuer}
`;
}

/** An Issuer, or a ClusterIssuer where it has no Namespace but `cluster`. */
export function issuer(name: string, namespace: string | undefined, spec = 'selfSigned: {}'): string {
  const isOfCluster = namespace === 'cluster';
  return `
---
apiVersion: cert-manager.io/v1
kind: ${isOfCluster ? 'ClusterIssuer' : 'Issuer'}
metadata:
  name: ${name}${inNamespace(isOfCluster ? undefined : namespace)}
spec:
  ${spec}
`;
}

/** A Secret with a key and a certificate. */
export function tlsSecret(name: string, namespace?: string): string {
  return `
---
apiVersion: v1
kind: Secret
metadata:
  name: ${name}${inNamespace(namespace)}
type: kubernetes.io/tls
data: {tls.crt: Zm9v, tls.key: Zm9v}
`;
}

/** An Ingress with TLS. */
export function tlsIngress(tls: string, { name = 'web', host = 'web.localhost', annotation = '' } = {}): string {
  return `
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ${name}
  ${annotation === '' ? '# nothing annotated' : `annotations:\n    ${annotation}`}
spec:
  ingressClassName: nginx
  tls:
    - ${tls}
  rules:
    - host: ${host}
`;
}

/** A resource of an operator, in a Namespace. */
export function operated(namespace = 'default'): string {
  return `
---
apiVersion: example.com/v1
kind: Vault
metadata: {name: vault, namespace: ${namespace}}
`;
}

function inNamespace(namespace: string | undefined): string {
  return namespace === undefined ? '' : `\n  namespace: ${namespace}`;
}
