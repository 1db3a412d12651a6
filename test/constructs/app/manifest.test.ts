import { ApiObject, Chart } from 'cdk8s';
import { KubeClusterRole, KubeConfigMap, KubeNamespace, KubePod } from 'cdk8s-plus-27/lib/imports/k8s';
import { App, acknowledge } from '../../../constructs';
import { objectsOf } from '../../../constructs/app/manifest';

const chart = (namespace?: string) => new Chart(new App(), 'chart', { namespace, disableResourceNameHashes: true });

const describeAll = (scope: Chart) =>
  objectsOf(scope).map(({ manifest: { kind, metadata } }) => `${kind} ${metadata.name}`);

describe('objectsOf', () => {
  test('puts Namespaces first, then what others need', () => {
    const scope = chart();
    for (const kind of [
      'HTTPRoute',
      'Ingress',
      'Certificate',
      'Deployment',
      'Service',
      'ConfigMap',
      'Secret',
      'ServiceAccount',
      'CustomResourceDefinition',
      'Namespace',
    ]) {
      new ApiObject(scope, kind.toLowerCase(), { apiVersion: 'v1', kind, metadata: { name: 'a' } });
    }
    expect(objectsOf(scope).map(({ manifest }) => manifest.kind)).toEqual([
      'Namespace',
      'CustomResourceDefinition',
      'ServiceAccount',
      'Secret',
      'ConfigMap',
      'Service',
      'Deployment',
      'Certificate',
      'Ingress',
      'HTTPRoute',
    ]);
  });

  test('puts kinds that it does not know behind all others', () => {
    const scope = chart();
    new ApiObject(scope, 'x', { apiVersion: 'example.org/v1', kind: 'Custom', metadata: { name: 'x' } });
    new KubePod(scope, 'a', { metadata: { name: 'a' } });
    expect(describeAll(scope)).toEqual(['Pod a', 'Custom x']);
  });

  test('keeps the order of writing within a kind', () => {
    const scope = chart();
    for (const name of ['c', 'a', 'b']) new KubeConfigMap(scope, name, { metadata: { name } });
    expect(describeAll(scope)).toEqual(['ConfigMap c', 'ConfigMap a', 'ConfigMap b']);
  });

  test('follows a declared dependency within a kind', () => {
    const scope = chart();
    const first = new KubeConfigMap(scope, 'first', { metadata: { name: 'first' } });
    first.addDependency(new KubeConfigMap(scope, 'second', { metadata: { name: 'second' } }));
    expect(describeAll(scope)).toEqual(['ConfigMap second', 'ConfigMap first']);
  });

  test('leaves the objects of a chart inside to that chart', () => {
    const scope = chart();
    new KubePod(new Chart(scope, 'inner'), 'a', { metadata: { name: 'a' } });
    expect(objectsOf(scope)).toEqual([]);
  });

  test('gives the path of the construct', () => {
    const scope = chart();
    new KubePod(scope, 'a', { metadata: { name: 'b' } });
    expect(objectsOf(scope).map(({ path }) => path)).toEqual(['chart/a']);
  });

  test('takes the namespace of the chart away from objects of the cluster', () => {
    const scope = chart('shop');
    new KubeNamespace(scope, 'n', { metadata: { name: 'shop' } });
    new KubeClusterRole(scope, 'r', { metadata: { name: 'reader' } });
    new KubePod(scope, 'p', { metadata: { name: 'pod' } });
    expect(objectsOf(scope).map(({ manifest }) => manifest.metadata)).toEqual([
      { name: 'shop' },
      { name: 'reader' },
      { name: 'pod', namespace: 'shop' },
    ]);
  });
});

describe('acknowledge', () => {
  test('writes rule and reason into the annotations of the object', () => {
    const scope = chart();
    const pod = new KubePod(scope, 'p', { metadata: { name: 'pod', annotations: { a: 'b' } } });
    acknowledge(pod, 'image-unpinned', 'it is built here');
    acknowledge(pod, 'image-unpinned', 'nobody else pulls it');
    acknowledge(pod, 'probe-cannot-fail', 'for the lesson');
    expect(objectsOf(scope)[0]?.manifest.metadata.annotations).toEqual({
      a: 'b',
      'kind-stacks/acknowledge.image-unpinned': 'it is built here; nobody else pulls it',
      'kind-stacks/acknowledge.probe-cannot-fail': 'for the lesson',
    });
  });

  test('holds for one object and not for those beside it', () => {
    const scope = chart();
    acknowledge(new KubePod(scope, 'p', { metadata: { name: 'pod' } }), 'image-unpinned', 'it is built here');
    new KubePod(scope, 'q', { metadata: { name: 'other' } });
    expect(objectsOf(scope)[1]?.manifest.metadata).toEqual({ name: 'other' });
  });

  test('fails without a reason', () => {
    const pod = new KubePod(chart(), 'p', { metadata: { name: 'pod' } });
    expect(() => acknowledge(pod, 'image-unpinned', ' ')).toThrow(
      "chart/p: rule 'image-unpinned' is acknowledged without a reason. Say why the finding may stay.",
    );
  });
});
