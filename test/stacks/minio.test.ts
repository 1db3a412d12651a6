import { at, only } from '../synth';
import { inNamespace, manifestsOf, PROBE, type StackContract, stackOf, testContract } from './contract';

const contract: StackContract = {
  needs: [],
  leftBehind: ['PersistentVolumeClaim default/data-minio-0'],
  objects: ['Secret minio-secret', 'Service minio', 'StatefulSet minio'],
  services: { minio: { type: 'Headless', selector: { app: 'minio' }, ports: ['minio 9000->9000/TCP'] } },
  pods: {
    'StatefulSet minio': {
      replicas: 1,
      labels: { app: 'minio' },
      user: 1000,
      containers: {
        minio: {
          image: 'quay.io/minio/minio:RELEASE.2025-09-07T16-13-09Z',
          ports: ['minio 9000', 'console 9001'],
          env: {
            MINIO_ROOT_USER: 'minio-secret/MINIO_ROOT_USER',
            MINIO_ROOT_PASSWORD: 'minio-secret/MINIO_ROOT_PASSWORD',
          },
          readiness: { ...PROBE, httpGet: { path: '/minio/health/ready', port: 'minio' } },
          liveness: { ...PROBE, httpGet: { path: '/minio/health/live', port: 'minio' } },
          resources: '100m/256Mi -> 500m/512Mi',
          mounts: ['data /data'],
        },
      },
    },
  },
};

const consoleContract: StackContract = {
  ...contract,
  needs: ['ingress-nginx'],
  objects: [
    'Secret minio-secret',
    'Service minio',
    'Service minio-console',
    'StatefulSet minio',
    'Ingress minio-console',
  ],
  services: {
    ...contract.services,
    'minio-console': { type: 'ClusterIP', selector: { app: 'minio' }, ports: ['console 9001->9001/TCP'] },
  },
  ingresses: {
    'minio-console': { routes: ['console.minio.localhost / Prefix -> minio-console console'] },
  },
};

const ciphertext = 'QWxs'.repeat(50);
const sealed = { MINIO_ROOT_USER: ciphertext, MINIO_ROOT_PASSWORD: `${ciphertext.slice(4)}Zm9y` };

const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } };

describe('minio', () => {
  testContract('minio', contract);

  test('is this YAML', () => {
    expect(stackOf('minio').toJson()).toMatchSnapshot();
  });
});

describe('minio-console', () => {
  testContract('minio-console', inNamespace('minio-console', consoleContract));
});

describe.each(['minio', 'minio-console'])('%s', (name) => {
  test('gives its pod a name through the headless Service', () => {
    expect(at(only(manifestsOf(name), 'StatefulSet'), 'spec.serviceName')).toBe('minio');
  });

  test('has the console at a port that is known', () => {
    expect(at(only(manifestsOf(name), 'StatefulSet'), 'spec.template.spec.containers.0.args')).toEqual([
      'server',
      '/data',
      '--console-address',
      ':9001',
    ]);
  });

  test.each<[string, Record<string, string>, Record<string, unknown>]>([
    ['the default class of the cluster', {}, claim],
    ['a StorageClass', { STORAGE_CLASS: 'fast' }, { ...claim, storageClassName: 'fast' }],
  ])('claims 10Gi for its pod from %s', (_, variables, spec) => {
    expect(at(only(manifestsOf(name, variables), 'StatefulSet'), 'spec.volumeClaimTemplates')).toEqual([
      { metadata: { name: 'data' }, spec },
    ]);
  });

  test('has a Secret with development credentials, which says so', () => {
    const secret = only(manifestsOf(name), 'Secret', 'minio-secret');
    expect(secret.stringData).toEqual({ MINIO_ROOT_USER: 'minio', MINIO_ROOT_PASSWORD: 'minio123' });
    expect(secret.metadata.annotations).toEqual({ 'kind-stacks/credentials': 'development' });
  });

  describe.each([
    ['existing', 'existing', []],
    ['sealed', JSON.stringify(sealed), [['bitnami.com/v1alpha1', 'minio-secret', { encryptedData: sealed }]]],
  ])('with %s credentials', (_, setting, sealedSecrets) => {
    const manifests = manifestsOf(name, { CREDENTIALS: setting });

    test('needs the controller that unseals, if there is something to unseal', () => {
      const needs = stackOf(name, { CREDENTIALS: setting }).needs.map((need) => need.name);
      expect(needs.includes('Sealed Secrets')).toBe(sealedSecrets.length > 0);
    });

    test('has no Secret', () => {
      expect(manifests.map(({ kind }) => kind)).not.toContain('Secret');
    });

    test('has what is sealed as ciphertexts', () => {
      const found = manifests.filter(({ kind }) => kind === 'SealedSecret');
      expect(found.map(({ apiVersion, metadata, spec }) => [apiVersion, metadata.name, spec])).toEqual(sealedSecrets);
    });

    test('has the pods of the development form, which read the same Secret', () => {
      expect(only(manifests, 'StatefulSet')).toEqual(only(manifestsOf(name), 'StatefulSet'));
    });
  });
});
