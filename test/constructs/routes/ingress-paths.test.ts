import { Ingress, Path } from '../../../constructs';
import { at, only, refusalOf, synth } from '../../synth';
import { portOf } from '../services/pods';

const REGEX = { 'nginx.ingress.kubernetes.io/use-regex': 'true' };
const rewrite = (target: string) => ({ 'nginx.ingress.kubernetes.io/rewrite-target': target });

function ingressOf(...paths: readonly Path[]) {
  const manifests = synth((stack) => {
    const to = portOf(stack);
    new Ingress(stack, 'web', { routes: paths.map((path) => ({ to, path })) });
  });
  return only(manifests, 'Ingress');
}

function refusalFor(...paths: readonly Path[]): string {
  return refusalOf((stack) => {
    const to = portOf(stack);
    new Ingress(stack, 'web', { routes: paths.map((path) => ({ to, path })) });
  });
}

describe('paths of an Ingress', () => {
  test.each([
    ['exact', Path.exact('/a.b'), '/a.b', 'Exact', undefined],
    ['prefix', Path.prefix('/a.b'), '/a.b', 'Prefix', undefined],
    ['regex', Path.regex('/a(b|c)'), '/a(b|c)', 'ImplementationSpecific', REGEX],
    [
      'regex with a rewrite',
      Path.regex('/a/(.*)', '/b/$1'),
      '/a/(.*)',
      'ImplementationSpecific',
      { ...REGEX, ...rewrite('/b/$1') },
    ],
    [
      'strippedPrefix',
      Path.strippedPrefix('/v1.0/a.b'),
      '/v1\\.0/a\\.b(/|$)(.*)',
      'ImplementationSpecific',
      { ...REGEX, ...rewrite('/$2') },
    ],
  ])('%s', (_name, path, value, pathType, annotations) => {
    const ingress = ingressOf(path);
    expect(at(ingress, 'spec.rules.0.http.paths')).toMatchObject([{ path: value, pathType }]);
    expect(ingress.metadata.annotations).toEqual(annotations);
  });

  test('one rewrite serves several paths', () => {
    expect(ingressOf(Path.strippedPrefix('/a'), Path.regex('/b()(.*)', '/$2')).metadata.annotations).toEqual({
      ...REGEX,
      ...rewrite('/$2'),
    });
  });

  test('one regular expression is enough to say so', () => {
    expect(ingressOf(Path.exact('/a'), Path.regex('/b.*')).metadata.annotations).toEqual(REGEX);
  });

  test.each<[string, Path[]]>([
    ['not at all, /$2', [Path.prefix('/a'), Path.strippedPrefix('/b')]],
    ['/$1, not at all, /$2', [Path.regex('/a(.*)', '/$1'), Path.regex('/b.*'), Path.strippedPrefix('/c')]],
  ])('fails for different rewrites in one Ingress: %s', (wishes, paths) => {
    expect(refusalFor(...paths)).toBe(
      `test/web: its paths are rewritten in different ways (${wishes}), and the annotation of ingress-nginx holds for the whole Ingress. Make an Ingress for each.`,
    );
  });

  test('fails for a rewrite group that the path does not capture', () => {
    expect(refusalFor(Path.regex('/web/.*', '/$1'))).toBe(
      "test/web: the path '/web/.*' is rewritten to '/$1', and it captures 0 groups. Put what to keep into parentheses.",
    );
  });

  test('fails for two routes on one path', () => {
    expect(refusalFor(Path.prefix('/a'), Path.prefix('/a'))).toBe(
      "test/web: two routes take the path '/a' of any host. Remove one of them.",
    );
  });
});
