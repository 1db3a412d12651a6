import { stackOf } from '../../stacks/contract';
import { LEVELS } from '../run';
import { CASES, type Draft, Web } from './cases';

const webOf = () => new Web(structuredClone(stackOf('web-recreate').toJson()) as unknown as Draft[]);

// What the proofs said on a cluster.
const SAID: Readonly<Record<string, string>> = {
  'unknown-field': 'strict decoding error: unknown field "spec.template.spec.containers[0].imagePullPolcy"',
  'selector-misses-template':
    'spec.template.metadata.labels: Invalid value: {"app":"web"}: `selector` does not match template `labels`',
  'deprecated-annotation':
    'Warning: annotation "kubernetes.io/ingress.class" is deprecated, please use \'spec.ingressClassName\' instead',
  privileged: 'Deployment x/web: pods "security-x" is forbidden: violates PodSecurity "restricted:latest": privileged',
  'wrong-selector': '0 pods are ready behind it, 1 are to be (after 30 s)',
  'missing-account':
    'Deployment x/web: 0 of 1 pods are ready; last warning: pods "web-" is forbidden: error looking up: serviceaccount "nobody" not found',
  'missing-class': 'PersistentVolumeClaim x/data: Pending, not Bound (after 45 s)',
  'wrong-probe-port':
    'Deployment x/web: 0 of 1 pods are ready, 1 of them new, 1 there; last warning: Readiness probe failed: Get "http://10.0.0.1:8001/"',
  'missing-image':
    'Deployment x/web: 0 of 1 pods are ready, 1 of them new, 1 there; last warning: Failed: Error: ErrImagePull',
  'missing-secret': 'Deployment x/web: 0 of 1 pods are there; last warning: Error: secret "no-such" not found',
  'too-much-cpu': 'Deployment x/web: 0 of 1; last warning: 0/1 nodes are available: 1 Insufficient cpu.',
  'failing-job': 'Job x/migrate: not Complete (after 45 s)',
  'wrong-target-port': 'Service x/web-svc-cip: web-svc-cip.x:80 does not answer: wget: connection refused (after 20 s)',
  'address-of-nobody': 'BACKEND_ADDR is unresolved',
  'port-not-exposed': 'answered by status 503: 3; wanted web-svc: 3 (after 40 s)',
  'canary-without-main': 'answered by status 404: 20; wanted the main Service: 20 (after 40 s)',
  'certificate-of-nobody': 'Secret x/no-such has no ca.crt',
};

describe('what is broken on purpose', () => {
  test('are at least ten mistakes, some for every level, each of its own name', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(10);
    expect(new Set(CASES.map(({ level }) => level))).toEqual(new Set(LEVELS));
    expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
  });

  test.each(CASES)('$name can end the name of a Namespace', ({ name }) => {
    expect(`kind-stacks-e2e-${name}`).toMatch(/^[a-z0-9-]{1,62}[a-z0-9]$/);
  });

  test.each(CASES)('$name changes the manifests', ({ edit }) => {
    const web = webOf();
    edit(web);
    expect(web.objects).not.toEqual(webOf().objects);
  });

  test('no two are the same', () => {
    const broken = CASES.map(({ edit }) => {
      const web = webOf();
      edit(web);
      return JSON.stringify(web.objects);
    });
    expect(new Set(broken).size).toBe(CASES.length);
  });

  test.each(CASES)('$name is noticed by what the proofs say, and by no other mistake', ({ name, says }) => {
    expect(Object.keys(SAID)).toEqual(CASES.map((one) => one.name));
    const noticed = Object.keys(SAID).filter((one) => says.test(SAID[one] as string));
    // Where no route is, nginx answers like where no pod is.
    const alike = name === 'canary-without-main' ? ['port-not-exposed'] : [];
    expect(noticed).toEqual([...alike, name]);
  });

  test.each(CASES)('$name asks the cluster for what its level needs', ({ level, needs = [] }) => {
    expect(level !== 'answers' || needs.includes('running pods')).toBe(true);
    expect(level === 'accepted' && needs.length > 0).toBe(false);
  });
});

describe('the web application that is broken', () => {
  test('has the parts that are broken', () => {
    const { deployment, container, service, ingress } = webOf();
    expect(deployment.selector.matchLabels).toEqual({ app: 'web' });
    expect(container.readinessProbe.httpGet).toBeDefined();
    expect([service.selector, ingress.ingressClassName]).toEqual([{ app: 'web' }, 'nginx']);
  });

  test('takes further objects into its Namespace', () => {
    const web = webOf();
    web.add({ kind: 'Job', metadata: { name: 'x' } });
    expect(web.objects.at(-1)?.metadata).toEqual({ name: 'x', namespace: 'web-recreate' });
  });

  test('fails where a part is missing', () => {
    expect(() => new Web([]).deployment).toThrow('the web application has no Deployment');
  });
});
