import { Size } from 'cdk8s';
import { Deployment, EmptyDir, type MountOptions, PersistentVolumeClaim, Pod } from '../../../constructs';
import { at, only, refusalOf, synth } from '../../synth';
import { BARE, containerOf, containerRefusal, podOf } from './pod-of';

const mountOf = (options?: MountOptions) =>
  containerOf({ mounts: [new EmptyDir('data').at('/data', options)] }).volumeMounts;

describe('a volume', () => {
  test('is mounted with minimal props', () => {
    expect(mountOf()).toEqual([{ name: 'data', mountPath: '/data' }]);
  });

  test('is mounted with all props', () => {
    const all: Required<MountOptions> = { readOnly: true, subPath: 'shop' };
    expect(mountOf(all)).toEqual([{ name: 'data', mountPath: '/data', subPath: 'shop', readOnly: true }]);
  });

  test('does not repeat that it can be written', () => {
    expect(mountOf({ readOnly: false })).toEqual([{ name: 'data', mountPath: '/data' }]);
  });

  test('is written once when several containers mount it', () => {
    const data = new EmptyDir('data');
    const mounts = [data.at('/data')];
    const spec = podOf({
      initContainers: [{ ...BARE, name: 'init', mounts }],
      sidecars: [{ ...BARE, name: 'log', mounts }],
      containers: [{ ...BARE, mounts }],
    });
    expect(spec.volumes).toEqual([{ name: 'data', emptyDir: {} }]);
  });

  test('of a claim names the claim', () => {
    const manifests = synth((stack) => {
      const claim = new PersistentVolumeClaim(stack, 'orders', { size: Size.gibibytes(1) });
      new Pod(stack, 'web', { containers: [{ ...BARE, mounts: [claim.volume('data').at('/data')] }] });
    });
    expect(at(only(manifests, 'Pod'), 'spec.volumes')).toEqual([
      { name: 'data', persistentVolumeClaim: { claimName: 'orders' } },
    ]);
  });

  test('of one claim can be made for each of two pods', () => {
    const manifests = synth((stack) => {
      const claim = new PersistentVolumeClaim(stack, 'orders', { size: Size.gibibytes(1) });
      for (const name of ['writer', 'reader'])
        new Pod(stack, name, { containers: [{ ...BARE, mounts: [claim.volume(name).at('/data')] }] });
    });
    expect(at(only(manifests, 'Pod', 'reader'), 'spec.volumes')).toEqual([
      { name: 'reader', persistentVolumeClaim: { claimName: 'orders' } },
    ]);
  });

  test('fails in a second pod', () => {
    expect(
      refusalOf((stack) => {
        const containers = [{ ...BARE, mounts: [new EmptyDir('data').at('/data')] }];
        new Deployment(stack, 'web', { containers });
        new Pod(stack, 'copy', { containers });
      }),
    ).toBe(
      "test/copy: volume 'data' belongs to the pod of test/web. Make a volume for this pod; to share data, make both from one claim.",
    );
  });

  test('fails for a name that is not a DNS label', () => {
    expect(containerRefusal({ mounts: [new EmptyDir('my_data').at('/data')] })).toBe(
      "test/web: volume name 'my_data' is invalid; allowed are lower-case letters, digits and '-', beginning and ending with a letter or digit. Rename it, for example to 'my-data'.",
    );
  });

  test('fails for a name of more than 63 characters', () => {
    expect(containerRefusal({ mounts: [new EmptyDir('d'.repeat(64)).at('/data')] })).toBe(
      `test/web: volume name '${'d'.repeat(64)}' has 64 characters; 63 are allowed. Shorten it.`,
    );
  });

  test.each(['', 'Data', '-data', 'data-', 'data.1'])("fails for the name '%s'", (name) => {
    expect(containerRefusal({ mounts: [new EmptyDir(name).at('/data')] })).toMatch(
      /^test\/web: volume name '.*' is invalid; /,
    );
  });
});
