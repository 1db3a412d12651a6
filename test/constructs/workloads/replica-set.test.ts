import { ReplicaSet, type ReplicaSetProps } from '../../../constructs';
import { only, synth } from '../../synth';
import { BARE, BARE_POD, EVERY_PART } from '../pods/pod-of';
import { EVERY_METADATA, everyProp } from './every-prop';

describe('ReplicaSet', () => {
  test('with minimal props', () => {
    expect(synth((stack) => new ReplicaSet(stack, 'web', { containers: [BARE] }))).toEqual([
      {
        apiVersion: 'apps/v1',
        kind: 'ReplicaSet',
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
      const all: Required<ReplicaSetProps> = { ...everyProp(stack), replicas: 3 };
      new ReplicaSet(stack, 'web', all);
    });
    expect(only(manifests, 'ReplicaSet')).toEqual({
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: EVERY_METADATA,
      spec: {
        replicas: 3,
        selector: { matchLabels: { app: 'store', part: 'web' } },
        template: { metadata: { labels: { app: 'store', part: 'web' } }, spec: EVERY_PART },
      },
    });
  });
});
