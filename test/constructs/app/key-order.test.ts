import { compareKeys } from '../../../constructs/app/key-order';

const sorted = (...keys: string[]) => keys.sort(compareKeys);

describe('compareKeys', () => {
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

  test('takes equal keys for equal', () => {
    expect(compareKeys('name', 'name')).toBe(0);
    expect(compareKeys('zone', 'zone')).toBe(0);
  });
});
