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
  /** Kinds that it adds to the API, as `kubectl get crd` lists them: those that stacks write. */
  readonly definitions: readonly string[];
  /** What runs in its Namespace once it is ready, as `kubectl rollout status` takes it. */
  readonly workloads: readonly string[];
}

/** The controller behind Ingress on kind. Retired by its maintainers; this is its last release. */
export const ingressNginx = {
  name: 'ingress-nginx',
  version: 'v1.15.1',
  source:
    'https://raw.githubusercontent.com/kubernetes/ingress-nginx/controller-v1.15.1/deploy/static/provider/kind/deploy.yaml',
  namespace: { name: 'ingress-nginx' },
  definitions: [],
  workloads: ['deployment/ingress-nginx-controller'],
} as const satisfies AddOn;

/** Addresses for Services of type LoadBalancer. */
export const metallb = {
  name: 'MetalLB',
  version: 'v0.16.1',
  source: 'https://raw.githubusercontent.com/metallb/metallb/v0.16.1/config/manifests/metallb-native.yaml',
  namespace: { name: 'metallb-system' },
  definitions: ['ipaddresspools.metallb.io', 'l2advertisements.metallb.io'],
  workloads: ['deployment/controller', 'daemonset/speaker'],
} as const satisfies AddOn;

/** Certificates and issuers. */
export const certManager = {
  name: 'cert-manager',
  version: 'v1.21.1',
  source: 'https://github.com/cert-manager/cert-manager/releases/download/v1.21.1/cert-manager.yaml',
  namespace: { name: 'cert-manager' },
  definitions: ['certificates.cert-manager.io', 'clusterissuers.cert-manager.io', 'issuers.cert-manager.io'],
  workloads: ['deployment/cert-manager', 'deployment/cert-manager-webhook', 'deployment/cert-manager-cainjector'],
} as const satisfies AddOn;

/** The definitions of the Gateway API; an implementation of it comes separately. */
export const gatewayApi = {
  name: 'Gateway API',
  version: 'v1.6.1',
  source: 'https://github.com/kubernetes-sigs/gateway-api/releases/download/v1.6.1/standard-install.yaml',
  definitions: [
    'gatewayclasses.gateway.networking.k8s.io',
    'gateways.gateway.networking.k8s.io',
    'httproutes.gateway.networking.k8s.io',
  ],
  workloads: [],
} as const satisfies AddOn;

/**
 * An implementation of the Gateway API, whose definitions come with it: they and those of `gatewayApi`
 * exclude each other. Its class is made by `gateway-class.yaml`.
 */
export const envoyGateway = {
  name: 'Envoy Gateway',
  version: 'v1.9.2',
  source: 'https://github.com/envoyproxy/gateway/releases/download/v1.9.2/install.yaml',
  namespace: { name: 'envoy-gateway-system' },
  definitions: gatewayApi.definitions,
  workloads: ['deployment/envoy-gateway'],
} as const satisfies AddOn;

/** The controller that decrypts SealedSecrets. */
export const sealedSecrets = {
  name: 'Sealed Secrets',
  version: 'v0.36.6',
  source: 'https://github.com/bitnami-labs/sealed-secrets/releases/download/v0.36.6/controller.yaml',
  namespace: { name: 'kube-system' },
  definitions: ['sealedsecrets.bitnami.com'],
  workloads: ['deployment/sealed-secrets-controller'],
} as const satisfies AddOn;
