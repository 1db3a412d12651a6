import { Size } from 'cdk8s';
import * as fc from 'fast-check';
import { EmptyDir, type EmptyDirOptions } from '../../../constructs';
import { BARE, podOf } from './pod-of';

const volumesOf = (options?: EmptyDirOptions) =>
  podOf({ containers: [{ ...BARE, mounts: [new EmptyDir('cache', options).at('/cache')] }] }).volumes;

describe('EmptyDir', () => {
  test('with minimal props', () => {
    expect(volumesOf()).toEqual([{ name: 'cache', emptyDir: {} }]);
  });

  test('with all props', () => {
    const all: Required<EmptyDirOptions> = { medium: 'Memory', sizeLimit: Size.mebibytes(64) };
    expect(volumesOf(all)).toEqual([{ name: 'cache', emptyDir: { medium: 'Memory', sizeLimit: '64Mi' } }]);
  });

  test('has a limit in the unit in which it is given', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (amount) => {
        expect(volumesOf({ sizeLimit: Size.gibibytes(amount) })).toEqual([
          { name: 'cache', emptyDir: { sizeLimit: `${amount}Gi` } },
        ]);
      }),
    );
  });
});
