import { Frontend, type FrontendProps } from '../../../constructs';
import { at, only, refusalOf, synth, TestStack } from '../../synth';

const props: Required<FrontendProps> = {
  images: { path: 'registry.example.org/shop', tag: 'v1' },
  env: { CART_SERVICE_ADDR: 'cartservice:7070' },
};

describe('Frontend', () => {
  const manifests = synth((stack) => new Frontend(stack, 'frontend', props));

  test('runs a website', () => {
    const health = (session: string) => ({
      httpGet: {
        path: '/_healthz',
        port: 'http',
        httpHeaders: [{ name: 'Cookie', value: `shop_session-id=${session}` }],
      },
      initialDelaySeconds: 10,
    });
    expect(at(only(manifests, 'Deployment', 'frontend'), 'spec.template.spec.containers')).toEqual([
      {
        name: 'server',
        image: 'registry.example.org/shop/frontend:v1',
        ports: [{ name: 'http', containerPort: 8080 }],
        env: [
          { name: 'PORT', value: '8080' },
          { name: 'CART_SERVICE_ADDR', value: 'cartservice:7070' },
        ],
        readinessProbe: health('x-readiness-probe'),
        livenessProbe: health('x-liveness-probe'),
        resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' } },
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
      },
    ]);
  });

  test('takes the usual time to end', () => {
    expect(at(only(manifests, 'Deployment'), 'spec.template.spec')).not.toHaveProperty('terminationGracePeriodSeconds');
  });

  test('is reached inside the cluster', () => {
    expect(only(manifests, 'Service', 'frontend').spec).toEqual({
      ports: [{ name: 'http', port: 80, targetPort: 'http' }],
      selector: { app: 'frontend' },
    });
  });

  test('is reached from outside the cluster', () => {
    expect(only(manifests, 'Service', 'frontend-external').spec).toEqual({
      type: 'LoadBalancer',
      ports: [{ name: 'http', port: 80, targetPort: 'http' }],
      selector: { app: 'frontend' },
    });
  });

  test('gives the address inside the cluster', () => {
    const frontend = new Frontend(new TestStack(), 'frontend', props);
    expect(frontend.address.seenFrom(frontend.workload)).toBe('frontend:80');
  });

  test('fails for a variable that no program can read', () => {
    expect(refusalOf((stack) => new Frontend(stack, 'frontend', { ...props, env: { 'CART-ADDR': 'x' } }))).toBe(
      "test/frontend/Deployment: environment variable 'CART-ADDR' is no name that a program can read; allowed are letters, digits and '_', not beginning with a digit. Rename it.",
    );
  });
});
