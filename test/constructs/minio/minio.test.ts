import { Size } from 'cdk8s';
import { Credentials, Minio, type MinioProps } from '../../../constructs';
import { at, only, synth } from '../../synth';

const credentials = Credentials.existing();

const development = Credentials.development({ MINIO_ROOT_USER: 'minio', MINIO_ROOT_PASSWORD: 'minio123' });

describe('Minio', () => {
  const minimal = synth((stack) => new Minio(stack, 'minio', { credentials }));

  test('with minimal props is a StatefulSet with one claim', () => {
    expect(only(minimal, 'StatefulSet', 'minio').spec).toEqual({
      serviceName: 'minio',
      selector: { matchLabels: { app: 'minio' } },
      template: {
        metadata: { labels: { app: 'minio' } },
        spec: {
          automountServiceAccountToken: false,
          securityContext: {
            runAsNonRoot: true,
            runAsUser: 1000,
            runAsGroup: 1000,
            fsGroup: 1000,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          containers: [
            {
              name: 'minio',
              image: 'quay.io/minio/minio:RELEASE.2025-09-07T16-13-09Z',
              args: ['server', '/data', '--console-address', ':9001'],
              ports: [
                { name: 'minio', containerPort: 9000 },
                { name: 'console', containerPort: 9001 },
              ],
              env: ['MINIO_ROOT_USER', 'MINIO_ROOT_PASSWORD'].map((name) => ({
                name,
                valueFrom: { secretKeyRef: { name: 'minio-secret', key: name } },
              })),
              readinessProbe: { httpGet: { path: '/minio/health/ready', port: 'minio' } },
              livenessProbe: { httpGet: { path: '/minio/health/live', port: 'minio' } },
              resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
              volumeMounts: [{ name: 'data', mountPath: '/data' }],
              securityContext: {
                allowPrivilegeEscalation: false,
                readOnlyRootFilesystem: true,
                capabilities: { drop: ['ALL'] },
              },
            },
          ],
        },
      },
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } },
        },
      ],
    });
  });

  test('has a headless Service for objects, and nothing else', () => {
    expect(minimal.map(({ kind }) => kind)).toEqual(['Service', 'StatefulSet']);
    expect(only(minimal, 'Service', 'minio').spec).toEqual({
      clusterIP: 'None',
      ports: [{ name: 'minio', port: 9000 }],
      selector: { app: 'minio' },
    });
  });

  describe('with all props', () => {
    const props: Required<MinioProps> = {
      name: 'objects',
      labels: { team: 'storage' },
      annotations: { owner: 'the storage team' },
      replicas: 0,
      credentials: development,
      secretName: 'root-user',
      size: Size.gibibytes(20),
      storageClass: 'fast',
      image: 'quay.io/minio/minio:RELEASE.2025-01-01T00-00-00Z',
    };
    const manifests = synth((stack) => new Minio(stack, 'minio', props));
    const server = only(manifests, 'StatefulSet');

    test('has this metadata', () => {
      expect(server.metadata).toEqual({
        name: 'objects',
        labels: { 'app.kubernetes.io/part-of': 'test', team: 'storage' },
        annotations: { owner: 'the storage team' },
      });
    });

    test('makes this Secret and reads it', () => {
      expect(only(manifests, 'Secret', 'root-user').stringData).toEqual({
        MINIO_ROOT_USER: 'minio',
        MINIO_ROOT_PASSWORD: 'minio123',
      });
      expect(at(server, 'spec.template.spec.containers.0.env')).toMatchObject([
        { valueFrom: { secretKeyRef: { name: 'root-user' } } },
        { valueFrom: { secretKeyRef: { name: 'root-user' } } },
      ]);
    });

    test('has this storage', () => {
      expect(at(server, 'spec.volumeClaimTemplates.0.spec')).toEqual({
        storageClassName: 'fast',
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '20Gi' } },
      });
    });

    test('has this image and this number of pods', () => {
      expect(at(server, 'spec.template.spec.containers.0.image')).toBe(
        'quay.io/minio/minio:RELEASE.2025-01-01T00-00-00Z',
      );
      expect(at(server, 'spec.replicas')).toBe(0);
    });

    test('is reached by this name', () => {
      expect(only(manifests, 'Service', 'objects').spec).toMatchObject({ selector: { app: 'objects' } });
      expect(at(server, 'spec.serviceName')).toBe('objects');
    });
  });

  test('names its Secret after itself', () => {
    const manifests = synth((stack) => new Minio(stack, 'minio', { name: 'objects', credentials: development }));
    expect(only(manifests, 'Secret').metadata.name).toBe('objects-secret');
  });
});
