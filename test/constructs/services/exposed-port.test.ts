import * as fc from 'fast-check';
import {
  type ExposedPortOptions,
  Exposure,
  type PodPort,
  Port,
  Service,
  type ServiceTarget,
} from '../../../constructs';
import { at, only, refusalOf, synth, type TestStack } from '../../synth';
import { http, metrics, pods } from './pods';

const named: PodPort = { name: 'http', protocol: 'TCP' };

function make(stack: TestStack, target: ServiceTarget, ...ports: readonly ExposedPortOptions[]): Service {
  return new Service(stack, 'svc', { target, exposure: Exposure.clusterIp(...ports) });
}

function portsOf(target: ServiceTarget, ...ports: readonly ExposedPortOptions[]): unknown {
  return at(
    only(
      synth((stack) => make(stack, target, ...ports)),
      'Service',
    ),
    'spec.ports',
  );
}

describe('a port of a Service', () => {
  test('minimal props', () => {
    expect(portsOf(pods(http), {})).toEqual([{ name: 'http', port: 8000 }]);
  });

  test('all props', () => {
    const port: Required<ExposedPortOptions> = { port: 80, target: metrics, name: 'monitoring' };
    expect(portsOf(pods(http, metrics), port)).toEqual([{ name: 'monitoring', port: 80, targetPort: 'metrics' }]);
  });

  test('without any the only port of the pods is published', () => {
    expect(portsOf(pods(metrics))).toEqual([{ name: 'metrics', port: 9090 }]);
  });

  test('the number of the pods is not repeated', () => {
    expect(portsOf(pods(http), { port: 8000 })).toEqual([{ name: 'http', port: 8000 }]);
  });

  test('the protocol of the pods is kept', () => {
    expect(portsOf(pods(Port.udp('dns', 53)))).toEqual([{ name: 'dns', port: 53, protocol: 'UDP' }]);
  });

  test('a port known by name is addressed by name', () => {
    expect(portsOf(pods(named), { port: 80 })).toEqual([{ name: 'http', port: 80, targetPort: 'http' }]);
  });

  test('one number serves two protocols', () => {
    const ports = [Port.udp('dns', 53), Port.tcp('dns-tcp', 53)];
    expect(portsOf(pods(...ports), ...ports.map((target) => ({ target })))).toEqual([
      { name: 'dns', port: 53, protocol: 'UDP' },
      { name: 'dns-tcp', port: 53 },
    ]);
  });

  test('fails when the pods declare no port', () => {
    expect(refusalOf((stack) => make(stack, pods()))).toBe(
      "test/svc: the Service names no port of 'web', which declares none. Declare the port on which the container listens.",
    );
  });

  test.each([[[]], [[{ port: 80 }]]])('fails when several are declared and none is named: %j', (ports) => {
    expect(refusalOf((stack) => make(stack, pods(http, metrics), ...ports))).toBe(
      "test/svc: the Service names no port of 'web', which declares 8000 (http), 9090 (metrics). Say which port gets the traffic.",
    );
  });

  test('fails for a port that the pods do not declare', () => {
    expect(refusalOf((stack) => make(stack, pods(http), { target: metrics }))).toBe(
      "test/svc: the Service sends traffic to port 9090 (metrics), and 'web' declares 8000 (http). Send it to a port of these pods.",
    );
  });

  test.each<[string, PodPort]>([
    ['made twice', Port.tcp('http', 8000)],
    ['written as data', { name: 'http', number: 8000, protocol: 'TCP' }],
  ])('is one that the pods declare, though %s', (_how, target) => {
    expect(portsOf(pods(http, metrics), { target })).toEqual([{ name: 'http', port: 8000 }]);
  });

  test.each<[string, PodPort, string]>([
    ['name', Port.tcp('web', 8000), '8000 (web)'],
    ['number', Port.tcp('http', 80), '80 (http)'],
    ['number, which nobody knows', named, 'http'],
    ['protocol', Port.udp('http', 8000), '8000/UDP (http)'],
  ])('fails for a port that differs from a declared one in its %s', (_what, target, listed) => {
    expect(refusalOf((stack) => make(stack, pods(http), { target }))).toBe(
      `test/svc: the Service sends traffic to port ${listed}, and 'web' declares 8000 (http). Send it to a port of these pods.`,
    );
  });

  test('fails for a port known by name that the pods do not declare', () => {
    expect(refusalOf((stack) => make(stack, pods(http), { target: { name: 'grpc', protocol: 'TCP' } }))).toBe(
      "test/svc: the Service sends traffic to port grpc, and 'web' declares 8000 (http). Send it to a port of these pods.",
    );
  });

  test('fails when nobody knows the number', () => {
    expect(refusalOf((stack) => make(stack, pods(named)))).toBe(
      "test/svc: nobody knows the number of port 'http'. Say under which port the Service answers.",
    );
  });

  test.each<[string, ExposedPortOptions]>([
    ['http', { target: metrics, name: 'http' }],
    ['8000/TCP', { target: metrics, port: 8000 }],
  ])('fails when two ports are %s', (key, second) => {
    expect(refusalOf((stack) => make(stack, pods(http, metrics), { target: http }, second))).toBe(
      `test/svc: two ports of the Service are '${key}'. Give each port a name and a number of its own.`,
    );
  });

  test.each(['HTTP', 'a-very-long-name', '80', ''])("fails for the name '%s'", (name) => {
    expect(refusalOf((stack) => make(stack, pods(http), { name }))).toBe(
      `test/svc: port name '${name}' is invalid; allowed are at most 15 lower-case letters, digits and single '-' between them, with at least one letter. Write it like 'http' or 'grpc-web'.`,
    );
  });

  test('takes every number from 1 to 65535 and nothing else', () => {
    const number = fc.oneof(
      fc.integer({ min: -10, max: 70000 }),
      fc.constantFrom(0, 1, 65535, 65536, 80.5, Number.NaN),
    );
    fc.assert(
      fc.property(number, (port) => {
        if (Number.isInteger(port) && port > 0 && port < 65536)
          expect(portsOf(pods(http), { port })).toMatchObject([{ port }]);
        else
          expect(refusalOf((stack) => make(stack, pods(http), { port }))).toBe(
            `test/svc: port 'http' is ${port}; allowed are whole numbers from 1 to 65535. Write the port on which the program listens.`,
          );
      }),
    );
  });
});
