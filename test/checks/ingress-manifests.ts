/** What a test varies of an Ingress. */
export interface IngressOptions {
  /** @default - web */
  readonly name?: string;
  /** @default - none */
  readonly namespace?: string;
  /** Class, or another field of its spec. @default - nginx */
  readonly spec?: string;
  /** Annotations of ingress-nginx, without the prefix. @default - none */
  readonly nginx?: readonly string[];
  /** Other annotations. @default - none */
  readonly annotations?: readonly string[];
  /** @default - none */
  readonly host?: string;
  /** Path and what follows it on its line. @default - /web */
  readonly path?: string;
  /** @default - Prefix */
  readonly type?: string;
  /** @default - the name */
  readonly service?: string;
  /** A name or a number of its port. @default - number: 80 */
  readonly port?: string;
}

/** An Ingress with one path. */
export function ingress(options: IngressOptions = {}): string {
  const { name = 'web', namespace, spec = 'ingressClassName: nginx', nginx = [], annotations = [] } = options;
  const { host, path = '/web', type = 'Prefix', service = name, port = 'number: 80' } = options;
  const all = [...nginx.map((one) => `nginx.ingress.kubernetes.io/${one}`), ...annotations];
  return `
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ${name}${namespace === undefined ? '' : `\n  namespace: ${namespace}`}
  ${all.length === 0 ? '# nothing annotated' : ['annotations:', ...all].join('\n    ')}
spec:
  ${spec}
  rules:
    - ${host === undefined ? '# any host' : `host: ${host}`}
      http:
        paths:
          - path: ${path}
            pathType: ${type}
            backend:
              service:
                name: ${service}
                port:
                  ${port}
`;
}

/** A canary for the same path. */
export function canary(options: IngressOptions = {}): string {
  const { nginx = ['canary-weight: "10"'] } = options;
  return ingress({ name: 'web-canary', ...options, nginx: ['canary: "true"', ...nginx] });
}
