import type { Manifest } from '../../constructs';
import { at, only } from '../synth';
import { manifestsOf, type ServiceContract, stackOf, testContract } from './contract';

const coreDns = { type: 'LoadBalancer', namespace: 'kube-system', selector: { 'k8s-app': 'kube-dns' } } as const;

const services: Record<string, ServiceContract> = {
  'coredns-svc-lb-udp': { ...coreDns, ports: ['dns 53->53/UDP'] },
  'coredns-svc-lb-tcp': { ...coreDns, ports: ['dns-tcp 53->53/TCP'] },
  'ingress-nginx': {
    type: 'LoadBalancer',
    namespace: 'ingress-nginx',
    selector: {
      'app.kubernetes.io/name': 'ingress-nginx',
      'app.kubernetes.io/instance': 'ingress-nginx',
      'app.kubernetes.io/component': 'controller',
    },
    ports: ['http 80->http/TCP', 'https 443->https/TCP'],
  },
};

const COREDNS = ['coredns-svc-lb-udp', 'coredns-svc-lb-tcp'];

function testPools(manifests: readonly Manifest[], automatic: string, reserved: string): void {
  test.each([
    ['default', { addresses: [automatic] }],
    ['reserved', { addresses: [reserved], autoAssign: false }],
  ])('pool %s', (name, spec) => {
    const pool = only(manifests, 'IPAddressPool', name);
    const advertisement = only(manifests, 'L2Advertisement', name);
    expect(pool.spec).toEqual(spec);
    expect(advertisement.spec).toEqual({ ipAddressPools: [name] });
    expect([pool.apiVersion, advertisement.apiVersion]).toEqual(['metallb.io/v1beta1', 'metallb.io/v1beta1']);
  });
}

function testSharedAddress(manifests: readonly Manifest[], address: string): void {
  test(`shares ${address} between the two Services of CoreDNS`, () => {
    const annotations = COREDNS.map((name) => only(manifests, 'Service', name).metadata.annotations);
    const shared = { 'metallb.io/allow-shared-ip': 'coredns', 'metallb.io/loadBalancerIPs': address };
    expect(annotations).toEqual([shared, shared]);
  });
}

function testLegacyRange(manifests: readonly Manifest[], range: string): void {
  test(`lists ${range} in the old form`, () => {
    const lines = ['address-pools:', '  - name: default', '    protocol: layer2', '    addresses:', `      - ${range}`];
    expect(only(manifests, 'ConfigMap', 'config').data).toEqual({ config: `${lines.join('\n')}\n` });
  });
}

describe('load-balancer', () => {
  testContract('load-balancer', {
    needs: ['MetalLB', 'ingress-nginx'],
    objects: [
      'IPAddressPool metallb-system/default',
      'IPAddressPool metallb-system/reserved',
      'L2Advertisement metallb-system/default',
      'L2Advertisement metallb-system/reserved',
      'Service kube-system/coredns-svc-lb-udp',
      'Service kube-system/coredns-svc-lb-tcp',
      'Service ingress-nginx/ingress-nginx',
    ],
    services,
  });

  const manifests = manifestsOf('load-balancer');
  testPools(manifests, '172.18.255.20-172.18.255.250', '172.18.255.1-172.18.255.19');
  testSharedAddress(manifests, '172.18.255.10');

  test.each(COREDNS)('%s names its address in the annotation alone', (name) => {
    expect(at(only(manifests, 'Service', name), 'spec.loadBalancerIP')).toBeUndefined();
  });

  test('keeps the address of the client for ingress-nginx, and gives it any address of the pool', () => {
    const service = only(manifests, 'Service', 'ingress-nginx');
    expect(at(service, 'spec.externalTrafficPolicy')).toBe('Local');
    expect(service.metadata.annotations).toBeUndefined();
  });

  test('is this YAML', () => {
    expect(stackOf('load-balancer').toJson()).toMatchSnapshot();
  });
});

describe('load-balancer-legacy', () => {
  testContract('load-balancer-legacy', { needs: ['MetalLB'], objects: ['ConfigMap metallb-system/config'] });

  testLegacyRange(manifestsOf('load-balancer-legacy'), '172.18.255.1-172.18.255.250');

  test('takes the place of the main form', () => {
    expect(stackOf('load-balancer-legacy').replaces?.name).toBe('load-balancer');
  });
});

describe('with another network and range', () => {
  const variables = { NETWORK: '10.89.0.0/24', ADDRESSES: '10.89.0.101-10.89.0.150' };
  const manifests = manifestsOf('load-balancer', variables);
  testPools(manifests, '10.89.0.120-10.89.0.150', '10.89.0.101-10.89.0.119');
  testSharedAddress(manifests, '10.89.0.110');
  testLegacyRange(manifestsOf('load-balancer-legacy', variables), '10.89.0.101-10.89.0.150');
});
