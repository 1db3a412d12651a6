import { Redis, type RedisProps } from '../../../constructs';
import { at, only, refusalOf, synth } from '../../synth';

describe('Redis', () => {
  const minimal = synth((stack) => new Redis(stack, 'redis'));

  test('with minimal props is a Deployment that keeps its data in the pod', () => {
    expect(only(minimal, 'Deployment', 'redis').spec).toEqual({
      selector: { matchLabels: { app: 'redis' } },
      template: {
        metadata: { labels: { app: 'redis' } },
        spec: {
          serviceAccountName: 'redis',
          automountServiceAccountToken: false,
          securityContext: {
            runAsNonRoot: true,
            runAsUser: 999,
            runAsGroup: 999,
            fsGroup: 999,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          containers: [
            {
              name: 'redis',
              image: 'redis:7.2-alpine',
              ports: [{ name: 'tcp-redis', containerPort: 6379 }],
              readinessProbe: { tcpSocket: { port: 'tcp-redis' }, periodSeconds: 5 },
              livenessProbe: { tcpSocket: { port: 'tcp-redis' }, periodSeconds: 5 },
              resources: { requests: { cpu: '70m', memory: '200Mi' }, limits: { cpu: '125m', memory: '256Mi' } },
              volumeMounts: [{ name: 'redis-data', mountPath: '/data' }],
              securityContext: {
                allowPrivilegeEscalation: false,
                readOnlyRootFilesystem: true,
                capabilities: { drop: ['ALL'] },
              },
            },
          ],
          volumes: [{ name: 'redis-data', emptyDir: {} }],
        },
      },
    });
  });

  test('has a ServiceAccount and a Service of its name', () => {
    expect(minimal.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
      'ServiceAccount redis',
      'Service redis',
      'Deployment redis',
    ]);
    expect(only(minimal, 'Service').spec).toEqual({
      ports: [{ name: 'tcp-redis', port: 6379 }],
      selector: { app: 'redis' },
    });
  });

  test('writes all props', () => {
    const props: Required<RedisProps> = {
      name: 'cart',
      labels: { team: 'cart' },
      annotations: { owner: 'the cart team' },
      image: 'redis:7.4-alpine',
    };
    const manifests = synth((stack) => new Redis(stack, 'redis', props));
    expect(manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
      'ServiceAccount cart',
      'Service cart',
      'Deployment cart',
    ]);
    const deployment = only(manifests, 'Deployment');
    expect(deployment.metadata).toEqual({
      name: 'cart',
      labels: { 'app.kubernetes.io/part-of': 'test', team: 'cart' },
      annotations: { owner: 'the cart team' },
    });
    expect(at(deployment, 'spec.template.spec.containers.0.image')).toBe('redis:7.4-alpine');
    expect(at(deployment, 'spec.template.spec.serviceAccountName')).toBe('cart');
  });

  test('fails for a name that a Service cannot have', () => {
    expect(refusalOf((stack) => new Redis(stack, 'redis', { name: '7redis' }))).toBe(
      "test/redis/Deployment/7redis: Service name '7redis' is invalid; allowed are lower-case letters, digits and '-', beginning with a letter. Rename it, for example to 'redis'.",
    );
  });
});
