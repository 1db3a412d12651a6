import { PaymentService, type PaymentServiceProps, Rollout } from '../../../constructs';
import { at, only, synth } from '../../synth';

const images = { path: 'registry.example.org/shop', tag: 'v1' };

describe('PaymentService', () => {
  test('with minimal props needs none of the other services', () => {
    const manifests = synth((stack) => new PaymentService(stack, 'paymentservice', { images }));
    const deployment = only(manifests, 'Deployment', 'paymentservice');
    const { template, ...spec } = deployment.spec as { template: unknown };
    expect(spec).toEqual({ selector: { matchLabels: { app: 'paymentservice' } } });
    expect(at(template, 'spec.terminationGracePeriodSeconds')).toBe(5);
    expect(at(template, 'spec.containers')).toEqual([
      {
        name: 'server',
        image: 'registry.example.org/shop/paymentservice:v1',
        ports: [{ name: 'grpc', containerPort: 50051 }],
        env: [
          { name: 'PORT', value: '50051' },
          { name: 'DISABLE_PROFILER', value: '1' },
        ],
        readinessProbe: { grpc: { port: 50051 } },
        livenessProbe: { grpc: { port: 50051 } },
        resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' } },
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
      },
    ]);
  });

  test('writes all props', () => {
    const props: Required<PaymentServiceProps> = { images, replicas: 3, rollout: Rollout.blueGreen() };
    const deployment = only(
      synth((stack) => new PaymentService(stack, 'pay', props)),
      'Deployment',
    );
    expect(at(deployment, 'spec.template.spec.containers.0.image')).toBe('registry.example.org/shop/pay:v1');
    expect(deployment.spec).toMatchObject({
      replicas: 3,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '100%', maxUnavailable: 0 } },
    });
  });
});
