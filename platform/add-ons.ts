/** Something that is installed into a cluster before stacks use it. */
export interface AddOn {
  /** Its name, as the head of a manifest and a page call it. */
  readonly name: string;
  /** The release that the manifests are written for. */
  readonly version: string;
  /** The manifest that installs it. */
  readonly source: string;
  /** The Namespace that it brings; never rendered, labelled or pruned by a stack. */
  readonly namespace?: { readonly name: string };
}

/** The controller behind Ingress on kind. Retired by its maintainers; this is its last release. */
export const ingressNginx = {
  name: 'ingress-nginx',
  version: 'v1.15.1',
  source:
    'https://raw.githubusercontent.com/kubernetes/ingress-nginx/controller-v1.15.1/deploy/static/provider/kind/deploy.yaml',
  namespace: { name: 'ingress-nginx' },
} as const satisfies AddOn;

/** Addresses for Services of type LoadBalancer. */
export const metallb = {
  name: 'MetalLB',
  version: 'v0.16.1',
  source: 'https://raw.githubusercontent.com/metallb/metallb/v0.16.1/config/manifests/metallb-native.yaml',
  namespace: { name: 'metallb-system' },
} as const satisfies AddOn;

/** Certificates and issuers. */
export const certManager = {
  name: 'cert-manager',
  version: 'v1.21.1',
  source: 'https://github.com/cert-manager/cert-manager/releases/download/v1.21.1/cert-manager.yaml',
  namespace: { name: 'cert-manager' },
} as const satisfies AddOn;

/** The definitions of the Gateway API; an implementation of it comes separately. */
export const gatewayApi = {
  name: 'Gateway API',
  version: 'v1.6.1',
  source: 'https://github.com/kubernetes-sigs/gateway-api/releases/download/v1.6.1/standard-install.yaml',
} as const satisfies AddOn;

/** The controller that decrypts SealedSecrets. */
export const sealedSecrets = {
  name: 'Sealed Secrets',
  version: 'v0.36.6',
  source: 'https://github.com/bitnami-labs/sealed-secrets/releases/download/v0.36.6/controller.yaml',
  namespace: { name: 'kube-system' },
} as const satisfies AddOn;
