import { Deployment, PersistentRedis, Redis, type RedisServer } from '../../../constructs';
import { at, only, synth, type TestStack } from '../../synth';

function addressSeenFrom(make: (stack: TestStack) => RedisServer, namespace?: string): unknown {
  const manifests = synth((stack) => {
    const { address } = make(stack);
    new Deployment(stack, 'web', {
      namespace: namespace === undefined ? undefined : { name: namespace },
      containers: [{ name: 'web', image: 'busybox:1.37.0', env: { REDIS: address } }],
    });
  });
  return at(only(manifests, 'Deployment', 'web'), 'spec.template.spec.containers.0.env');
}

describe.each([
  ['Redis', Redis, 'redis', 'cart'],
  ['PersistentRedis', PersistentRedis, 'redis-master', 'cart-master'],
])('the address of %s', (_name, Class, service, renamed) => {
  test('names its Service', () => {
    expect(addressSeenFrom((stack) => new Class(stack, 'redis'))).toEqual([
      { name: 'REDIS', value: `${service}:6379` },
    ]);
  });

  test('follows when it is renamed', () => {
    expect(addressSeenFrom((stack) => new Class(stack, 'redis', { name: 'cart' }))).toEqual([
      { name: 'REDIS', value: `${renamed}:6379` },
    ]);
  });

  test('says its Namespace to a reader in another one', () => {
    expect(addressSeenFrom((stack) => new Class(stack, 'redis'), 'shop')).toEqual([
      { name: 'REDIS', value: `${service}.default:6379` },
    ]);
  });
});
