import * as fc from 'fast-check';
import { App, Canary, CanaryIngress, type CanaryIngressProps, Ingress, linksOf, Path } from '../../../constructs';
import { at, only, synth, TestStack } from '../../synth';
import { http, portOf } from '../services/pods';
import { annotationsOf, canaryOf, conditionsOf } from './canary-model';

const NGINX = 'nginx.ingress.kubernetes.io';
const canary = Canary.byWeight(10);
const shop = { name: 'shop' };

function mainOf(stack: TestStack): Ingress {
  return new Ingress(stack, 'main', { routes: [{ to: portOf(stack, 'v1') }] });
}

describe('CanaryIngress', () => {
  test('minimal props', () => {
    const manifests = synth((stack) => {
      new CanaryIngress(stack, 'canary', { of: mainOf(stack), to: portOf(stack, 'v2'), canary });
    });
    const backend = { service: { name: 'v2', port: { name: 'http' } } };
    expect(only(manifests, 'Ingress', 'canary')).toEqual({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: {
        name: 'canary',
        labels: { 'app.kubernetes.io/part-of': 'test' },
        annotations: { [`${NGINX}/canary`]: 'true', [`${NGINX}/canary-weight`]: '10' },
      },
      spec: { ingressClassName: 'nginx', rules: [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }] },
    });
  });

  test('all props', () => {
    const manifests = synth((stack) => {
      const routes = [
        { to: portOf(stack, 'v1', { namespace: shop }), host: 'a.example.org', path: Path.strippedPrefix('/web') },
        { to: portOf(stack, 'api', { namespace: shop }), host: 'b.example.org', path: Path.strippedPrefix('/api') },
      ];
      const props: Required<CanaryIngressProps> = {
        name: 'beta',
        namespace: shop,
        labels: { tier: 'front' },
        annotations: { owner: 'team' },
        of: new Ingress(stack, 'main', { routes, namespace: shop, className: 'internal' }),
        to: portOf(stack, 'v2', { namespace: shop }),
        canary: Canary.byHeader('X-Version', 'v2'),
      };
      new CanaryIngress(stack, 'canary', props);
    });
    const backend = { service: { name: 'v2', port: { name: 'http' } } };
    const path = (prefix: string) => ({
      http: { paths: [{ path: `${prefix}(/|$)(.*)`, pathType: 'ImplementationSpecific', backend }] },
    });
    expect(only(manifests, 'Ingress', 'beta')).toEqual({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: {
        name: 'beta',
        namespace: 'shop',
        labels: { 'app.kubernetes.io/part-of': 'test', tier: 'front' },
        annotations: {
          owner: 'team',
          [`${NGINX}/canary`]: 'true',
          [`${NGINX}/canary-by-header`]: 'X-Version',
          [`${NGINX}/canary-by-header-value`]: 'v2',
        },
      },
      spec: {
        ingressClassName: 'internal',
        rules: [
          { host: 'a.example.org', ...path('/web') },
          { host: 'b.example.org', ...path('/api') },
        ],
      },
    });
  });

  test('writes every condition into its annotation, and no other', () => {
    fc.assert(
      fc.property(conditionsOf, (conditions) => {
        const manifests = synth((stack) => {
          const props = { of: mainOf(stack), to: portOf(stack, 'v2'), canary: canaryOf(conditions) };
          new CanaryIngress(stack, 'canary', props);
        });
        expect(only(manifests, 'Ingress', 'canary').metadata.annotations).toEqual(annotationsOf(conditions));
      }),
      { numRuns: 200 },
    );
  });

  test('does not repeat the total of 100', () => {
    const annotation = (total: number) => {
      const manifests = synth((stack) => {
        const props = { of: mainOf(stack), to: portOf(stack, 'v2'), canary: Canary.byWeight(1, total) };
        new CanaryIngress(stack, 'canary', props);
      });
      return at(only(manifests, 'Ingress', 'canary'), 'metadata.annotations');
    };
    expect(annotation(100)).not.toHaveProperty([`${NGINX}/canary-weight-total`]);
    expect(annotation(101)).toHaveProperty([`${NGINX}/canary-weight-total`], '101');
  });

  test('leaves the main Ingress as it is', () => {
    const alone = synth((stack) => mainOf(stack));
    const both = synth((stack) => {
      new CanaryIngress(stack, 'canary', { of: mainOf(stack), to: portOf(stack, 'v2'), canary });
    });
    expect(only(both, 'Ingress', 'main')).toEqual(only(alone, 'Ingress', 'main'));
  });

  test('tells its name and leads to its pods from outside', () => {
    const stack = new TestStack();
    const to = portOf(stack, 'v2');
    const ingress = new CanaryIngress(stack, 'canary', { name: 'beta', of: mainOf(stack), to, canary });
    expect(ingress.name).toBe('beta');
    expect(linksOf(ingress)).toEqual([{ from: 'outside', to: to.service.target, port: http }]);
  });

  test('reaches a Service in the Namespace of its stack', () => {
    const app = new App();
    const stack = new TestStack(app, 'test-other', { alternativeTo: new TestStack(app) });
    new CanaryIngress(stack, 'canary', { of: mainOf(stack), to: portOf(stack, 'v2'), canary });
    expect(only(stack.toJson(), 'Ingress', 'canary').metadata.namespace).toBe('test-other');
  });
});
