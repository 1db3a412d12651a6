import { App, type NamespaceReference, Pod, Service } from '../../../constructs';
import { only, refusalOf, synth, TestStack } from '../../synth';
import { http, pods } from './pods';

const shop: NamespaceReference = { name: 'shop' };
const store: NamespaceReference = { name: 'store' };

function podOf(stack: TestStack, namespace?: NamespaceReference): Pod {
  return new Pod(stack, 'web', { namespace, containers: [{ name: 'web', image: 'busybox:1.37.0', ports: [http] }] });
}

function namespaceOf(build: (stack: TestStack) => Service): unknown[] {
  const told: unknown[] = [];
  const manifests = synth((stack) => told.push(build(stack).namespace));
  return [only(manifests, 'Service').metadata.namespace, ...told];
}

describe('the Namespace of a Service', () => {
  test('is none where nobody says one', () => {
    expect(namespaceOf((stack) => podOf(stack).expose('svc'))).toEqual([undefined, undefined]);
  });

  test.each<[string, (stack: TestStack) => Service]>([
    ['described as data', (stack) => new Service(stack, 'svc', { target: { ...pods(http), in: shop } })],
    ['of a workload', (stack) => new Service(stack, 'svc', { target: podOf(stack, shop) })],
    ['of a workload that exposes itself', (stack) => podOf(stack, shop).expose('svc')],
  ])('is that of pods %s', (_whose, build) => {
    expect(namespaceOf(build)).toEqual(['shop', 'shop']);
  });

  test.each<[string, (stack: TestStack) => Service]>([
    ['none', (stack) => new Service(stack, 'svc', { target: pods(http), namespace: store })],
    ['one', (stack) => new Service(stack, 'svc', { target: { ...pods(http), in: shop }, namespace: store })],
  ])('is its own before that of its pods when they have %s', (_which, build) => {
    expect(namespaceOf(build)).toEqual(['store', 'store']);
  });

  test('is that of its stack when its pods are there', () => {
    const app = new App();
    const stack = new TestStack(app, 'test-other', { alternativeTo: new TestStack(app) });
    expect(podOf(stack).expose('svc').namespace).toBe('test-other');
    expect(only(stack.toJson(), 'Service').metadata.namespace).toBe('test-other');
  });

  test.each<[string, (stack: TestStack) => Service]>([
    ['its own', (stack) => new Service(stack, 'svc', { target: pods(http), namespace: { name: 'My Shop' } })],
    ['that of its pods', (stack) => new Service(stack, 'svc', { target: { ...pods(http), in: { name: 'My Shop' } } })],
  ])('fails when it cannot exist: %s', (_whose, build) => {
    expect(refusalOf(build)).toBe(
      "test/svc: Namespace name 'My Shop' is invalid; allowed are lower-case letters, digits and '-', beginning and ending with a letter or digit. Rename it, for example to 'my-shop'.",
    );
  });
});
