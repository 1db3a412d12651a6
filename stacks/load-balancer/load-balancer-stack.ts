import type { Construct } from 'constructs';
import {
  AddressNetwork,
  AddressPool,
  type AddressRange,
  Exposure,
  Service,
  Stack,
  type StackProps,
} from '../../constructs';
import { ingressNginx, metallb } from '../../platform/add-ons';
import { coreDns, ingressController } from '../../platform/pods';
import { RESERVED_ADDRESSES } from '../settings';

/** What the stack can be told. */
export interface LoadBalancerStackProps extends StackProps {
  /** Network of the nodes. */
  readonly network: AddressRange;
  /** Addresses for load balancers; the first ones are kept for Services that name theirs. */
  readonly addresses: AddressRange;
}

const DNS_POSITION = 10;

/** The networks homework: addresses for Services on a cluster without a cloud. */
export class LoadBalancerStack extends Stack {
  public readonly title = 'addresses for Services on a cluster without a cloud';
  public readonly needs = [metallb, ingressNginx];

  public constructor(scope: Construct, id: string, props: LoadBalancerStackProps) {
    super(scope, id, props);
    const network = new AddressNetwork(props.network);
    const [named, automatic] = props.addresses.split(this, RESERVED_ADDRESSES);
    const namespace = metallb.namespace;
    new AddressPool(this, 'default', { namespace, network, range: automatic });
    const reserved = new AddressPool(this, 'reserved', { namespace, network, range: named, autoAssign: false });

    const dns = reserved.sharedAddress(named.nth(this, DNS_POSITION), 'coredns');
    new Service(this, 'coredns-svc-lb-udp', {
      target: coreDns,
      exposure: Exposure.loadBalancer({ target: coreDns.udp }).at(dns),
    });
    new Service(this, 'coredns-svc-lb-tcp', {
      target: coreDns,
      exposure: Exposure.loadBalancer({ target: coreDns.tcp }).at(dns),
    });

    const { http, https } = ingressController;
    new Service(this, 'ingress-nginx', {
      target: ingressController,
      exposure: Exposure.loadBalancer({ port: 80, target: http }, { port: 443, target: https }).keepingClientAddress(),
    });
  }
}
