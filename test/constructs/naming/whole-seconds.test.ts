import { Duration } from 'cdk8s';
import { Deployment, Probe, Rollout, webPod } from '../../../constructs';
import { wholeSeconds } from '../../../constructs/naming/whole-seconds';
import { refusalMessage, refusalOf } from '../../synth';

const half = Duration.millis(1500);

describe('wholeSeconds', () => {
  test.each([
    [Duration.millis(2000), 2],
    [Duration.minutes(1), 60],
    [Duration.seconds(0), 0],
  ])('counts %s', (duration, seconds) => {
    expect(wholeSeconds('here', 'the time', duration)).toBe(seconds);
  });

  test('fails for a fraction', () => {
    expect(refusalMessage(() => wholeSeconds('here', 'the time', half))).toBe(
      'here: the time is 1.5 s; allowed are whole seconds. Round it.',
    );
  });

  test.each([
    ['the grace period', { gracePeriod: half }],
    ['minReady', { rollout: Rollout.blueGreen().within({ minReady: half }) }],
    ['progressDeadline', { rollout: Rollout.blueGreen().within({ progressDeadline: half }) }],
  ])('fails for %s of a Deployment', (what, props) => {
    expect(refusalOf((stack) => new Deployment(stack, 'web', { ...webPod(), ...props }))).toBe(
      `test/web: ${what} is 1.5 s; allowed are whole seconds. Round it.`,
    );
  });

  test.each([
    ['the initial delay of the readiness probe', { initialDelay: half }],
    ['the period of the readiness probe', { period: half }],
  ])('fails for %s', (what, options) => {
    const pod = webPod();
    const containers = pod.containers.map((container) => ({ ...container, readiness: Probe.tcp(options) }));
    expect(refusalOf((stack) => new Deployment(stack, 'web', { ...pod, containers }))).toBe(
      `test/web: ${what} is 1.5 s; allowed are whole seconds. Round it.`,
    );
  });
});
