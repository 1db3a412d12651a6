import { stackNames, stackOf } from '../stacks/contract';
import { expectedUnready, expectedWarning } from './expected';
import type { Live } from './live';

describe('what need not become ready', () => {
  test('are the issuers of the stacks that ask a public authority, and nothing else', () => {
    const unready = stackNames().flatMap((name) =>
      (stackOf(name).toJson() as unknown as Live[])
        .filter((object) => expectedUnready(object) !== undefined)
        .map(({ kind, metadata }) => `${name}: ${kind} ${metadata.name}`),
    );
    expect(unready).toEqual([
      'certificates: ClusterIssuer letsencrypt-staging',
      'certificates: ClusterIssuer letsencrypt-production',
      'certificates-issuer: Issuer letsencrypt-staging',
      'certificates-issuer: Issuer letsencrypt-production',
    ]);
  });

  test.each<[string, unknown, boolean]>([
    ['ClusterIssuer', { acme: {} }, true],
    ['Issuer', { acme: {} }, true],
    ['Issuer', { selfSigned: {} }, false],
    ['ClusterIssuer', { ca: {} }, false],
    ['Certificate', { acme: {} }, false],
    ['Issuer', undefined, false],
    ['Issuer', null, false],
  ])('%s with %j: %s', (kind, spec, expected) => {
    const reason = expectedUnready({ apiVersion: 'v1', kind, metadata: { name: 'x', uid: 'x' }, spec });
    expect(reason).toEqual(expected ? expect.stringContaining("Let's Encrypt") : undefined);
  });
});

test('no warning is right', () => {
  expect(expectedWarning('Warning: spec.template is deprecated')).toBeUndefined();
});
