import { Construct } from 'constructs';
import { AddressNetwork, AddressRange } from '../../../constructs';
import { refusalOf, TestStack } from '../../synth';

const range = (text: string) => AddressRange.parse('RANGE', text);

const reserving =
  (...ranges: readonly string[]) =>
  (stack: TestStack) => {
    const network = new AddressNetwork(range('172.18.0.0/16'));
    for (const [position, text] of ranges.entries())
      network.reserve(new Construct(stack, `pool-${position}`), range(text));
  };

describe('AddressNetwork', () => {
  test('knows all its addresses', () => {
    expect(new AddressNetwork(range('172.18.0.0/16')).range.toString()).toBe('172.18.0.0-172.18.255.255');
  });

  test.each([
    ['the whole network', ['172.18.0.0/16']],
    ['neighbours', ['172.18.0.0-172.18.0.9', '172.18.0.10-172.18.0.19', '172.18.255.255/32']],
  ])('sets aside %s', (_what, ranges) => {
    expect(() => reserving(...ranges)(new TestStack())).not.toThrow();
  });

  test.each([
    ['172.17.255.255-172.18.0.9', 'before'],
    ['172.18.255.250-172.19.0.1', 'behind'],
    ['10.0.0.1-10.0.0.9', 'elsewhere'],
  ])('fails for %s, which lies %s', (text) => {
    expect(refusalOf(reserving(text))).toBe(
      `test/pool-0: the range ${text} lies outside the network 172.18.0.0-172.18.255.255. Take a range inside it; \`docker network inspect kind\` shows the one of kind.`,
    );
  });

  test.each(['172.18.0.5-172.18.0.5', '172.18.0.9-172.18.0.20', '172.18.0.0-172.18.0.2', '172.18.0.0-172.18.0.255'])(
    'fails for %s, which meets the second pool',
    (text) => {
      expect(refusalOf(reserving('172.18.9.0-172.18.9.9', '172.18.0.2-172.18.0.9', text))).toBe(
        `test/pool-2: the range ${text} overlaps 172.18.0.2-172.18.0.9 of test/pool-1. Give each pool addresses of its own.`,
      );
    },
  );

  test('does not set aside what it refused', () => {
    const stack = new TestStack();
    const network = new AddressNetwork(range('172.18.0.0/16'));
    expect(() => network.reserve(new Construct(stack, 'one'), range('172.18.255.0-172.19.0.0'))).toThrow(
      'lies outside',
    );
    expect(() => network.reserve(new Construct(stack, 'other'), range('172.18.255.0/24'))).not.toThrow();
  });
});
