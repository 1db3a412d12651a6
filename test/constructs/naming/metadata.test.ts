import { Construct } from 'constructs';
import type { ObjectProps } from '../../../constructs';
import { metadataOf } from '../../../constructs/naming/metadata';
import { refusalOf, TestStack } from '../../synth';

const metadata = (props: ObjectProps, id = 'web') => metadataOf(new Construct(new TestStack(), id), 'ConfigMap', props);

const refusal = (props: ObjectProps) =>
  refusalOf((stack) => metadataOf(new Construct(stack, 'web'), 'ConfigMap', props));

describe('metadataOf', () => {
  test('with minimal props is the id alone', () => {
    expect(metadata({})).toStrictEqual({ name: 'web' });
  });

  test('writes all props', () => {
    const props: Required<ObjectProps> = {
      name: 'settings',
      namespace: { name: 'shop' },
      labels: { team: 'cart' },
      annotations: { owner: 'the cart team' },
    };
    expect(metadata(props)).toStrictEqual({
      name: 'settings',
      namespace: 'shop',
      labels: { team: 'cart' },
      annotations: { owner: 'the cart team' },
    });
  });

  test('does not see what becomes of the props later', () => {
    const labels: Record<string, string> = { team: 'cart' };
    const annotations: Record<string, string> = { owner: 'cart' };
    const result = metadata({ labels, annotations });
    labels.team = 'mail';
    annotations.owner = 'mail';
    expect(result).toStrictEqual({ name: 'web', labels: { team: 'cart' }, annotations: { owner: 'cart' } });
  });

  test('does not check the id when a name is given', () => {
    expect(metadata({ name: 'web' }, 'The Web').name).toBe('web');
  });

  test('fails for an invalid name', () => {
    expect(refusal({ name: 'Web' })).toBe(
      "test/web: ConfigMap name 'Web' is invalid; allowed are lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit. Rename it, for example to 'web'.",
    );
  });

  test('fails for an invalid Namespace', () => {
    expect(refusal({ namespace: { name: 'My Shop' } })).toBe(
      "test/web: Namespace name 'My Shop' is invalid; allowed are lower-case letters, digits and '-', beginning and ending with a letter or digit. Rename it, for example to 'my-shop'.",
    );
  });

  test('fails for an invalid label', () => {
    expect(refusal({ labels: { team: '?' } })).toBe(
      "test/web: label team has the value '?'; allowed are at most 63 letters, digits, '-', '_' and '.', beginning and ending with a letter or digit. Change the value, or make it an annotation.",
    );
  });

  test('fails for an invalid annotation', () => {
    expect(refusal({ annotations: { 'the owner': 'cart' } })).toBe(
      "test/web: annotation key 'the owner' is invalid; allowed are at most 63 letters, digits, '-', '_' and '.', after an optional DNS name and '/'. Change the key.",
    );
  });
});
