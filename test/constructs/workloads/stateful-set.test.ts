import { Size } from 'cdk8s';
import {
  ClaimTemplate,
  Deployment,
  EmptyDir,
  Pod,
  Port,
  ReplicaSet,
  StatefulSet,
  type StatefulSetProps,
} from '../../../constructs';
import { at, only, refusalOf, synth } from '../../synth';
import { BARE, BARE_POD, CONTAINER_DEFAULTS, EVERY_PART, HTTP } from '../pods/pod-of';
import { EVERY_METADATA, everyProp } from './every-prop';

const sql = Port.tcp('sql', 5432);
const containers = [{ ...BARE, ports: [sql] }];
const claim = (name: string) => new ClaimTemplate(name, { size: Size.gibibytes(1) });
const sidecars = [{ ...BARE, name: 'exporter', ports: [Port.tcp('metrics', 9187)] }];

describe('StatefulSet', () => {
  test('with minimal props', () => {
    expect(synth((stack) => new StatefulSet(stack, 'db', { containers }))).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'db', labels: { 'app.kubernetes.io/part-of': 'test' } },
        spec: { clusterIP: 'None', selector: { app: 'db' }, ports: [{ name: 'sql', port: 5432 }] },
      },
      {
        apiVersion: 'apps/v1',
        kind: 'StatefulSet',
        metadata: { name: 'db', labels: { 'app.kubernetes.io/part-of': 'test' } },
        spec: {
          serviceName: 'db',
          selector: { matchLabels: { app: 'db' } },
          template: {
            metadata: { labels: { app: 'db' } },
            spec: {
              ...BARE_POD,
              containers: [
                {
                  name: 'web',
                  image: 'busybox:1.37.0',
                  ports: [{ name: 'sql', containerPort: 5432 }],
                  ...CONTAINER_DEFAULTS,
                },
              ],
            },
          },
        },
      },
    ]);
  });

  test('with all props', () => {
    const manifests = synth((stack) => {
      const all: Required<StatefulSetProps> = {
        ...everyProp(stack),
        replicas: 3,
        serviceName: 'peers',
        servicePorts: [HTTP],
      };
      new StatefulSet(stack, 'db', all);
    });
    expect(only(manifests, 'Service')).toEqual({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'peers', namespace: 'shop', labels: { 'app.kubernetes.io/part-of': 'test' } },
      spec: { clusterIP: 'None', selector: { app: 'store', part: 'web' }, ports: [{ name: 'http', port: 8000 }] },
    });
    expect(only(manifests, 'StatefulSet')).toEqual({
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: EVERY_METADATA,
      spec: {
        serviceName: 'peers',
        replicas: 3,
        selector: { matchLabels: { app: 'store', part: 'web' } },
        template: { metadata: { labels: { app: 'store', part: 'web' } }, spec: EVERY_PART },
      },
    });
  });

  test('publishes the ports of all its containers', () => {
    const manifests = synth((stack) => new StatefulSet(stack, 'db', { containers, sidecars }));
    expect(at(only(manifests, 'Service'), 'spec.ports')).toEqual([
      { name: 'sql', port: 5432 },
      { name: 'metrics', port: 9187 },
    ]);
  });

  test('makes a claim for each template that a container mounts', () => {
    const [data, log, cache] = [claim('data'), claim('log'), new EmptyDir('cache')];
    const manifests = synth(
      (stack) =>
        new StatefulSet(stack, 'db', {
          initContainers: [{ ...BARE, name: 'init', mounts: [log.at('/log')] }],
          containers: [{ ...BARE, ports: [sql], mounts: [data.at('/data'), log.at('/log'), cache.at('/cache')] }],
        }),
    );
    const spec = at(only(manifests, 'StatefulSet'), 'spec');
    const claimed = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
    expect(at(spec, 'volumeClaimTemplates')).toEqual([
      { metadata: { name: 'log' }, spec: claimed },
      { metadata: { name: 'data' }, spec: claimed },
    ]);
    expect(at(spec, 'template.spec.volumes')).toEqual([{ name: 'cache', emptyDir: {} }]);
    expect(at(spec, 'template.spec.containers.0.volumeMounts.0')).toEqual({ name: 'data', mountPath: '/data' });
  });

  test('may make a single claim', () => {
    const mounts = [claim('data').at('/data')];
    const manifests = synth(
      (stack) => new StatefulSet(stack, 'db', { containers: [{ ...BARE, ports: [sql], mounts }] }),
    );
    expect(at(only(manifests, 'StatefulSet'), 'spec.volumeClaimTemplates')).toMatchObject([
      { metadata: { name: 'data' } },
    ]);
  });

  test('hands out its Service', () => {
    const manifests = synth((stack) => {
      const { service } = new StatefulSet(stack, 'db', { containers, namespace: { name: 'data' } });
      new Deployment(stack, 'web', { containers: [{ ...BARE, env: { DB: service.address('sql') } }] });
    });
    expect(at(only(manifests, 'Deployment'), 'spec.template.spec.containers.0.env')).toEqual([
      { name: 'DB', value: 'db.data:5432' },
    ]);
  });

  test('fails without a port for its Service', () => {
    expect(refusalOf((stack) => new StatefulSet(stack, 'db', { containers: [BARE] }))).toBe(
      "test/db/db: the Service names no port of 'db', which declares none. Declare the port on which the container listens.",
    );
  });

  test('fails for a port of its Service that no container declares', () => {
    expect(refusalOf((stack) => new StatefulSet(stack, 'db', { containers, servicePorts: [HTTP] }))).toBe(
      "test/db/db: the Service sends traffic to port 8000 (http), and 'db' declares 5432 (sql). Send it to a port of these pods.",
    );
  });

  test('fails for a name to which no hash can be added', () => {
    const name = 'd'.repeat(53);
    expect(refusalOf((stack) => new StatefulSet(stack, name, { containers }))).toBe(
      `test/${name}: StatefulSet name '${name}' has 53 characters; 52 are allowed. Shorten it.`,
    );
  });

  test.each([
    ['Deployment', Deployment],
    ['ReplicaSet', ReplicaSet],
    ['Pod', Pod],
  ])('fails when a %s mounts a claim template', (_kind, Kind) => {
    const mounts = [claim('data').at('/data')];
    expect(refusalOf((stack) => new Kind(stack, 'web', { containers: [{ ...BARE, mounts }] }))).toBe(
      "test/web: volume 'data' is a claim template, which only a StatefulSet has. Use a PersistentVolumeClaim and its volume(), or make this a StatefulSet.",
    );
  });
});
