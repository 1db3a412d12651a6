import { ingressNginx } from './add-ons';

/** Pods that the cluster or an add-on brings, as a Service or a policy can select them. */
interface ForeignPods {
  readonly name: string;
  readonly in: { readonly name: string };
  readonly selector: Readonly<Record<string, string>>;
  readonly ports: readonly { readonly name: string; readonly number?: number; readonly protocol: 'TCP' | 'UDP' }[];
}

const dnsUdp = { name: 'dns', number: 53, protocol: 'UDP' } as const;
const dnsTcp = { name: 'dns-tcp', number: 53, protocol: 'TCP' } as const;

/** CoreDNS, which resolves names in every kind cluster. */
export const coreDns = {
  name: 'CoreDNS',
  in: { name: 'kube-system' },
  selector: { 'k8s-app': 'kube-dns' },
  ports: [dnsUdp, dnsTcp],
  udp: dnsUdp,
  tcp: dnsTcp,
} as const satisfies ForeignPods & Record<string, unknown>;

const http = { name: 'http', protocol: 'TCP' } as const;
const https = { name: 'https', protocol: 'TCP' } as const;

/** The controller of ingress-nginx; its ports are known by name. */
export const ingressController = {
  name: 'the controller of ingress-nginx',
  in: ingressNginx.namespace,
  selector: {
    'app.kubernetes.io/name': 'ingress-nginx',
    'app.kubernetes.io/instance': 'ingress-nginx',
    'app.kubernetes.io/component': 'controller',
  },
  ports: [http, https],
  http,
  https,
} as const satisfies ForeignPods & Record<string, unknown>;
