import { leftBehind } from '../../cli/left-behind';
import { listStacks } from '../../cli/stack-list';
import type { Manifest } from '../../constructs';
import { stackNames } from '../stacks/contract';

const tell = (manifests: readonly Manifest[]) =>
  leftBehind(manifests).map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`);

describe('what stays', () => {
  test('of each stack is this', () => {
    const kept = listStacks({}).map(({ stack, manifests }) => [stack.name, tell(manifests)] as const);
    expect(Object.fromEntries(kept.filter(([, objects]) => objects.length > 0))).toEqual({
      minio: ['PersistentVolumeClaim default/data-minio-0'],
      certificates: [
        'Secret cert-manager/letsencrypt-staging',
        'Secret cert-manager/letsencrypt-production',
        'Secret cert-manager/kind-ca',
        'Secret default/quickstart-example-tls',
      ],
      'hipster-shop': ['Secret default/frontend-tls'],
    });
  });

  const object = (kind: string, spec: object, metadata: object = {}): Manifest =>
    ({ apiVersion: 'v1', kind, metadata: { name: 'it', ...metadata }, spec }) as Manifest;
  const templates = [{ metadata: { name: 'data' } }, { metadata: { name: 'logs' } }];
  const tls = [{ secretName: 'cert' }];
  const acme = { acme: { privateKeySecretRef: { name: 'account' } } };

  test.each<[what: string, manifest: Manifest, kept: string[]]>([
    [
      'a claim for each template and replica',
      object('StatefulSet', { replicas: 2, volumeClaimTemplates: templates }),
      ['data-it-0', 'data-it-1', 'logs-it-0', 'logs-it-1'].map((name) => `PersistentVolumeClaim default/${name}`),
    ],
    ['no claim without templates', object('StatefulSet', { replicas: 2 }), []],
    [
      'the Secret of a Certificate',
      object('Certificate', { secretName: 'cert' }, { namespace: 'n' }),
      ['Secret n/cert'],
    ],
    ['no Secret of an Ingress that nobody asks for', object('Ingress', { tls }), []],
    [
      'the Secret of an Ingress that a namespaced issuer is asked for',
      object('Ingress', { tls }, { annotations: { 'cert-manager.io/issuer': 'ca' } }),
      ['Secret default/cert'],
    ],
    ['the account of an Issuer beside it', object('Issuer', acme, { namespace: 'n' }), ['Secret n/account']],
    ['the account of a ClusterIssuer at cert-manager', object('ClusterIssuer', acme), ['Secret cert-manager/account']],
    ['nothing of an issuer without an account', object('ClusterIssuer', { selfSigned: {} }), []],
  ])('is %s', (_, manifest, kept) => {
    expect(tell([manifest])).toEqual(kept);
  });

  test('is nothing in a Namespace that the same file brings', () => {
    const certificate = object('Certificate', { secretName: 'cert' }, { namespace: 'n' });
    expect(tell([object('Namespace', {}, { name: 'n' }), certificate])).toEqual([]);
    expect(tell([object('Namespace', {}, { name: 'other' }), certificate])).toEqual(['Secret n/cert']);
  });
});

describe('the list of stacks', () => {
  const list = listStacks({});

  test('has every stack', () => {
    expect(list.map(({ stack }) => stack.name)).toEqual(stackNames());
  });

  test('has what a stack needs before it', () => {
    const seen = new Set<unknown>();
    const early = list.flatMap(({ stack }) => {
      seen.add(stack);
      return stack.needs.filter((need) => list.some((other) => other.stack === need) && !seen.has(need));
    });
    expect(early).toEqual([]);
  });

  test('is synthesised with the settings of the environment', () => {
    const [first] = listStacks({ KIND_STACKS_NETWORK: '10.1.0.0/16' });
    expect(JSON.stringify(first?.manifests)).toContain('10.1.255.1-10.1.255.19');
  });
});
