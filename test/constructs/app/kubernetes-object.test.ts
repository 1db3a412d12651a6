import { JsonPatch } from 'cdk8s';
import * as fc from 'fast-check';
import { App, KubernetesObject } from '../../../constructs';
import { at, TestStack } from '../../synth';

const labels = { 'app.kubernetes.io/part-of': 'test' };

function make(fields: Readonly<Record<string, unknown>> = {}, stack = new TestStack()): KubernetesObject {
  return new KubernetesObject(stack, 'web', {
    apiVersion: 'apps/v1',
    kind: 'Web',
    metadata: { name: 'web' },
    ...fields,
  });
}

describe('KubernetesObject', () => {
  test('minimal props', () => {
    expect(make().toJson()).toEqual({ apiVersion: 'apps/v1', kind: 'Web', metadata: { name: 'web', labels } });
  });

  test('is in the Namespace of its stack', () => {
    const app = new App();
    const stack = new TestStack(app, 'test-other', { alternativeTo: new TestStack(app) });
    expect(at(make({}, stack).toJson(), 'metadata.namespace')).toBe('test-other');
  });

  test('leaves out what is undefined, at every depth', () => {
    const spec = { a: undefined, b: 1, list: [{ c: undefined, d: 2 }], map: { e: undefined } };
    expect(make({ spec, data: undefined }).toJson()).toStrictEqual({
      apiVersion: 'apps/v1',
      kind: 'Web',
      metadata: { name: 'web', labels },
      spec: { b: 1, list: [{ d: 2 }], map: {} },
    });
  });

  test('keeps what is empty', () => {
    const spec = { nothing: null, map: {}, list: [], text: '', no: false, zero: 0, deep: [{ nothing: null, map: {} }] };
    expect(at(make({ spec }).toJson(), 'spec')).toStrictEqual(spec);
  });

  test('keeps fields that the typed API does not know, in the order in which they are written', () => {
    const spec = { zone: 1, newerThanTheSchema: { also: ['this'] }, apple: 2 };
    const manifest = make({ spec }).toJson();
    expect(at(manifest, 'spec')).toStrictEqual(spec);
    expect(JSON.stringify(at(manifest, 'spec'))).toBe(JSON.stringify(spec));
  });

  test('copies every plain value as JSON would', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fc.pre(!JSON.stringify(value).includes('__proto__'));
        expect(JSON.stringify(at(make({ value }).toJson(), 'value'))).toBe(JSON.stringify(value));
      }),
    );
  });

  test('writes a copy, so that what it was given stays as it is', () => {
    const spec = { list: [{ a: 1 }] };
    const written = at(make({ spec }).toJson(), 'spec') as { list: { a: number }[] };
    written.list.push({ a: 2 });
    expect(spec).toEqual({ list: [{ a: 1 }] });
  });

  test('counts metadata that is added later', () => {
    const object = make({ spec: {} });
    object.metadata.addLabel('tier', 'front');
    object.metadata.addAnnotation('owner', 'team');
    expect(at(object.toJson(), 'metadata')).toEqual({
      name: 'web',
      labels: { ...labels, tier: 'front' },
      annotations: { owner: 'team' },
    });
  });
});

describe('JSON patches of a KubernetesObject', () => {
  const spec = { replicas: 1, paused: undefined, map: {}, list: [], newer: { field: true } };

  test.each<[string, JsonPatch[], object]>([
    ['add', [JsonPatch.add('/spec/map/a', 'b')], { replicas: 1, map: { a: 'b' }, list: [], newer: { field: true } }],
    ['replace', [JsonPatch.replace('/spec/replicas', 3)], { replicas: 3, map: {}, list: [], newer: { field: true } }],
    ['remove', [JsonPatch.remove('/spec/newer')], { replicas: 1, map: {}, list: [] }],
    [
      'several, one upon the other',
      [JsonPatch.add('/spec/list/-', { a: 1 }), JsonPatch.replace('/spec/list/0/a', 2), JsonPatch.remove('/spec/map')],
      { replicas: 1, list: [{ a: 2 }], newer: { field: true } },
    ],
  ])('%s', (_what, patches, patched) => {
    const object = make({ spec });
    object.addJsonPatch(...patches);
    expect(object.toJson()).toStrictEqual({
      apiVersion: 'apps/v1',
      kind: 'Web',
      metadata: { name: 'web', labels },
      spec: patched,
    });
  });

  test('can be said one after the other', () => {
    const object = make({ spec });
    object.addJsonPatch(JsonPatch.replace('/spec/replicas', 2));
    object.addJsonPatch(JsonPatch.replace('/kind', 'Site'));
    expect(object.toJson()).toMatchObject({ kind: 'Site', spec: { replicas: 2 } });
  });

  test('reach the manifest of the stack, upon metadata that is added later', () => {
    const stack = new TestStack();
    const object = make({ spec }, stack);
    object.addJsonPatch(JsonPatch.add('/metadata/labels/tier', 'back'));
    object.metadata.addLabel('tier', 'front');
    expect(stack.toJson()[0]?.metadata.labels).toEqual({ ...labels, tier: 'back' });
  });
});
