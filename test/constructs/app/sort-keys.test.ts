import * as fc from 'fast-check';
import { sortKeys } from '../../../constructs/app/sort-keys';

const sorted = (...keys: string[]) => sortKeys(keys);

describe('sortKeys', () => {
  test.each([
    [['apiVersion', 'kind', 'metadata', 'spec']],
    [['apiVersion', 'kind', 'metadata', 'type', 'stringData']],
    [['name', 'namespace', 'labels', 'annotations']],
    [
      [
        'name',
        'image',
        'command',
        'args',
        'ports',
        'env',
        'readinessProbe',
        'livenessProbe',
        'resources',
        'volumeMounts',
        'securityContext',
      ],
    ],
    [['replicas', 'selector', 'strategy', 'template']],
    [
      [
        'serviceAccountName',
        'automountServiceAccountToken',
        'initContainers',
        'containers',
        'securityContext',
        'volumes',
      ],
    ],
    [['type', 'clusterIP', 'selector', 'ports', 'externalTrafficPolicy']],
    [['name', 'port', 'targetPort', 'protocol']],
    [['ingressClassName', 'tls', 'rules']],
    [['from', 'ports']],
    [['requests', 'limits']],
    [['cpu', 'memory']],
    [['path', 'pathType', 'backend']],
  ])('keeps %j', (keys) => {
    expect(sorted(...keys.toReversed())).toEqual(keys);
  });

  test('puts keys that nobody has an order for behind, by the alphabet', () => {
    expect(sorted('zone', 'app', 'name')).toEqual(['name', 'app', 'zone']);
  });

  test('sorts many as it sorts few, and loses none', () => {
    const key = fc.oneof(fc.string(), fc.constantFrom('name', 'kind', 'spec', 'metadata', 'ports', 'data'));
    fc.assert(
      fc.property(fc.uniqueArray(key, { maxLength: 40 }), (keys) => {
        const known = ['kind', 'metadata', 'name', 'ports', 'spec', 'data'].filter((name) => keys.includes(name));
        const others = keys.filter((name) => !known.includes(name)).sort((a, b) => (a < b ? -1 : 1));
        fc.pre(others.every((name) => !/^[a-zA-Z]{3,}$/.test(name)));
        expect(sorted(...keys)).toEqual([...known, ...others]);
      }),
    );
  });
});
