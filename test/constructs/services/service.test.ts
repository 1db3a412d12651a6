import { App, Exposure, linksOf, Port, Service, type ServiceProps } from '../../../constructs';
import { refusalOf, synth, TestStack } from '../../synth';
import { http, metrics, pods } from './pods';

const twoPorts = Exposure.clusterIp({ target: http, port: 80 }, { target: metrics });

describe('Service', () => {
  test('minimal props', () => {
    expect(synth((stack) => new Service(stack, 'web', { target: pods(http) }))).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'web', labels: { 'app.kubernetes.io/part-of': 'test' } },
        spec: { selector: { app: 'web' }, ports: [{ name: 'http', port: 8000 }] },
      },
    ]);
  });

  test('all props', () => {
    const props: Required<ServiceProps> = {
      name: 'front',
      namespace: { name: 'shop' },
      labels: { tier: 'front' },
      annotations: { owner: 'team' },
      target: { ...pods(http, metrics), selector: { app: 'web', release: 'blue' } },
      exposure: Exposure.loadBalancer({ target: http, port: 80 }, { target: metrics }),
    };
    expect(synth((stack) => new Service(stack, 'web', props))).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: {
          name: 'front',
          namespace: 'shop',
          labels: { 'app.kubernetes.io/part-of': 'test', tier: 'front' },
          annotations: { owner: 'team' },
        },
        spec: {
          type: 'LoadBalancer',
          selector: { app: 'web', release: 'blue' },
          ports: [
            { name: 'http', port: 80, targetPort: 'http' },
            { name: 'metrics', port: 9090 },
          ],
        },
      },
    ]);
  });

  test('tells its name, its Namespace and its pods', () => {
    const target = pods(http);
    const service = new Service(new TestStack(), 'web', { target, name: 'front', namespace: { name: 'shop' } });
    expect([service.name, service.namespace]).toEqual(['front', 'shop']);
    expect(service.target).toBe(target);
  });

  test('has no Namespace when neither it nor its stack has one', () => {
    expect(new Service(new TestStack(), 'web', { target: pods(http) }).namespace).toBeUndefined();
  });

  test('is in the Namespace of its stack', () => {
    const app = new App();
    const stack = new TestStack(app, 'test-other', { alternativeTo: new TestStack(app) });
    expect(new Service(stack, 'web', { target: pods(http) }).namespace).toBe('test-other');
  });

  test.each([undefined, 'http', 8000])('hands out its only port as %s', (asked) => {
    const service = new Service(new TestStack(), 'web', { target: pods(http) });
    expect(service.port(asked)).toEqual({ service, name: 'http', number: 8000, target: http });
  });

  test.each<[string | number, Port]>([
    ['http', http],
    [80, http],
    ['metrics', metrics],
    [9090, metrics],
  ])('finds %s among several ports', (asked, target) => {
    const service = new Service(new TestStack(), 'web', { target: pods(http, metrics), exposure: twoPorts });
    expect(service.port(asked).target).toBe(target);
  });

  test('fails to give the port of the pods once the Service has a number of its own', () => {
    expect(
      refusalOf((stack) => {
        new Service(stack, 'web', { target: pods(http, metrics), exposure: twoPorts }).port(8000);
      }),
    ).toBe("test/web: Service 'web' has no port '8000'; it exposes 80 (http), 9090 (metrics). Name one of these.");
  });

  test('is reached from outside on each port of a load balancer', () => {
    const dns = Port.udp('dns', 53);
    const target = pods(http, dns);
    const service = new Service(new TestStack(), 'web', {
      target,
      exposure: Exposure.loadBalancer({ target: http }, { target: dns }),
    });
    expect(linksOf(service)).toEqual([
      { from: 'outside', to: target, port: http },
      { from: 'outside', to: target, port: dns },
    ]);
  });

  test.each([
    ['clusterIp', Exposure.clusterIp()],
    ['headless', Exposure.headless()],
  ])('is not reached from outside with %s', (_name, exposure) => {
    expect(linksOf(new Service(new TestStack(), 'web', { target: pods(http), exposure }))).toEqual([]);
  });

  test.each<['port' | 'address']>([['port'], ['address']])('fails to give the %s of several ports', (method) => {
    expect(
      refusalOf((stack) => new Service(stack, 'web', { target: pods(http, metrics), exposure: twoPorts })[method]()),
    ).toBe("test/web: Service 'web' has several ports: 80 (http), 9090 (metrics). Say which one.");
  });

  test.each<['port' | 'address']>([['port'], ['address']])('fails to give the %s of a misspelt name', (method) => {
    expect(
      refusalOf((stack) =>
        new Service(stack, 'web', { target: pods(http, metrics), exposure: twoPorts })[method]('htp'),
      ),
    ).toBe("test/web: Service 'web' has no port 'htp'; it exposes 80 (http), 9090 (metrics). Did you mean 'http'?");
  });

  test('fails to give any port but the one it exposes', () => {
    const port = (name: string | number) =>
      refusalOf((stack) => new Service(stack, 'web', { target: pods(http) }).port(name));
    expect(port('metrics')).toBe(
      "test/web: Service 'web' has no port 'metrics'; it exposes 8000 (http). Did you mean 'http'?",
    );
    expect(port(80)).toBe("test/web: Service 'web' has no port '80'; it exposes 8000 (http). Name one of these.");
  });

  test('fails for a name that no host can have', () => {
    expect(refusalOf((stack) => new Service(stack, '1-web', { target: pods(http) }))).toBe(
      "test/1-web: Service name '1-web' is invalid; allowed are lower-case letters, digits and '-', beginning with a letter. Rename it, for example to 'web'.",
    );
  });
});
