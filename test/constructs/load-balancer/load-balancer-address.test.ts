import {
  AddressNetwork,
  AddressPool,
  AddressRange,
  Deployment,
  Exposure,
  type LoadBalancerAddress,
  Port,
} from '../../../constructs';
import { only, refusalOf, synth, type TestStack } from '../../synth';

const DNS = Port.udp('dns', 53);
const DNS_TCP = Port.tcp('dns-tcp', 53);
const METRICS = Port.tcp('metrics', 9153);

function publish(stack: TestStack, address: LoadBalancerAddress, services: Readonly<Record<string, Port>>): void {
  const pods = new Deployment(stack, 'dns', {
    containers: [{ name: 'dns', image: 'coredns/coredns:1.11.1', ports: [DNS, DNS_TCP, METRICS] }],
  });
  for (const [name, target] of Object.entries(services))
    pods.expose(name, Exposure.loadBalancer({ target }).at(address));
}

function poolIn(stack: TestStack): AddressPool {
  const range = AddressRange.parse('RANGE', '172.18.255.1-172.18.255.9');
  return new AddressPool(stack, 'pool', { network: new AddressNetwork(range), range });
}

const alone = (services: Readonly<Record<string, Port>>) => (stack: TestStack) =>
  publish(stack, poolIn(stack).address('172.18.255.1'), services);

const shared = (services: Readonly<Record<string, Port>>) => (stack: TestStack) =>
  publish(stack, poolIn(stack).sharedAddress('172.18.255.2', 'coredns'), services);

describe('LoadBalancerAddress', () => {
  test('of one Service is asked for with an annotation', () => {
    expect(only(synth(alone({ one: DNS })), 'Service').metadata.annotations).toEqual({
      'metallb.io/loadBalancerIPs': '172.18.255.1',
    });
  });

  test('can be shared by Services with different ports or protocols', () => {
    const manifests = synth(shared({ udp: DNS, tcp: DNS_TCP, metrics: METRICS }));
    expect(['udp', 'tcp', 'metrics'].map((name) => only(manifests, 'Service', name).metadata.annotations)).toEqual(
      Array(3).fill({ 'metallb.io/allow-shared-ip': 'coredns', 'metallb.io/loadBalancerIPs': '172.18.255.2' }),
    );
  });

  test('fails for a second Service when it is not shared', () => {
    expect(refusalOf(alone({ one: DNS, other: METRICS }))).toBe(
      'test/dns/other: the address 172.18.255.1 is taken by test/dns/one. Take another one, or share it with pool.sharedAddress.',
    );
  });

  test('fails for two Services with the same port and protocol', () => {
    expect(refusalOf(shared({ metrics: METRICS, one: DNS, other: DNS }))).toBe(
      'test/dns/other: port 53/UDP of the shared address 172.18.255.2 is taken by test/dns/one. Expose another port, or take another address.',
    );
  });

  test('fails when the second of several ports is taken', () => {
    expect(
      refusalOf((stack) => {
        const address = poolIn(stack).sharedAddress('172.18.255.2', 'coredns');
        publish(stack, address, { one: DNS_TCP });
        const pods = new Deployment(stack, 'web', {
          containers: [{ name: 'web', image: 'busybox:1.37.0', ports: [METRICS, DNS_TCP] }],
        });
        pods.expose('other', Exposure.loadBalancer({ target: METRICS }, { target: DNS_TCP }).at(address));
      }),
    ).toBe(
      'test/web/other: port 53/TCP of the shared address 172.18.255.2 is taken by test/dns/one. Expose another port, or take another address.',
    );
  });
});
