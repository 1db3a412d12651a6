import { Deployment, Pages, Rollout, WebApplication, type WebApplicationProps, webPod } from '../../../constructs';
import { at, only, refusalOf, synth } from '../../synth';

describe('WebApplication', () => {
  test('with minimal props is a Deployment of web pods', () => {
    const deployment = synth((stack) => new Deployment(stack, 'web', webPod()));
    expect(synth((stack) => new WebApplication(stack, 'web'))).toEqual(deployment);
    expect(only(deployment, 'Deployment')).toMatchObject({ metadata: { name: 'web' } });
  });

  describe('with all props', () => {
    const props: Required<WebApplicationProps> = {
      name: 'shop',
      namespace: { name: 'shop' },
      labels: { team: 'cart' },
      annotations: { owner: 'the cart team' },
      replicas: 3,
      rollout: Rollout.recreate(),
      pages: Pages.text('2'),
      image: 'busybox:1.36.1',
      port: 9000,
    };
    const manifest = only(
      synth((stack) => new WebApplication(stack, 'web', props)),
      'Deployment',
    );

    test('has this metadata', () => {
      expect(manifest.metadata).toEqual({
        name: 'shop',
        namespace: 'shop',
        labels: { 'app.kubernetes.io/part-of': 'test', team: 'cart' },
        annotations: { owner: 'the cart team' },
      });
    });

    test('has this number of pods and replaces them this way', () => {
      expect(manifest.spec).toMatchObject({ replicas: 3, strategy: { type: 'Recreate' } });
    });

    test('selects its pods by its name', () => {
      expect(at(manifest, 'spec.selector')).toEqual({ matchLabels: { app: 'shop' } });
      expect(at(manifest, 'spec.template.metadata.labels')).toEqual({ app: 'shop' });
    });

    test('has these pods', () => {
      expect(at(manifest, 'spec.template.spec')).toMatchObject({
        initContainers: [{ image: 'busybox:1.36.1', command: ['sh', '-c', `printf '%s\\n' "2" > /app/index.html\n`] }],
        containers: [{ image: 'busybox:1.36.1', ports: [{ name: 'http', containerPort: 9000 }] }],
      });
    });
  });

  test('is exposed at its only port', () => {
    const manifests = synth((stack) => new WebApplication(stack, 'web', { port: 9000 }).expose('web-svc'));
    expect(only(manifests, 'Service', 'web-svc').spec).toEqual({
      ports: [{ name: 'http', port: 9000 }],
      selector: { app: 'web' },
    });
  });

  test('fails for an invalid name', () => {
    expect(refusalOf((stack) => new WebApplication(stack, 'Web'))).toBe(
      "test/Web: Deployment name 'Web' is invalid; allowed are lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit. Rename it, for example to 'web'.",
    );
  });

  test('fails for a fraction of a pod', () => {
    expect(refusalOf((stack) => new WebApplication(stack, 'web', { replicas: 1.5 }))).toBe(
      'test/web: 1.5 replicas were asked for; allowed are whole numbers from 0. Say how many pods there shall be.',
    );
  });
});
