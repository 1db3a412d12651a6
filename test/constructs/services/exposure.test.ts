import { AddressNetwork, AddressPool, AddressRange, Exposure, Port, Service } from '../../../constructs';
import { at, only, refusalOf, synth, type TestStack } from '../../synth';
import { http, metrics, pods } from './pods';

const ADDRESS = '172.18.255.1';

function specOf(exposure: Exposure): unknown {
  return at(
    only(
      synth((stack) => new Service(stack, 'svc', { target: pods(http), exposure })),
      'Service',
    ),
    'spec',
  );
}

function poolOf(stack: TestStack): AddressPool {
  const network = new AddressNetwork(AddressRange.parse('network', '172.18.0.0/16'));
  return new AddressPool(stack, 'pool', { network, range: AddressRange.parse('range', `${ADDRESS}-172.18.255.9`) });
}

describe('Exposure', () => {
  const selector = { app: 'web' };

  test.each([
    ['clusterIp', Exposure.clusterIp(), {}],
    ['headless', Exposure.headless(), { clusterIP: 'None' }],
    ['loadBalancer', Exposure.loadBalancer(), { type: 'LoadBalancer' }],
  ])('%s without a port publishes the only port of the pods', (_name, exposure, type) => {
    expect(specOf(exposure)).toEqual({ ...type, selector, ports: [{ name: 'http', port: 8000 }] });
  });

  test.each([
    ['clusterIp', Exposure.clusterIp({ port: 80 }), {}],
    ['loadBalancer', Exposure.loadBalancer({ port: 80 }), { type: 'LoadBalancer' }],
  ])('%s maps a port', (_name, exposure, type) => {
    expect(specOf(exposure)).toEqual({ ...type, selector, ports: [{ name: 'http', port: 80, targetPort: 'http' }] });
  });

  test('headless takes the number of the pods and a name', () => {
    expect(specOf(Exposure.headless({ port: 8000, name: 'web' }))).toMatchObject({
      ports: [{ name: 'web', port: 8000 }],
    });
  });

  test('headless takes any number for a port that is known by name', () => {
    const target = pods({ name: 'http', protocol: 'TCP' });
    const exposure = Exposure.headless({ port: 80 });
    expect(
      at(
        only(
          synth((stack) => new Service(stack, 'svc', { target, exposure })),
          'Service',
        ),
        'spec.ports',
      ),
    ).toEqual([{ name: 'http', port: 80, targetPort: 'http' }]);
  });

  test('keepingClientAddress asks for the local traffic policy', () => {
    expect(specOf(Exposure.loadBalancer({ port: 80 }).keepingClientAddress())).toEqual({
      type: 'LoadBalancer',
      externalTrafficPolicy: 'Local',
      selector,
      ports: [{ name: 'http', port: 80, targetPort: 'http' }],
    });
  });

  test('at takes an address beside the annotations of the Service', () => {
    const manifests = synth((stack) => {
      const exposure = Exposure.loadBalancer({ port: 80 }).at(poolOf(stack).address(ADDRESS));
      new Service(stack, 'svc', { target: pods(http), exposure, annotations: { owner: 'team' } });
    });
    const { metadata, spec } = only(manifests, 'Service');
    expect(metadata.annotations).toEqual({ owner: 'team', 'metallb.io/loadBalancerIPs': ADDRESS });
    expect(spec).toEqual({ type: 'LoadBalancer', selector, ports: [{ name: 'http', port: 80, targetPort: 'http' }] });
  });

  test.each([
    ['before', (exposure: Exposure, pool: AddressPool) => exposure.keepingClientAddress().at(pool.address(ADDRESS))],
    ['after', (exposure: Exposure, pool: AddressPool) => exposure.at(pool.address(ADDRESS)).keepingClientAddress()],
  ])('keepingClientAddress can be said %s the address', (_when, choose) => {
    const manifests = synth(
      (stack) =>
        new Service(stack, 'svc', { target: pods(http), exposure: choose(Exposure.loadBalancer(), poolOf(stack)) }),
    );
    const { metadata, spec } = only(manifests, 'Service');
    expect(metadata.annotations).toEqual({ 'metallb.io/loadBalancerIPs': ADDRESS });
    expect(spec).toMatchObject({ type: 'LoadBalancer', externalTrafficPolicy: 'Local' });
  });

  test('two Services meet at a shared address on ports of their own', () => {
    const dns = Port.udp('http', 8000);
    const manifests = synth((stack) => {
      const exposure = Exposure.loadBalancer().at(poolOf(stack).sharedAddress(ADDRESS, 'web'));
      new Service(stack, 'tcp', { target: pods(http), exposure });
      new Service(stack, 'udp', { target: pods(dns), exposure });
    });
    const annotations = { 'metallb.io/allow-shared-ip': 'web', 'metallb.io/loadBalancerIPs': ADDRESS };
    expect(only(manifests, 'Service', 'tcp').metadata.annotations).toEqual(annotations);
    expect(only(manifests, 'Service', 'udp').metadata.annotations).toEqual(annotations);
  });

  test('fails when two Services meet at a shared address on one port', () => {
    expect(
      refusalOf((stack) => {
        const address = poolOf(stack).sharedAddress(ADDRESS, 'web');
        for (const [name, target] of [['a', http] as const, ['b', metrics] as const])
          new Service(stack, name, { target: pods(target), exposure: Exposure.loadBalancer({ port: 80 }).at(address) });
      }),
    ).toBe(
      'test/b: port 80/TCP of the shared address 172.18.255.1 is taken by test/a. Expose another port, or take another address.',
    );
  });

  test.each([
    ['ClusterIP', 'an address', (pool: AddressPool) => Exposure.clusterIp().at(pool.address(ADDRESS))],
    ['ClusterIP', 'the address of clients', () => Exposure.clusterIp().keepingClientAddress()],
    ['Headless', 'an address', (pool: AddressPool) => Exposure.headless().at(pool.address(ADDRESS))],
    ['Headless', 'the address of clients', () => Exposure.headless().keepingClientAddress()],
  ])('fails when a %s Service asks for %s', (kind, _what, choose) => {
    expect(
      refusalOf((stack) => new Service(stack, 'svc', { target: pods(http), exposure: choose(poolOf(stack)) })),
    ).toBe(`test/svc: a ${kind} Service has no address outside the cluster. Use Exposure.loadBalancer.`);
  });

  test('fails when a headless Service maps a port', () => {
    expect(
      refusalOf(
        (stack) => new Service(stack, 'svc', { target: pods(http), exposure: Exposure.headless({ port: 80 }) }),
      ),
    ).toBe(
      "test/svc: a headless Service maps no ports, so clients reach 'web' at 8000 and not at 80. Leave the port out, or use Exposure.clusterIp.",
    );
  });
});
