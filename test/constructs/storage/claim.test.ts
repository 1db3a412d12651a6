import { Size } from 'cdk8s';
import { App, Deployment, PersistentVolumeClaim, type PersistentVolumeClaimProps } from '../../../constructs';
import { at, only, refusalOf, synth, TestStack } from '../../synth';

const size = Size.gibibytes(1);

const mounting = (claim: PersistentVolumeClaim, stack: TestStack, id = 'web') =>
  new Deployment(stack, id, {
    containers: [{ name: 'web', image: 'busybox:1.37.0', mounts: [claim.volume('content').at('/content')] }],
  });

describe('PersistentVolumeClaim', () => {
  test('with minimal props is called like its construct', () => {
    expect(synth((stack) => new PersistentVolumeClaim(stack, 'data', { size }))).toEqual([
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'data', labels: { 'app.kubernetes.io/part-of': 'test' } },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
      },
    ]);
  });

  test('writes all props', () => {
    const props: Required<PersistentVolumeClaimProps> = {
      name: 'pages',
      namespace: { name: 'shop' },
      labels: { team: 'cart' },
      annotations: { owner: 'the cart team' },
      size,
      accessMode: 'ReadOnlyMany',
      storageClass: 'standard',
    };
    const manifest = only(
      synth((stack) => new PersistentVolumeClaim(stack, 'claim', props)),
      'PersistentVolumeClaim',
    );
    expect(manifest.metadata).toEqual({
      name: 'pages',
      namespace: 'shop',
      labels: { 'app.kubernetes.io/part-of': 'test', team: 'cart' },
      annotations: { owner: 'the cart team' },
    });
    expect(manifest.spec).toEqual({
      storageClassName: 'standard',
      accessModes: ['ReadOnlyMany'],
      resources: { requests: { storage: '1Gi' } },
    });
  });

  test('is a volume of a pod', () => {
    const manifests = synth((stack) =>
      mounting(new PersistentVolumeClaim(stack, 'claim', { name: 'pages', size }), stack),
    );
    const pod = at(only(manifests, 'Deployment'), 'spec.template.spec');
    expect(at(pod, 'volumes')).toEqual([{ name: 'content', persistentVolumeClaim: { claimName: 'pages' } }]);
    expect(at(pod, 'containers.0.volumeMounts')).toEqual([{ name: 'content', mountPath: '/content' }]);
  });

  test('is a volume of each of two pods', () => {
    const manifests = synth((stack) => {
      const claim = new PersistentVolumeClaim(stack, 'pages', { size });
      mounting(claim, stack, 'web');
      mounting(claim, stack, 'mail');
    });
    for (const name of ['web', 'mail']) {
      expect(at(only(manifests, 'Deployment', name), 'spec.template.spec.volumes.0.persistentVolumeClaim')).toEqual({
        claimName: 'pages',
      });
    }
  });

  test('is in the Namespace it is given, otherwise in that of its stack', () => {
    const app = new App();
    const main = new TestStack(app);
    const alternative = new TestStack(app, 'test-other', { alternativeTo: main });
    const claims = [
      new PersistentVolumeClaim(alternative, 'one', { namespace: { name: 'shop' }, size }),
      new PersistentVolumeClaim(alternative, 'other', { size }),
      new PersistentVolumeClaim(main, 'third', { size }),
    ];
    expect(claims.map(({ namespace }) => namespace)).toEqual(['shop', 'test-other', undefined]);
  });

  test('fails for a pod in another Namespace', () => {
    expect(
      refusalOf((stack) =>
        mounting(new PersistentVolumeClaim(stack, 'pages', { namespace: { name: 'shop' }, size }), stack),
      ),
    ).toBe(
      "test/web: claim 'pages' is in the Namespace 'shop', and it can be used only there, not in the Namespace that kubectl is told. Put both into one Namespace.",
    );
  });

  test('fails for an invalid name', () => {
    expect(refusalOf((stack) => new PersistentVolumeClaim(stack, 'my_data', { size }))).toBe(
      "test/my_data: PersistentVolumeClaim name 'my_data' is invalid; allowed are lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit. Rename it, for example to 'my-data'.",
    );
  });

  test('fails without a size, with its name', () => {
    expect(
      refusalOf((stack) => new PersistentVolumeClaim(stack, 'claim', { name: 'pages', size: Size.gibibytes(0) })),
    ).toBe("test/claim: claim 'pages' asks for 0Gi. Give it a size, for example Size.gibibytes(10).");
  });
});
