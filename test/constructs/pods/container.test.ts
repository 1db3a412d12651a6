import * as fc from 'fast-check';
import { type ContainerProps, EmptyDir, Port, Probe, Resources } from '../../../constructs';
import { CONTAINER_DEFAULTS, containerOf, containerRefusal, podOf } from './pod-of';

const http = Port.tcp('http', 8000);

function everything(): Required<ContainerProps> {
  return {
    name: 'server',
    image: 'nginx:1.27.3',
    command: ['nginx', '-g'],
    args: ['daemon off;'],
    ports: [http, Port.udp('quic', 8443)],
    env: { LANG: 'C', TZ: 'UTC' },
    readiness: Probe.http('/ready', { port: http }),
    liveness: Probe.tcp({ port: http }),
    resources: Resources.of({ cpu: '1', memory: '1Gi' }, { cpu: '2', memory: '2Gi' }),
    mounts: [new EmptyDir('cache').at('/cache')],
  };
}

const EVERYTHING = {
  name: 'server',
  image: 'nginx:1.27.3',
  command: ['nginx', '-g'],
  args: ['daemon off;'],
  ports: [
    { name: 'http', containerPort: 8000 },
    { name: 'quic', containerPort: 8443, protocol: 'UDP' },
  ],
  env: [
    { name: 'LANG', value: 'C' },
    { name: 'TZ', value: 'UTC' },
  ],
  readinessProbe: { httpGet: { path: '/ready', port: 'http' } },
  livenessProbe: { tcpSocket: { port: 'http' } },
  resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '2', memory: '2Gi' } },
  volumeMounts: [{ name: 'cache', mountPath: '/cache' }],
  securityContext: CONTAINER_DEFAULTS.securityContext,
};

const FIELDS: Readonly<Record<keyof ContainerProps, keyof typeof EVERYTHING>> = {
  name: 'name',
  image: 'image',
  command: 'command',
  args: 'args',
  ports: 'ports',
  env: 'env',
  readiness: 'readinessProbe',
  liveness: 'livenessProbe',
  resources: 'resources',
  mounts: 'volumeMounts',
};

describe('a container', () => {
  test('with minimal props', () => {
    expect(containerOf({})).toEqual({ name: 'web', image: 'busybox:1.37.0', ...CONTAINER_DEFAULTS });
  });

  test('with all props', () => {
    expect(containerOf(everything())).toEqual(EVERYTHING);
  });

  test('with all props as a sidecar', () => {
    expect(podOf({ sidecars: [everything()] }).initContainers).toEqual([{ ...EVERYTHING, restartPolicy: 'Always' }]);
  });

  test('with all props as an init container', () => {
    const { readiness, liveness, ...props } = everything();
    const { readinessProbe, livenessProbe, ...expected } = EVERYTHING;
    expect(podOf({ initContainers: [props] }).initContainers).toEqual([expected]);
  });

  test('has the fields that it is given and no others', () => {
    const names = Object.keys(FIELDS) as (keyof ContainerProps)[];
    fc.assert(
      fc.property(fc.subarray(names), (given) => {
        const probed = given.includes('readiness') || given.includes('liveness') ? [...given, 'ports'] : given;
        const all = Object.entries(everything());
        const fields = containerOf(Object.fromEntries(all.filter(([name]) => probed.includes(name))));
        const expected = probed.map((name) => FIELDS[name as keyof ContainerProps]);
        expect(new Set(Object.keys(fields))).toEqual(
          new Set([...expected, 'name', 'image', 'resources', 'securityContext']),
        );
      }),
    );
  });

  test('leaves out empty lists of ports, variables and mounts', () => {
    expect(containerOf({ ports: [], env: {}, mounts: [] })).toEqual(containerOf({}));
  });

  test('keeps an empty command, which is not that of the image', () => {
    expect(containerOf({ command: [], args: [] })).toMatchObject({ command: [], args: [] });
  });

  test('fails for a name that is not a DNS label', () => {
    expect(containerRefusal({ name: 'My Web' })).toBe(
      "test/web: container name 'My Web' is invalid; allowed are lower-case letters, digits and '-', beginning and ending with a letter or digit. Rename it, for example to 'my-web'.",
    );
  });

  test('fails for a name of more than 63 characters', () => {
    expect(containerRefusal({ name: 'w'.repeat(64) })).toBe(
      `test/web: container name '${'w'.repeat(64)}' has 64 characters; 63 are allowed. Shorten it.`,
    );
  });

  test.each(['', '-web', 'web-', 'web.1', 'web_1'])("fails for the name '%s'", (name) => {
    expect(containerRefusal({ name })).toMatch(/^test\/web: container name '.*' is invalid; /);
  });
});
