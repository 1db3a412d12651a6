import * as fc from 'fast-check';
import { Port, Service, type ServiceTarget } from '../../../constructs';
import { refusalOf } from '../../synth';
import { containerOf, containerRefusal } from './pod-of';

const isServiceName = (name: string) =>
  name.length >= 1 &&
  name.length <= 15 &&
  /[a-z]/.test(name) &&
  !/[^a-z0-9-]/.test(name) &&
  !name.startsWith('-') &&
  !name.endsWith('-') &&
  !name.includes('--');

describe('Port', () => {
  test('tcp is what the API server assumes', () => {
    expect(containerOf({ ports: [Port.tcp('http', 80)] }).ports).toEqual([{ name: 'http', containerPort: 80 }]);
  });

  test('udp is written', () => {
    expect(containerOf({ ports: [Port.udp('dns', 53)] }).ports).toEqual([
      { name: 'dns', containerPort: 53, protocol: 'UDP' },
    ]);
  });

  test('may have one number for both protocols', () => {
    expect(containerOf({ ports: [Port.udp('dns', 53), Port.tcp('dns-tcp', 53)] }).ports).toEqual([
      { name: 'dns', containerPort: 53, protocol: 'UDP' },
      { name: 'dns-tcp', containerPort: 53 },
    ]);
  });

  test('takes the whole numbers from 1 to 65535', () => {
    const near = fc.integer({ min: -10, max: 70_000 });
    fc.assert(
      fc.property(fc.oneof(near, fc.integer()), (number) => {
        const ports = [Port.tcp('http', number)];
        if (number >= 1 && number <= 65_535)
          expect(containerOf({ ports })).toMatchObject({ ports: [{ containerPort: number }] });
        else
          expect(containerRefusal({ ports })).toMatch(/^test\/web: port 'http' is -?\d+; allowed are whole numbers /);
      }),
      { examples: [[0], [1], [65_535], [65_536]] },
    );
  });

  test('fails for a number beyond the last port', () => {
    expect(containerRefusal({ ports: [Port.udp('dns', 65_536)] })).toBe(
      "test/web: port 'dns' is 65536; allowed are whole numbers from 1 to 65535. Write the port on which the program listens.",
    );
  });

  test.each([80.5, Number.NaN, Number.POSITIVE_INFINITY])('fails for port %s', (number) => {
    expect(containerRefusal({ ports: [Port.tcp('http', number)] })).toMatch(/^test\/web: port 'http' is .*; allowed /);
  });

  test('takes the names that are IANA service names', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abyz0189---A_. '), maxLength: 18 });
    const nearly = fc.stringMatching(/^[a-z0-9]{1,6}-?[a-z0-9]{1,6}-?[a-z0-9]{1,6}$/);
    fc.assert(
      fc.property(fc.oneof(text, nearly), (name) => {
        const ports = [Port.tcp(name, 80)];
        if (isServiceName(name)) expect(containerOf({ ports })).toMatchObject({ ports: [{ name }] });
        else expect(containerRefusal({ ports })).toMatch(/^test\/web: port name '.*' is invalid; /);
      }),
    );
  });

  test('fails for a name that is not an IANA service name', () => {
    expect(containerRefusal({ ports: [Port.tcp('HTTP', 80)] })).toBe(
      "test/web: port name 'HTTP' is invalid; allowed are at most 15 lower-case letters, digits and single '-' between them, with at least one letter. Write it like 'http' or 'grpc-web'.",
    );
  });

  test.each(['', '80', 'http-', '-http', 'grpc--web', 'grpc_web', 'of-sixteen-signs'])(
    "fails for the name '%s'",
    (name) => {
      expect(containerRefusal({ ports: [Port.tcp(name, 80)] })).toMatch(/^test\/web: port name '.*' is invalid; /);
    },
  );

  test('fails for a name twice', () => {
    expect(containerRefusal({ ports: [Port.tcp('http', 80), Port.tcp('http', 81)] })).toBe(
      "test/web: two ports have the name 'http'. Give each port a name of its own.",
    );
  });

  test('fails for a number twice with one protocol', () => {
    expect(containerRefusal({ ports: [Port.udp('dns', 53), Port.tcp('http', 80), Port.udp('mdns', 53)] })).toBe(
      "test/web: ports 'dns' and 'mdns' both have the number 53/UDP. Declare the port once.",
    );
  });

  test('is listed by its name alone where the number is not known', () => {
    const target: ServiceTarget = {
      name: 'controller',
      selector: { app: 'controller' },
      ports: [
        { name: 'http', protocol: 'TCP' },
        { name: 'metrics', number: 9090, protocol: 'TCP' },
      ],
    };
    expect(refusalOf((stack) => new Service(stack, 'svc', { target }))).toBe(
      "test/svc: the Service names no port of 'controller', which declares http, 9090 (metrics). Say which port gets the traffic.",
    );
  });
});
