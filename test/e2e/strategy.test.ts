import { Deployment, type Manifest, type PodCount, Rollout, webPod } from '../../constructs';
import { only, synth } from '../synth';
import { strategyOf } from './strategy';

const deployment = (replicas: number, rollout?: Rollout) =>
  only(
    synth((stack) => new Deployment(stack, 'web', { ...webPod(), replicas, rollout })),
    'Deployment',
  );

const of = (spec: object) => strategyOf({ ...deployment(1), spec } as unknown as Manifest);
const limits = (maxSurge?: PodCount, maxUnavailable?: PodCount) => ({
  type: 'RollingUpdate',
  rollingUpdate: { maxSurge, maxUnavailable },
});

describe('the strategy of a Deployment', () => {
  test.each([
    ['blue-green', Rollout.blueGreen(), 3, 0],
    ['reverse', Rollout.reverse(), 0, 1],
    ['all at once', Rollout.allAtOnce(), 3, 3],
    ['in portions', Rollout.rolling('50%', 2), 2, 2],
    ['in portions of those that are there', Rollout.rolling(0, 2), 0, 2],
  ])('%s', (_, rollout, surge, unavailable) => {
    expect(strategyOf(deployment(3, rollout))).toEqual({ replicas: 3, recreate: false, surge, unavailable });
  });

  test('recreate', () => {
    expect(strategyOf(deployment(3, Rollout.recreate()))).toMatchObject({ replicas: 3, recreate: true });
  });

  // Nothing comes before everything is gone, so nothing is there on top of the replicas.
  test('recreate has no surge', () => {
    expect(strategyOf(deployment(3, Rollout.recreate())).surge).toBe(0);
  });

  test.each<[number, string, number, number]>([
    [1, '25%', 1, 0],
    [3, '25%', 1, 0],
    [4, '25%', 1, 1],
    [5, '25%', 2, 1],
    [10, '25%', 3, 2],
    [3, '34%', 2, 1],
    [3, '33%', 1, 0],
    [7, '100%', 7, 7],
    [2, '150%', 3, 3],
  ])('of %i pods %s are rounded up for more and down for fewer', (replicas, share, surge, unavailable) => {
    const strategy = limits(share as PodCount, share as PodCount);
    expect(of({ replicas, strategy })).toMatchObject({ surge, unavailable });
  });

  test.each([
    ['no strategy', { replicas: 8 }],
    ['a type alone', { replicas: 8, strategy: { type: 'RollingUpdate' } }],
    ['no limits', { replicas: 8, strategy: limits() }],
  ])('has a quarter for both with %s', (_, spec) => {
    expect(of(spec)).toEqual({ replicas: 8, recreate: false, surge: 2, unavailable: 2 });
  });

  test('has one pod where none is said', () => {
    expect(of({})).toEqual({ replicas: 1, recreate: false, surge: 1, unavailable: 0 });
  });

  test.each<[PodCount, PodCount]>([
    [0, 0],
    ['0%', '0%'],
    [0, '25%'],
  ])('lets one pod go where nothing could move: %s / %s', (surge, unavailable) => {
    expect(of({ replicas: 3, strategy: limits(surge, unavailable) })).toMatchObject({ surge: 0, unavailable: 1 });
  });
});
