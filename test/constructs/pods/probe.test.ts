import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import { type HttpProbeOptions, Port, Probe, type ProbeOptions } from '../../../constructs';
import { containerOf, containerRefusal } from './pod-of';

const http = Port.tcp('http', 8000);
const admin = Port.tcp('admin', 9000);
const options: Required<ProbeOptions> = {
  port: admin,
  initialDelay: Duration.seconds(5),
  period: Duration.minutes(2),
};

const readinessOf = (readiness: Probe, ports = [http]) => containerOf({ ports, readiness }).readinessProbe;

describe('Probe', () => {
  test('http with minimal props', () => {
    expect(readinessOf(Probe.http('/'))).toEqual({ httpGet: { path: '/', port: 'http' } });
  });

  test('http with all props', () => {
    const all: Required<HttpProbeOptions> = { ...options, headers: { Host: 'shop', Cookie: 'id=1' } };
    expect(readinessOf(Probe.http('/ready', all), [http, admin])).toEqual({
      httpGet: {
        path: '/ready',
        port: 'admin',
        httpHeaders: [
          { name: 'Host', value: 'shop' },
          { name: 'Cookie', value: 'id=1' },
        ],
      },
      initialDelaySeconds: 5,
      periodSeconds: 120,
    });
  });

  test('http without headers has no empty list of them', () => {
    expect(readinessOf(Probe.http('/', { headers: {} }))).toEqual({ httpGet: { path: '/', port: 'http' } });
  });

  test('tcp with minimal props', () => {
    expect(readinessOf(Probe.tcp())).toEqual({ tcpSocket: { port: 'http' } });
  });

  test('tcp with all props', () => {
    expect(readinessOf(Probe.tcp(options), [http, admin])).toEqual({
      tcpSocket: { port: 'admin' },
      initialDelaySeconds: 5,
      periodSeconds: 120,
    });
  });

  test('grpc with minimal props asks the number of the port', () => {
    expect(readinessOf(Probe.grpc())).toEqual({ grpc: { port: 8000 } });
  });

  test('grpc with all props', () => {
    expect(readinessOf(Probe.grpc(options), [http, admin])).toEqual({
      grpc: { port: 9000 },
      initialDelaySeconds: 5,
      periodSeconds: 120,
    });
  });

  test('may be one for readiness and another for liveness', () => {
    const { readinessProbe, livenessProbe } = containerOf({
      ports: [http],
      readiness: Probe.http('/ready'),
      liveness: Probe.tcp(),
    });
    expect(readinessProbe).toEqual({ httpGet: { path: '/ready', port: 'http' } });
    expect(livenessProbe).toEqual({ tcpSocket: { port: 'http' } });
  });

  test('takes whole seconds from one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 86_400 }), fc.integer({ min: 1, max: 86_400 }), (initialDelay, period) => {
        const times = { initialDelay: Duration.seconds(initialDelay), period: Duration.seconds(period) };
        expect(readinessOf(Probe.tcp(times))).toEqual({
          tcpSocket: { port: 'http' },
          initialDelaySeconds: initialDelay,
          periodSeconds: period,
        });
      }),
    );
  });

  test('fails for a path that does not begin with a slash', () => {
    expect(containerRefusal({ ports: [http], readiness: Probe.http('index.html') })).toBe(
      "test/web: the readiness probe asks for the path 'index.html', which does not begin with '/'. Write '/index.html'.",
    );
  });

  test('fails for an empty path', () => {
    expect(containerRefusal({ ports: [http], liveness: Probe.http('') })).toBe(
      "test/web: the liveness probe asks for the path '', which does not begin with '/'. Write '/'.",
    );
  });

  test('fails for a period of zero', () => {
    expect(containerRefusal({ ports: [http], liveness: Probe.tcp({ period: Duration.seconds(0) }) })).toBe(
      'test/web: the period of the liveness probe is 0 s; allowed is 1 s and more. Leave it out for the default of 10 s.',
    );
  });

  test('fails without a port to ask', () => {
    expect(containerRefusal({ readiness: Probe.tcp() })).toBe(
      'test/web: the readiness probe names no port, and the container declares none. Declare the port on which it listens.',
    );
  });

  test('fails without a choice between several ports', () => {
    expect(containerRefusal({ ports: [http, admin], liveness: Probe.grpc() })).toBe(
      'test/web: the liveness probe names no port, and the container declares 8000 (http), 9000 (admin). Say which port to ask.',
    );
  });

  test.each([
    ['http', Probe.http('/', { port: admin })],
    ['tcp', Probe.tcp({ port: admin })],
    ['grpc', Probe.grpc({ port: admin })],
  ])('fails when %s asks a port that the container does not declare', (_name, liveness) => {
    expect(containerRefusal({ ports: [http], liveness })).toBe(
      'test/web: the liveness probe asks port 9000 (admin), and the container declares 8000 (http). Probe a port of this container.',
    );
  });

  test('may ask a port that was made a second time', () => {
    expect(readinessOf(Probe.tcp({ port: Port.tcp('http', 8000) }))).toEqual({ tcpSocket: { port: 'http' } });
  });

  test.each([
    ['name', Port.tcp('www', 8000)],
    ['number', Port.tcp('http', 8001)],
    ['protocol', Port.udp('http', 8000)],
  ])('fails for a port that differs in its %s', (_what, port) => {
    expect(containerRefusal({ ports: [http], readiness: Probe.http('/', { port }) })).toMatch(
      /^test\/web: the readiness probe asks port \d+ \(\w+\), and the container declares 8000 \(http\)\. /,
    );
  });

  test('fails for a port that does not speak TCP', () => {
    const dns = Port.udp('dns', 53);
    expect(containerRefusal({ ports: [dns], liveness: Probe.tcp() })).toBe(
      'test/web: the liveness probe asks port 53/UDP (dns), which speaks UDP. Probe a TCP port.',
    );
  });

  test('does not repeat an initial delay of zero', () => {
    expect(readinessOf(Probe.tcp({ initialDelay: Duration.seconds(0) }))).toEqual({ tcpSocket: { port: 'http' } });
  });
});
