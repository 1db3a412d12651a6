import { Size } from 'cdk8s';
import { type AccessMode, type ClaimProps, PersistentVolumeClaim } from '../../../constructs';
import { only, refusalOf, synth } from '../../synth';

const specOf = (props: ClaimProps) =>
  only(
    synth((stack) => new PersistentVolumeClaim(stack, 'data', props)),
    'PersistentVolumeClaim',
  ).spec;

const refusal = (props: ClaimProps) => refusalOf((stack) => new PersistentVolumeClaim(stack, 'data', props));

describe('a claim', () => {
  test('with minimal props is for one node and of the default class', () => {
    expect(specOf({ size: Size.gibibytes(10) })).toEqual({
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '10Gi' } },
    });
  });

  test('writes all props', () => {
    const props: Required<ClaimProps> = {
      size: Size.tebibytes(2),
      accessMode: 'ReadWriteMany',
      storageClass: 'fast.example.org',
    };
    expect(specOf(props)).toEqual({
      storageClassName: 'fast.example.org',
      accessModes: ['ReadWriteMany'],
      resources: { requests: { storage: '2Ti' } },
    });
  });

  test.each<AccessMode>(['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'])(
    'can be mounted as %s',
    (accessMode) => {
      expect(specOf({ size: Size.gibibytes(1), accessMode })).toMatchObject({ accessModes: [accessMode] });
    },
  );

  test.each([
    ['1Ki', Size.kibibytes(1)],
    ['64Mi', Size.mebibytes(64)],
    ['3Pi', Size.pebibyte(3)],
    ['1.5Gi', Size.gibibytes(1.5)],
  ])('can have the size %s', (storage, size) => {
    expect(specOf({ size })).toMatchObject({ resources: { requests: { storage } } });
  });

  test.each([
    ['0Gi', Size.gibibytes(0)],
    ['0Mi', Size.mebibytes(0)],
  ])('fails for the size %s', (text, size) => {
    expect(refusal({ size })).toBe(
      `test/data: claim 'data' asks for ${text}. Give it a size, for example Size.gibibytes(10).`,
    );
  });

  test('fails without a size', () => {
    expect(refusal({ size: undefined as never })).toBe(
      "test/data: claim 'data' asks for no size. Give it a size, for example Size.gibibytes(10).",
    );
  });

  test.each([
    ['Fast', 'fast'],
    ['', 'web'],
  ])('fails for the StorageClass %j', (storageClass, suggestion) => {
    expect(refusal({ size: Size.gibibytes(1), storageClass })).toBe(
      `test/data: StorageClass name '${storageClass}' is invalid; allowed are lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit. Rename it, for example to '${suggestion}'.`,
    );
  });

  test('takes half a unit, and fails for what is no number of bytes', () => {
    expect(() => refusal({ size: Size.gibibytes(0.5) })).toThrow('nothing was refused');
    expect(refusal({ size: Size.gibibytes(Number.NaN) })).toMatch(
      /^test\/data: the size of .* 'NaNGi' is not a quantity; /,
    );
  });
});
