import { Size } from 'cdk8s';
import { type ClaimProps, ClaimTemplate, Deployment, type PodParts, Port, StatefulSet } from '../../../constructs';
import { at, only, refusalOf, synth } from '../../synth';

const mounting = (template: ClaimTemplate): PodParts => ({
  containers: [
    { name: 'db', image: 'redis:7.2-alpine', ports: [Port.tcp('redis', 6379)], mounts: [template.at('/data')] },
  ],
});

const setWith = (template: ClaimTemplate) =>
  only(
    synth((stack) => new StatefulSet(stack, 'db', mounting(template))),
    'StatefulSet',
  );

describe('ClaimTemplate', () => {
  test('with minimal props is a claim in the StatefulSet', () => {
    expect(at(setWith(new ClaimTemplate('data', { size: Size.gibibytes(1) })), 'spec.volumeClaimTemplates')).toEqual([
      {
        metadata: { name: 'data' },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
      },
    ]);
  });

  test('writes all props', () => {
    const props: Required<ClaimProps> = {
      size: Size.mebibytes(64),
      accessMode: 'ReadWriteOncePod',
      storageClass: 'standard',
    };
    expect(at(setWith(new ClaimTemplate('data', props)), 'spec.volumeClaimTemplates.0.spec')).toEqual({
      storageClassName: 'standard',
      accessModes: ['ReadWriteOncePod'],
      resources: { requests: { storage: '64Mi' } },
    });
  });

  test('is mounted like any volume, and the pod does not list it', () => {
    const pod = at(setWith(new ClaimTemplate('data', { size: Size.gibibytes(1) })), 'spec.template.spec');
    expect(at(pod, 'containers.0.volumeMounts')).toEqual([{ name: 'data', mountPath: '/data' }]);
    expect(pod).not.toHaveProperty('volumes');
  });

  test('fails in a Deployment', () => {
    const template = new ClaimTemplate('data', { size: Size.gibibytes(1) });
    expect(refusalOf((stack) => new Deployment(stack, 'db', mounting(template)))).toBe(
      "test/db: volume 'data' is a claim template, which only a StatefulSet has. Use a PersistentVolumeClaim and its volume(), or make this a StatefulSet.",
    );
  });

  test.each([
    ['0Gi', Size.gibibytes(0)],
    ['no size', undefined as never],
  ])('fails for %s', (text, size) => {
    const template = new ClaimTemplate('data', { size });
    expect(refusalOf((stack) => new StatefulSet(stack, 'db', mounting(template)))).toBe(
      `test/db: claim template 'data' asks for ${text}. Give it a size, for example Size.gibibytes(10).`,
    );
  });

  test('fails for a name that is no name of a volume', () => {
    const template = new ClaimTemplate('my.data', { size: Size.gibibytes(1) });
    expect(refusalOf((stack) => new StatefulSet(stack, 'db', mounting(template)))).toBe(
      "test/db: volume name 'my.data' is invalid; allowed are lower-case letters, digits and '-', beginning and ending with a letter or digit. Rename it, for example to 'my-data'.",
    );
  });
});
