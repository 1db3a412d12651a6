import * as fc from 'fast-check';
import { AddressNetwork, AddressPool, type AddressPoolProps, AddressRange } from '../../../constructs';
import { only, refusalOf, synth, TestStack } from '../../synth';

const range = AddressRange.parse('RANGE', '172.18.255.1-172.18.255.9');
const network = () => new AddressNetwork(AddressRange.parse('NETWORK', '172.18.0.0/16'));

const poolIn = (stack: TestStack) => new AddressPool(stack, 'pool', { name: 'named', network: network(), range });

describe('AddressPool', () => {
  test('with minimal props hands out addresses and announces them', () => {
    const labels = { 'app.kubernetes.io/part-of': 'test' };
    expect(synth((stack) => new AddressPool(stack, 'pool', { network: network(), range }))).toEqual([
      {
        apiVersion: 'metallb.io/v1beta1',
        kind: 'IPAddressPool',
        metadata: { name: 'pool', labels },
        spec: { addresses: ['172.18.255.1-172.18.255.9'] },
      },
      {
        apiVersion: 'metallb.io/v1beta1',
        kind: 'L2Advertisement',
        metadata: { name: 'pool', labels },
        spec: { ipAddressPools: ['pool'] },
      },
    ]);
  });

  test('writes all props', () => {
    const props: Required<AddressPoolProps> = {
      name: 'named',
      namespace: { name: 'metallb-system' },
      labels: { team: 'net' },
      annotations: { owner: 'the network team' },
      network: network(),
      range,
      autoAssign: false,
    };
    const manifests = synth((stack) => new AddressPool(stack, 'pool', props));
    const metadata = {
      name: 'named',
      namespace: 'metallb-system',
      labels: { 'app.kubernetes.io/part-of': 'test', team: 'net' },
      annotations: { owner: 'the network team' },
    };
    expect(only(manifests, 'IPAddressPool')).toMatchObject({
      metadata,
      spec: { addresses: ['172.18.255.1-172.18.255.9'], autoAssign: false },
    });
    expect(only(manifests, 'L2Advertisement')).toMatchObject({ metadata, spec: { ipAddressPools: ['named'] } });
  });

  test('does not write that it assigns, which is the default', () => {
    const manifests = synth((stack) => new AddressPool(stack, 'pool', { network: network(), range, autoAssign: true }));
    expect(only(manifests, 'IPAddressPool').spec).not.toHaveProperty('autoAssign');
  });

  test('knows its name', () => {
    expect(poolIn(new TestStack()).name).toBe('named');
  });

  test('gives each address once', () => {
    const pool = poolIn(new TestStack());
    expect([pool.address('172.18.255.1'), pool.sharedAddress('172.18.255.9', 'dns')].map((a) => a.address)).toEqual([
      '172.18.255.1',
      '172.18.255.9',
    ]);
  });

  test('stands beside another pool of the network iff they share no address', () => {
    const ends = fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a]));
    const textOf = ([first, last]: [number, number]) => `172.18.0.${first}-172.18.0.${last}`;
    const membersOf = ([first, last]: [number, number]) =>
      Array.from({ length: last - first + 1 }, (_, place) => first + place);
    fc.assert(
      fc.property(ends, ends, (one, other) => {
        const both = (stack: TestStack) => {
          const shared = network();
          new AddressPool(stack, 'one', { network: shared, range: AddressRange.parse('ONE', textOf(one)) });
          new AddressPool(stack, 'other', { network: shared, range: AddressRange.parse('OTHER', textOf(other)) });
        };
        const meets = membersOf(one).some((member) => membersOf(other).includes(member));
        if (!meets) expect(synth(both)).toHaveLength(4);
        else
          expect(refusalOf(both)).toBe(
            `test/other: the range ${textOf(other)} overlaps ${textOf(one)} of test/one. Give each pool addresses of its own.`,
          );
      }),
    );
  });

  test('fails outside its network', () => {
    const outside = AddressRange.parse('RANGE', '172.19.0.1-172.19.0.9');
    expect(refusalOf((stack) => new AddressPool(stack, 'pool', { network: network(), range: outside }))).toBe(
      'test/pool: the range 172.19.0.1-172.19.0.9 lies outside the network 172.18.0.0-172.18.255.255. Take a range inside it; `docker network inspect kind` shows the one of kind.',
    );
  });

  test('fails for an invalid name', () => {
    expect(refusalOf((stack) => new AddressPool(stack, 'my pool', { network: network(), range }))).toBe(
      "test/my pool: IPAddressPool name 'my pool' is invalid; allowed are lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit. Rename it, for example to 'my-pool'.",
    );
  });

  test.each(['172.18.255.10', '172.18.255.0', 'web', ''])(
    'fails for the address %j, which it does not have',
    (address) => {
      const message = `test/pool: the address '${address}' is outside the pool 'named', which has 172.18.255.1-172.18.255.9. Take one from the pool.`;
      expect(refusalOf((stack) => poolIn(stack).address(address))).toBe(message);
      expect(refusalOf((stack) => poolIn(stack).sharedAddress(address, 'dns'))).toBe(message);
    },
  );

  test.each<[string, (pool: AddressPool) => void, (pool: AddressPool) => void]>([
    ['twice', (pool) => pool.address('172.18.255.1'), (pool) => pool.address('172.18.255.1')],
    ['and shared', (pool) => pool.address('172.18.255.1'), (pool) => pool.sharedAddress('172.18.255.1', 'dns')],
    [
      'shared twice',
      (pool) => pool.sharedAddress('172.18.255.1', 'a'),
      (pool) => pool.sharedAddress('172.18.255.1', 'a'),
    ],
  ])('fails when an address is taken %s', (_how, first, second) => {
    expect(
      refusalOf((stack) => {
        const pool = poolIn(stack);
        first(pool);
        second(pool);
      }),
    ).toBe(
      "test/pool: the address 172.18.255.1 of the pool 'named' is taken already. Take another one, or hand the same shared address to both Services.",
    );
  });
});
