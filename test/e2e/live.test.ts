import { isReady, nameOf, type Pod, podNamedIn, selects } from './live';

const pod = (name: string, metadata: Partial<Pod['metadata']> = {}, ready = 'True'): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'shop', uid: name, ...metadata },
  spec: { containers: [] },
  status: {
    phase: 'Running',
    conditions: [
      { type: 'Initialized', status: 'True' },
      { type: 'Ready', status: ready },
    ],
  },
});

describe('a selector', () => {
  const labels = { app: 'web', tier: 'front' };

  test.each<[Record<string, string> | undefined, boolean]>([
    [{ app: 'web' }, true],
    [{ app: 'web', tier: 'front' }, true],
    [{ app: 'web', tier: 'back' }, false],
    [{ app: 'web', other: 'x' }, false],
    [{}, false],
    [undefined, false],
  ])('%j takes these labels: %s', (selector, takes) => {
    expect(selects(selector, labels)).toBe(takes);
  });

  test('takes nothing that has no labels', () => {
    expect(selects({ app: 'web' }, undefined)).toBe(false);
  });
});

describe('a pod takes traffic', () => {
  test('when it is ready', () => {
    expect(isReady(pod('web'))).toBe(true);
  });

  test.each(['False', 'Unknown'])('and does not when Ready is %s', (status) => {
    expect(isReady(pod('web', {}, status))).toBe(false);
  });

  test('and does not on its way out', () => {
    expect(isReady(pod('web', { deletionTimestamp: '2026-01-01T00:00:00Z' }))).toBe(false);
  });

  test('and does not before it has conditions', () => {
    expect(isReady({ ...pod('web'), status: { phase: 'Pending' } })).toBe(false);
  });
});

describe('the pod that a page names', () => {
  const pods = [pod('web'), pod('web-5d4-x'), pod('web.v2')];

  test.each<[string, string | undefined]>([
    ['I am web', 'web'],
    ['<h1>web</h1>', 'web'],
    ['hostname: web-5d4-x, ip: 10.0.0.1', 'web-5d4-x'],
    ['web.v2\n', 'web.v2'],
    ['I am web-abc', undefined],
    ['http://web.example/', undefined],
    ['web_1', undefined],
    ['my-web', undefined],
    ['WEB', undefined],
    ['', undefined],
  ])('%j', (page, name) => {
    expect(podNamedIn(page, pods)?.metadata.name).toBe(name);
  });
});

test('an object is called by its kind, its Namespace if it has one, and its name', () => {
  expect(nameOf(pod('web'))).toBe('Pod shop/web');
  expect(nameOf({ kind: 'Namespace', metadata: { name: 'shop' } })).toBe('Namespace shop');
});
