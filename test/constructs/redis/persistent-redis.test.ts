import { Size } from 'cdk8s';
import { PersistentRedis, type PersistentRedisProps, Redis } from '../../../constructs';
import { at, only, refusalOf, synth } from '../../synth';

describe('PersistentRedis', () => {
  const minimal = synth((stack) => new PersistentRedis(stack, 'redis'));

  test('with minimal props is a StatefulSet with one claim', () => {
    const { template, ...spec } = only(minimal, 'StatefulSet', 'redis').spec as { template: unknown };
    expect(spec).toEqual({
      serviceName: 'redis-master',
      selector: { matchLabels: { app: 'redis' } },
      volumeClaimTemplates: [
        {
          metadata: { name: 'redis-data' },
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
        },
      ],
    });
    expect(at(template, 'metadata')).toEqual({ labels: { app: 'redis' } });
  });

  test('has the pod of Redis, without its volume', () => {
    const cache = only(
      synth((stack) => new Redis(stack, 'redis')),
      'Deployment',
    );
    const { volumes, ...pod } = at(cache, 'spec.template.spec') as { volumes: unknown };
    expect(volumes).toEqual([{ name: 'redis-data', emptyDir: {} }]);
    expect(at(only(minimal, 'StatefulSet'), 'spec.template.spec')).toEqual(pod);
  });

  test('has a ServiceAccount and a headless Service', () => {
    expect(minimal.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
      'ServiceAccount redis',
      'Service redis-master',
      'StatefulSet redis',
    ]);
    expect(only(minimal, 'Service').spec).toEqual({
      clusterIP: 'None',
      ports: [{ name: 'tcp-redis', port: 6379 }],
      selector: { app: 'redis' },
    });
  });

  describe('with all props', () => {
    const props: Required<PersistentRedisProps> = {
      name: 'cart',
      labels: { team: 'cart' },
      annotations: { owner: 'the cart team' },
      image: 'redis:7.4-alpine',
      size: Size.gibibytes(5),
      storageClass: 'fast',
    };
    const manifests = synth((stack) => new PersistentRedis(stack, 'redis', props));
    const server = only(manifests, 'StatefulSet');

    test('has this metadata', () => {
      expect(server.metadata).toEqual({
        name: 'cart',
        labels: { 'app.kubernetes.io/part-of': 'test', team: 'cart' },
        annotations: { owner: 'the cart team' },
      });
    });

    test('gives this name to all its objects', () => {
      expect(manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
        'ServiceAccount cart',
        'Service cart-master',
        'StatefulSet cart',
      ]);
      expect(at(server, 'spec.serviceName')).toBe('cart-master');
    });

    test('runs this image', () => {
      expect(at(server, 'spec.template.spec.containers.0.image')).toBe('redis:7.4-alpine');
    });

    test('has this storage', () => {
      expect(at(server, 'spec.volumeClaimTemplates.0.spec')).toEqual({
        storageClassName: 'fast',
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '5Gi' } },
      });
    });
  });

  test('fails for a name that a StatefulSet cannot have', () => {
    const name = 'r'.repeat(53);
    expect(refusalOf((stack) => new PersistentRedis(stack, 'redis', { name }))).toBe(
      `test/redis/StatefulSet: StatefulSet name '${name}' has 53 characters; 52 are allowed. Shorten it.`,
    );
  });

  test('fails for no storage', () => {
    expect(refusalOf((stack) => new PersistentRedis(stack, 'redis', { size: Size.gibibytes(0) }))).toBe(
      "test/redis/StatefulSet: claim template 'redis-data' asks for 0Gi. Give it a size, for example Size.gibibytes(10).",
    );
  });
});
