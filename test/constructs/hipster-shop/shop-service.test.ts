import { Duration } from 'cdk8s';
import { Port, Probe, Resources, Rollout, ShopService, type ShopServiceProps } from '../../../constructs';
import { at, only, refusalOf, synth, TestStack } from '../../synth';

const minimalProps: ShopServiceProps = {
  images: { path: 'registry.example.org/shop', tag: 'v1' },
  port: Port.tcp('http', 8080),
  readiness: Probe.http('/ready'),
  liveness: Probe.tcp(),
  resources: Resources.of({ cpu: '10m', memory: '16Mi' }, { cpu: '20m', memory: '32Mi' }),
};

describe('ShopService', () => {
  const minimal = synth((stack) => new ShopService(stack, 'mail', minimalProps));

  test('with minimal props is a Deployment named like the construct', () => {
    expect(only(minimal, 'Deployment', 'mail').spec).toEqual({
      selector: { matchLabels: { app: 'mail' } },
      template: {
        metadata: { labels: { app: 'mail' } },
        spec: {
          serviceAccountName: 'mail',
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
              name: 'server',
              image: 'registry.example.org/shop/mail:v1',
              ports: [{ name: 'http', containerPort: 8080 }],
              readinessProbe: { httpGet: { path: '/ready', port: 'http' } },
              livenessProbe: { tcpSocket: { port: 'http' } },
              resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { cpu: '20m', memory: '32Mi' } },
              securityContext: {
                allowPrivilegeEscalation: false,
                readOnlyRootFilesystem: true,
                capabilities: { drop: ['ALL'] },
              },
            },
          ],
        },
      },
    });
  });

  test('has a ServiceAccount and a Service of its name', () => {
    expect(minimal.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
      'ServiceAccount mail',
      'Service mail',
      'Deployment mail',
    ]);
    expect(only(minimal, 'Service').spec).toEqual({
      ports: [{ name: 'http', port: 8080 }],
      selector: { app: 'mail' },
    });
  });

  describe('with all props', () => {
    const props: Required<ShopServiceProps> = {
      ...minimalProps,
      images: { path: 'localhost:5000/shop', tag: 'v2' },
      port: Port.tcp('web', 9000),
      readiness: Probe.http('/healthy'),
      liveness: Probe.http('/alive'),
      resources: Resources.of({ cpu: '1', memory: '1Gi' }, { cpu: '2', memory: '2Gi' }),
      servicePort: 80,
      env: { MODE: 'test' },
      gracePeriod: Duration.seconds(5),
      replicas: 2,
      rollout: Rollout.recreate(),
    };
    const manifests = synth((stack) => new ShopService(stack, 'mail', props));
    const deployment = only(manifests, 'Deployment');

    test('runs this container', () => {
      expect(at(deployment, 'spec.template.spec.containers.0')).toMatchObject({
        image: 'localhost:5000/shop/mail:v2',
        ports: [{ name: 'web', containerPort: 9000 }],
        env: [{ name: 'MODE', value: 'test' }],
        readinessProbe: { httpGet: { path: '/healthy' } },
        livenessProbe: { httpGet: { path: '/alive' } },
        resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '2', memory: '2Gi' } },
      });
    });

    test('gives this time to end', () => {
      expect(at(deployment, 'spec.template.spec.terminationGracePeriodSeconds')).toBe(5);
    });

    test('has this number of pods and replaces them this way', () => {
      expect(deployment.spec).toMatchObject({ replicas: 2, strategy: { type: 'Recreate' } });
    });

    test('is reached at this port', () => {
      expect(at(only(manifests, 'Service'), 'spec.ports')).toEqual([{ name: 'web', port: 80, targetPort: 'web' }]);
    });
  });

  test('gives the address of its Service', () => {
    const stack = new TestStack();
    const mail = new ShopService(stack, 'mail', { ...minimalProps, servicePort: 80 });
    expect(mail.address.seenFrom(mail.workload)).toBe('mail:80');
    expect([mail.service.name, mail.workload.name]).toEqual(['mail', 'mail']);
  });

  test('fails for an id that no Service can have', () => {
    expect(refusalOf((stack) => new ShopService(stack, '2nd', minimalProps))).toBe(
      "test/2nd/Deployment/2nd: Service name '2nd' is invalid; allowed are lower-case letters, digits and '-', beginning with a letter. Rename it, for example to 'nd'.",
    );
  });
});
