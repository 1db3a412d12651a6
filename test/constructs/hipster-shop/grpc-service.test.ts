import { Duration } from 'cdk8s';
import { GrpcService, type GrpcServiceProps, Resources, Rollout } from '../../../constructs';
import { at, only, refusalOf, synth } from '../../synth';

const images = { path: 'registry.example.org/shop', tag: 'v1' };

const containerOf = (props: Partial<GrpcServiceProps>) =>
  at(
    only(
      synth((stack) => new GrpcService(stack, 'mail', { images, port: 7000, ...props })),
      'Deployment',
    ),
    'spec.template.spec.containers.0',
  );

describe('GrpcService', () => {
  test('with minimal props answers health questions at its port', () => {
    expect(containerOf({})).toEqual({
      name: 'server',
      image: 'registry.example.org/shop/mail:v1',
      ports: [{ name: 'grpc', containerPort: 7000 }],
      env: [{ name: 'PORT', value: '7000' }],
      readinessProbe: { grpc: { port: 7000 } },
      livenessProbe: { grpc: { port: 7000 } },
      resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' } },
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      },
    });
  });

  describe('with all props', () => {
    const props: Required<GrpcServiceProps> = {
      images: { path: 'localhost:5000/shop', tag: 'v2' },
      port: 9000,
      portVariable: true,
      probes: { period: Duration.seconds(5) },
      liveness: { initialDelay: Duration.seconds(20) },
      resources: Resources.of({ cpu: '1', memory: '1Gi' }, { cpu: '2', memory: '2Gi' }),
      servicePort: 80,
      env: { MODE: 'test' },
      gracePeriod: Duration.seconds(7),
      replicas: 2,
      rollout: Rollout.recreate(),
    };
    const manifests = synth((stack) => new GrpcService(stack, 'mail', props));
    const deployment = only(manifests, 'Deployment');

    test('runs this container', () => {
      expect(at(deployment, 'spec.template.spec.containers.0')).toMatchObject({
        image: 'localhost:5000/shop/mail:v2',
        ports: [{ name: 'grpc', containerPort: 9000 }],
        env: [
          { name: 'PORT', value: '9000' },
          { name: 'MODE', value: 'test' },
        ],
        resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '2', memory: '2Gi' } },
      });
    });

    test('asks for readiness and for liveness each in its way', () => {
      expect(at(deployment, 'spec.template.spec.containers.0.readinessProbe')).toEqual({
        grpc: { port: 9000 },
        periodSeconds: 5,
      });
      expect(at(deployment, 'spec.template.spec.containers.0.livenessProbe')).toEqual({
        grpc: { port: 9000 },
        initialDelaySeconds: 20,
      });
    });

    test('has this number of pods, replaces them this way and gives them this time', () => {
      expect(deployment.spec).toMatchObject({
        replicas: 2,
        strategy: { type: 'Recreate' },
        template: { spec: { terminationGracePeriodSeconds: 7 } },
      });
    });

    test('is reached at this port', () => {
      expect(at(only(manifests, 'Service'), 'spec.ports')).toEqual([{ name: 'grpc', port: 80, targetPort: 'grpc' }]);
    });
  });

  test('asks for liveness as for readiness when nothing else is said', () => {
    const probe = { grpc: { port: 7000 }, periodSeconds: 5 };
    expect(containerOf({ probes: { period: Duration.seconds(5) } })).toMatchObject({
      readinessProbe: probe,
      livenessProbe: probe,
    });
  });

  test('has no environment when it is not told its port', () => {
    expect(containerOf({ portVariable: false })).not.toHaveProperty('env');
  });

  test('can be told another PORT than the one it has', () => {
    expect(at(containerOf({ env: { PORT: '1' } }), 'env')).toEqual([{ name: 'PORT', value: '1' }]);
  });

  test('fails for port 0', () => {
    expect(refusalOf((stack) => new GrpcService(stack, 'mail', { images, port: 0 }))).toBe(
      "test/mail/Deployment: port 'grpc' is 0; allowed are whole numbers from 1 to 65535. Write the port on which the program listens.",
    );
  });
});
