import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import { Deployment, type PodCount, Rollout, webPod } from '../../../constructs';
import { at, only, refusalMessage, refusalOf, synth, TestStack } from '../../synth';

const strategyOf = (rollout?: Rollout) => specOf(rollout).strategy;

function specOf(rollout?: Rollout): Record<string, unknown> {
  const manifests = synth((stack) => new Deployment(stack, 'web', { ...webPod(), rollout }));
  return at(only(manifests, 'Deployment'), 'spec') as Record<string, unknown>;
}

describe('Rollout', () => {
  test.each([
    ['blueGreen', Rollout.blueGreen(), '100%', 0],
    ['reverse', Rollout.reverse(), 0, 1],
    ['allAtOnce', Rollout.allAtOnce(), '100%', '100%'],
    ['rolling', Rollout.rolling('25%', 2), '25%', 2],
  ])('%s sets both limits', (_name, rollout, maxSurge, maxUnavailable) => {
    expect(strategyOf(rollout)).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } });
  });

  test('recreate has no limits', () => {
    expect(strategyOf(Rollout.recreate())).toEqual({ type: 'Recreate' });
  });

  test('without one the default of the API server is not repeated', () => {
    expect(specOf()).not.toHaveProperty('strategy');
  });

  test('within sets the times and keeps the limits', () => {
    const rollout = Rollout.reverse().within({ minReady: Duration.seconds(5), progressDeadline: Duration.minutes(1) });
    expect(specOf(rollout)).toMatchObject({
      minReadySeconds: 5,
      progressDeadlineSeconds: 60,
      strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
    });
  });

  test('within leaves out a minimum of zero', () => {
    expect(specOf(Rollout.reverse().within({ minReady: Duration.seconds(0) }))).not.toHaveProperty('minReadySeconds');
  });

  test.each<[PodCount, PodCount]>([
    [0, 0],
    ['0%', 0],
    [0, '0%'],
  ])('fails when neither a pod more nor one fewer is allowed: %s / %s', (surge, unavailable) => {
    expect(
      refusalOf((stack) => new Deployment(stack, 'web', { ...webPod(), rollout: Rollout.rolling(surge, unavailable) })),
    ).toBe(
      'test/web: the rollout has maxSurge 0 and maxUnavailable 0, so no pod could ever be replaced. Allow one pod more or one fewer.',
    );
  });

  test('fails when more than all pods may be missing', () => {
    expect(
      refusalOf((stack) => new Deployment(stack, 'web', { ...webPod(), rollout: Rollout.rolling(1, '101%') })),
    ).toBe(
      "test/web: maxUnavailable is 101%; allowed are whole numbers from 0, and percentages from 0% to 100%. Write it like 1 or '25%'.",
    );
  });

  test('fails when the deadline passes before a pod counts as ready', () => {
    const rollout = Rollout.blueGreen().within({ minReady: Duration.minutes(10) });
    expect(refusalOf((stack) => new Deployment(stack, 'web', { ...webPod(), rollout }))).toBe(
      'test/web: the progress deadline (600 s) is not longer than the time a pod has to be ready (600 s), so every rollout would fail. Lengthen progressDeadline or shorten minReady.',
    );
  });

  test('takes every share up to all pods, and more than that only as surge', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), (surge, unavailable) => {
        const render = () => Rollout.rolling(`${surge}%`, `${unavailable}%`).render(new TestStack());
        if (unavailable > 100 || (surge === 0 && unavailable === 0)) expect(refusalMessage(render)).toMatch(/^test: /);
        else expect(render()).toMatchObject({ strategy: { rollingUpdate: { maxSurge: `${surge}%` } } });
      }),
    );
  });

  test.each<PodCount>([-1, 1.5, Number.NaN, '1.5%', '-1%'])('fails for %s pods', (count) => {
    expect(refusalMessage(() => Rollout.rolling(count, 1).render('here'))).toMatch(/^here: maxSurge is /);
  });
});
