import * as fc from 'fast-check';
import { Ingress, Path } from '../../../constructs';
import { at, only, synth } from '../../synth';
import { portOf } from '../services/pods';

describe('Path.strippedPrefix in an Ingress', () => {
  const characters = fc.constantFrom(...'abcxyz0189-_.~');
  const segment = fc
    .string({ unit: characters, minLength: 1, maxLength: 6 })
    .filter((text) => text !== '.' && text !== '..');
  const prefixes = fc.array(segment, { minLength: 1, maxLength: 3 }).map((segments) => `/${segments.join('/')}`);
  const below = fc.array(fc.string({ unit: characters, maxLength: 6 }), { maxLength: 4 });

  /** What ingress-nginx would make of a path: the rewritten one, or undefined when it is not taken. */
  function rewriting(prefix: string): (path: string) => string | undefined {
    const manifests = synth(
      (stack) => new Ingress(stack, 'web', { routes: [{ path: Path.strippedPrefix(prefix), to: portOf(stack) }] }),
    );
    const ingress = only(manifests, 'Ingress');
    const expression = new RegExp(`^${at(ingress, 'spec.rules.0.http.paths.0.path')}`);
    const target = ingress.metadata.annotations?.['nginx.ingress.kubernetes.io/rewrite-target'] as string;
    return (path) => (expression.test(path) ? path.replace(expression, target) : undefined);
  }

  test('is taken away from every path below it', () => {
    fc.assert(
      fc.property(prefixes, below, (prefix, rest) => {
        const rewrite = rewriting(prefix);
        expect(rewrite(prefix)).toBe('/');
        expect(rewrite(`${prefix}/${rest.join('/')}`)).toBe(`/${rest.join('/')}`);
      }),
    );
  });

  test('does not take paths that only begin like it', () => {
    fc.assert(
      fc.property(prefixes, segment, below, (prefix, more, rest) => {
        expect(rewriting(prefix)(`${[prefix + more, ...rest].join('/')}`)).toBeUndefined();
      }),
    );
    expect(rewriting('/web')('/webx')).toBeUndefined();
  });

  test('takes a dot for a dot', () => {
    expect(rewriting('/v1.0')('/v1.0/a')).toBe('/a');
    expect(rewriting('/v1.0')('/v1x0/a')).toBeUndefined();
  });
});
