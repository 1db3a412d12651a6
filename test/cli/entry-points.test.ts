import { entryPoints } from '../../cli/entry-points';
import type { Manifest } from '../../constructs';
import { stackOf } from '../stacks/contract';
import { Fakes, runAmong } from './fakes';

const given = (...names: readonly string[]) => entryPoints(names.flatMap((name) => stackOf(name).toJson()));

const service = (ports: readonly object[], status: object = { loadBalancer: { ingress: [{ ip: '172.18.255.10' }] } }) =>
  ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'it' },
    spec: { type: 'LoadBalancer', ports },
    status,
  }) as unknown as Manifest;

const ingress = (host: string | undefined, status?: object) =>
  ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'it' },
    spec: { rules: [{ ...(host && { host }), http: { paths: [{ path: '/web(/|$)(.*)' }] } }] },
    ...(status && { status: { loadBalancer: { ingress: [status] } } }),
  }) as unknown as Manifest;

describe('addresses to open', () => {
  test.each([
    ['web', 'http://localhost/web/'],
    ['web-reverse', 'http://reverse.web.localhost/web/'],
    ['certificates', 'https://kuard.localhost/'],
    ['minio-console', 'http://console.minio.localhost/'],
    ['canary-webapp', 'http://example.app.org/test-webapp/ (example.app.org is 127.0.0.1)'],
  ])('of %s are on this machine: %s', (name, address) => {
    expect(given(name)).toEqual([address]);
  });

  test('are each said once', () => {
    expect(given('web', 'canary')).toEqual(['http://localhost/web/']);
  });

  test.each<[string, Manifest, string[]]>([
    [
      'of an Ingress without a host, that of its controller',
      ingress(undefined, { ip: '10.0.0.9' }),
      ['http://10.0.0.9/web/'],
    ],
    ['of an Ingress of kind', ingress(undefined, { hostname: 'localhost' }), ['http://localhost/web/']],
    [
      'of a host that nobody else knows',
      ingress('a.org', { ip: '10.0.0.9' }),
      ['http://a.org/web/ (a.org is 10.0.0.9)'],
    ],
    [
      'of a Service on ports of the web',
      service([{ port: 80 }, { port: 443 }]),
      ['http://172.18.255.10/ (Service it)', 'https://172.18.255.10/ (Service it)'],
    ],
    ['of a Service on another port', service([{ port: 53, protocol: 'UDP' }]), ['172.18.255.10:53/UDP (Service it)']],
    ['of no Service that waits for its address', service([{ port: 80 }], {}), []],
    ['of no Service inside', { ...service([{ port: 80 }]), spec: { type: 'ClusterIP' } }, []],
  ])('are those %s', (_, object, addresses) => {
    expect(entryPoints([object])).toEqual(addresses);
  });

  test('are what the cluster says at the end of up', async () => {
    const fakes = new Fakes();
    fakes.answer('kubectl', '*get ingresses*', {
      stdout: JSON.stringify({ items: [service([{ port: 80 }]), ingress('a.localhost')] }),
    });
    const { lines } = await runAmong(fakes, ['up', '--context', 'mine', 'minio']);
    expect(lines.slice(-4, -1)).toEqual([
      'to open',
      '          http://172.18.255.10/ (Service it)',
      '          http://a.localhost/web/',
    ]);
    fakes.end();
  });
});
