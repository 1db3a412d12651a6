import * as fc from 'fast-check';
import { Deployment, ReplicaSet, StatefulSet } from '../../../constructs';
import { refusalOf, synth } from '../../synth';
import { BARE, HTTP } from '../pods/pod-of';

const containers = [{ ...BARE, ports: [HTTP] }];

describe.each([
  ['ReplicaSet', ReplicaSet],
  ['Deployment', Deployment],
  ['StatefulSet', StatefulSet],
])('the replicas of a %s', (kind, Kind) => {
  const specOf = (replicas?: number) =>
    synth((stack) => new Kind(stack, 'web', { containers, replicas })).find((manifest) => manifest.kind === kind)?.spec;

  test('are one, which is not written', () => {
    expect(specOf()).not.toHaveProperty('replicas');
    expect(specOf()).toEqual(specOf(1));
  });

  test('may be any whole number from zero', () => {
    fc.assert(
      fc.property(
        fc.nat().filter((replicas) => replicas !== 1),
        (replicas) => {
          expect(specOf(replicas)).toMatchObject({ replicas });
        },
      ),
      { examples: [[0], [2]] },
    );
  });

  test('fails for fewer than none', () => {
    expect(refusalOf((stack) => new Kind(stack, 'web', { containers, replicas: -1 }))).toBe(
      'test/web: -1 replicas were asked for; allowed are whole numbers from 0. Say how many pods there shall be.',
    );
  });

  test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY])('fails for %s', (replicas) => {
    expect(refusalOf((stack) => new Kind(stack, 'web', { containers, replicas }))).toMatch(
      /^test\/web: .* replicas were asked for; allowed are whole numbers from 0\. /,
    );
  });
});
