import { Pod, type PodProps } from '../../../constructs';
import { only, refusalOf, synth } from '../../synth';
import { BARE, BARE_POD, EVERY_PART } from '../pods/pod-of';
import { EVERY_METADATA, everyProp } from './every-prop';

describe('Pod', () => {
  test('with minimal props', () => {
    expect(synth((stack) => new Pod(stack, 'web', { containers: [BARE] }))).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'web', labels: { 'app.kubernetes.io/part-of': 'test', app: 'web' } },
        spec: BARE_POD,
      },
    ]);
  });

  test('with all props', () => {
    const manifests = synth((stack) => {
      const all: Required<PodProps> = everyProp(stack);
      new Pod(stack, 'web', all);
    });
    expect(only(manifests, 'Pod')).toEqual({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { ...EVERY_METADATA, labels: { ...EVERY_METADATA.labels, app: 'store', part: 'web' } },
      spec: EVERY_PART,
    });
  });

  test('may have dots in its name', () => {
    const manifests = synth((stack) => new Pod(stack, 'web.v1', { containers: [BARE] }));
    expect(only(manifests, 'Pod').metadata.name).toBe('web.v1');
  });

  test('fails for a name that is not a DNS name', () => {
    expect(refusalOf((stack) => new Pod(stack, 'Web', { containers: [BARE] }))).toBe(
      "test/Web: Pod name 'Web' is invalid; allowed are lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit. Rename it, for example to 'web'.",
    );
  });

  test('fails for a label that takes it away from its Services', () => {
    expect(refusalOf((stack) => new Pod(stack, 'web', { containers: [BARE], labels: { app: 'other' } }))).toBe(
      "test/web: the label 'app' is 'other', and Services select this Pod by 'web'. Leave the label out, or give it as selector.",
    );
  });

  test('may be given a label of its selector again', () => {
    const manifests = synth((stack) => new Pod(stack, 'web', { containers: [BARE], labels: { app: 'web' } }));
    expect(only(manifests, 'Pod').metadata.labels).toEqual({ app: 'web', 'app.kubernetes.io/part-of': 'test' });
  });
});
