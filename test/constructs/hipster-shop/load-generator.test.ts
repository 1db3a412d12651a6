import { Frontend, LoadGenerator, type LoadGeneratorProps } from '../../../constructs';
import { at, only, synth } from '../../synth';

const images = { path: 'registry.example.org/shop', tag: 'v1' };

const securityContext = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
};

describe('LoadGenerator', () => {
  const minimal = synth((stack) => {
    const frontend = new Frontend(stack, 'frontend', { images, env: {} });
    new LoadGenerator(stack, 'loadgenerator', { images, frontend });
  });

  test('with minimal props is ten visitors, one more every second, who wait for the website', () => {
    expect(only(minimal, 'Deployment', 'loadgenerator').spec).toEqual({
      selector: { matchLabels: { app: 'loadgenerator' } },
      template: {
        metadata: { labels: { app: 'loadgenerator' } },
        spec: {
          serviceAccountName: 'loadgenerator',
          automountServiceAccountToken: false,
          terminationGracePeriodSeconds: 5,
          securityContext: {
            runAsNonRoot: true,
            runAsUser: 1000,
            runAsGroup: 1000,
            fsGroup: 1000,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          initContainers: [
            {
              name: 'frontend-check',
              image: 'busybox:1.37.0',
              command: [
                'sh',
                '-c',
                'until timeout 5 wget -q -O /dev/null "http://$FRONTEND_ADDR/_healthz"; do\n  echo "waiting for $FRONTEND_ADDR"\n  sleep 2\ndone\n',
              ],
              env: [{ name: 'FRONTEND_ADDR', value: 'frontend:80' }],
              resources: { requests: { cpu: '50m', memory: '32Mi' }, limits: { cpu: '200m', memory: '128Mi' } },
              securityContext,
            },
          ],
          containers: [
            {
              name: 'main',
              image: 'registry.example.org/shop/loadgenerator:v1',
              env: [
                { name: 'FRONTEND_ADDR', value: 'frontend:80' },
                { name: 'USERS', value: '10' },
                { name: 'RATE', value: '1' },
              ],
              resources: { requests: { cpu: '300m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
              securityContext,
            },
          ],
        },
      },
    });
  });

  test('has a ServiceAccount and no Service', () => {
    expect(only(minimal, 'ServiceAccount', 'loadgenerator').metadata.name).toBe('loadgenerator');
    expect(minimal.filter(({ kind }) => kind === 'Service').map(({ metadata }) => metadata.name)).toEqual([
      'frontend',
      'frontend-external',
    ]);
  });

  test('writes all props', () => {
    const manifests = synth((stack) => {
      const props: Required<LoadGeneratorProps> = {
        images: { path: 'localhost:5000/shop', tag: 'v2' },
        frontend: new Frontend(stack, 'website', { images, env: {} }),
        users: 200,
        rate: 5,
      };
      new LoadGenerator(stack, 'visitors', props);
    });
    const pod = at(only(manifests, 'Deployment', 'visitors'), 'spec.template.spec');
    expect(at(pod, 'containers.0.image')).toBe('localhost:5000/shop/visitors:v2');
    expect(at(pod, 'containers.0.env')).toEqual([
      { name: 'FRONTEND_ADDR', value: 'website:80' },
      { name: 'USERS', value: '200' },
      { name: 'RATE', value: '5' },
    ]);
    expect(at(pod, 'initContainers.0.env')).toEqual([{ name: 'FRONTEND_ADDR', value: 'website:80' }]);
  });
});
