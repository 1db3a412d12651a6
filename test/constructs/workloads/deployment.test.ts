import { Duration } from 'cdk8s';
import { Deployment, type DeploymentProps, Rollout } from '../../../constructs';
import { only, synth } from '../../synth';
import { BARE, BARE_POD, EVERY_PART } from '../pods/pod-of';
import { EVERY_METADATA, everyProp } from './every-prop';

describe('Deployment', () => {
  test('with minimal props', () => {
    expect(synth((stack) => new Deployment(stack, 'web', { containers: [BARE] }))).toEqual([
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'web', labels: { 'app.kubernetes.io/part-of': 'test' } },
        spec: {
          selector: { matchLabels: { app: 'web' } },
          template: { metadata: { labels: { app: 'web' } }, spec: BARE_POD },
        },
      },
    ]);
  });

  test('with all props', () => {
    const manifests = synth((stack) => {
      const all: Required<DeploymentProps> = {
        ...everyProp(stack),
        replicas: 3,
        rollout: Rollout.rolling(1, '25%').within({
          minReady: Duration.seconds(5),
          progressDeadline: Duration.minutes(1),
        }),
      };
      new Deployment(stack, 'web', all);
    });
    expect(only(manifests, 'Deployment')).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: EVERY_METADATA,
      spec: {
        replicas: 3,
        minReadySeconds: 5,
        progressDeadlineSeconds: 60,
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' } },
        selector: { matchLabels: { app: 'store', part: 'web' } },
        template: { metadata: { labels: { app: 'store', part: 'web' } }, spec: EVERY_PART },
      },
    });
  });
});
