import type { Live } from '../live';
import { becomesReady, readinessNeeds, whyNotReady } from './readiness';

interface Parts {
  readonly spec?: object;
  readonly status?: object;
  readonly generation?: number;
}

const object = (kind: string, { spec = {}, status, generation = 2 }: Parts = {}): Live => ({
  apiVersion: 'v1',
  kind,
  metadata: { name: 'web', namespace: 'shop', uid: 'x', generation },
  spec,
  status,
});

const conditions = (...list: object[]) => ({ status: { conditions: list } });

describe.each(['Certificate', 'ClusterIssuer', 'Issuer', 'Pod'])('%s', (kind) => {
  test('is ready by its condition', () => {
    expect(whyNotReady(object(kind, conditions({ type: 'Ready', status: 'True' })))).toBeUndefined();
  });

  test('is not while nobody has looked at it', () => {
    expect(whyNotReady(object(kind))).toBe(`${kind} shop/web: not Ready`);
  });

  test('is not with a reason and a message', () => {
    const late = conditions(
      { type: 'Other', status: 'True' },
      { type: 'Ready', status: 'False', reason: 'Slow', message: 'wait' },
    );
    expect(whyNotReady(object(kind, late))).toBe(`${kind} shop/web: not Ready: Slow: wait`);
  });
});

describe.each([
  ['Gateway', 'Programmed'],
  ['Job', 'Complete'],
])('%s', (kind, type) => {
  test(`is ready once it is ${type}`, () => {
    expect(
      whyNotReady(object(kind, conditions({ type: 'Ready', status: 'False' }, { type, status: 'True' }))),
    ).toBeUndefined();
  });

  test.each(['False', 'Unknown'])(`is not while ${type} is %s`, (status) => {
    const late = conditions({ type: 'Ready', status: 'True' }, { type, status, message: 'no class' });
    expect(whyNotReady(object(kind, late))).toBe(`${kind} shop/web: not ${type}: no class`);
  });
});

describe.each(['Deployment', 'StatefulSet', 'ReplicaSet'])('%s', (kind) => {
  const updatedReplicas = kind === 'ReplicaSet' ? undefined : 3;
  const ready = { observedGeneration: 2, replicas: 3, readyReplicas: 3, updatedReplicas };

  test('is ready with all its pods', () => {
    expect(whyNotReady(object(kind, { spec: { replicas: 3 }, status: ready }))).toBeUndefined();
  });

  test('has one pod where none is said', () => {
    const status = { ...ready, replicas: 1, readyReplicas: 1, updatedReplicas: updatedReplicas && 1 };
    expect(whyNotReady(object(kind, { status }))).toBeUndefined();
    expect(whyNotReady(object(kind, { status: ready }))).toMatch(/3 of 1 pods are ready/);
  });

  test('is ready without pods where none are wanted', () => {
    expect(whyNotReady(object(kind, { spec: { replicas: 0 }, status: { observedGeneration: 2 } }))).toBeUndefined();
  });

  test.each([
    ['a pod is not ready', { readyReplicas: 2 }, /^\w+ shop\/web: 2 of 3 pods are ready, \d of them new, 3 there$/],
    ['an old pod is still there', { replicas: 4 }, /3 of 3 pods are ready, 3 of them new, 4 there$/],
    ['the last change was not seen', { observedGeneration: 1 }, /3 of 3 pods are ready, 3 of them new, 3 there$/],
    ['no change was seen', { observedGeneration: undefined }, /3 there$/],
  ])('is not while %s', (_, part, message) => {
    expect(whyNotReady(object(kind, { spec: { replicas: 3 }, status: { ...ready, ...part } }))).toMatch(message);
  });

  test('is not before it has a status', () => {
    expect(whyNotReady(object(kind, { spec: { replicas: 3 } }))).toBe(
      `${kind} shop/web: 0 of 3 pods are ready, 0 of them new, 0 there`,
    );
  });
});

test.each(['Deployment', 'StatefulSet'])('%s is not ready while a pod is an old one', (kind) => {
  const status = { observedGeneration: 2, replicas: 3, readyReplicas: 3, updatedReplicas: 2 };
  expect(whyNotReady(object(kind, { spec: { replicas: 3 }, status }))).toBe(
    `${kind} shop/web: 3 of 3 pods are ready, 2 of them new, 3 there`,
  );
});

describe('DaemonSet', () => {
  const ready = { observedGeneration: 2, desiredNumberScheduled: 3, updatedNumberScheduled: 3, numberAvailable: 3 };

  test('is ready with a pod on every node', () => {
    expect(whyNotReady(object('DaemonSet', { status: ready }))).toBeUndefined();
  });

  test.each([
    ['a pod is not available', { numberAvailable: 2 }, '2 of 3 pods are available'],
    ['a pod is an old one', { updatedNumberScheduled: 2 }, '3 of 3 pods are available'],
    [
      'it has counted no nodes',
      { desiredNumberScheduled: 0, updatedNumberScheduled: 0, numberAvailable: 0 },
      '0 of 0 pods are available',
    ],
  ])('is not while %s', (_, part, message) => {
    expect(whyNotReady(object('DaemonSet', { status: { ...ready, ...part } }))).toBe(`DaemonSet shop/web: ${message}`);
  });

  test('is not before it has a status', () => {
    expect(whyNotReady(object('DaemonSet'))).toBe('DaemonSet shop/web: 0 of 0 pods are available');
  });

  test('is not while the last change was not seen', () => {
    expect(whyNotReady(object('DaemonSet', { status: ready, generation: 3 }))).toBeDefined();
  });
});

describe('PersistentVolumeClaim', () => {
  test('is ready once it is bound', () => {
    expect(whyNotReady(object('PersistentVolumeClaim', { status: { phase: 'Bound' } }))).toBeUndefined();
  });

  test.each([
    [{ phase: 'Pending' }, 'Pending, not Bound'],
    [undefined, 'not yet seen, not Bound'],
  ])('is not with %j', (status, message) => {
    expect(whyNotReady(object('PersistentVolumeClaim', { status }))).toBe(`PersistentVolumeClaim shop/web: ${message}`);
  });
});

describe('Service', () => {
  const balanced = (status: object) => whyNotReady(object('Service', { spec: { type: 'LoadBalancer' }, status }));

  test('of a load balancer is ready once it has an address', () => {
    expect(balanced({ loadBalancer: { ingress: [{ ip: '10.0.0.1' }] } })).toBeUndefined();
  });

  test.each([[{}], [{ loadBalancer: {} }], [{ loadBalancer: { ingress: [] } }], [{ loadBalancer: { ingress: [{}] } }]])(
    'of a load balancer is not with %j',
    (status) => {
      expect(balanced(status)).toBe('Service shop/web: has no address of a load balancer');
    },
  );

  test.each(['ClusterIP', 'NodePort', 'ExternalName'])('of type %s has nothing to become', (type) => {
    const service = object('Service', { spec: { type }, status: { loadBalancer: {} } });
    expect([whyNotReady(service), becomesReady(service), readinessNeeds(service)]).toEqual([
      undefined,
      false,
      undefined,
    ]);
  });
});

test.each([
  ['Certificate', 'certificates'],
  ['ClusterIssuer', 'certificates'],
  ['DaemonSet', undefined],
  ['Deployment', undefined],
  ['Gateway', 'gateways'],
  ['Issuer', 'certificates'],
  ['Job', 'running pods'],
  ['PersistentVolumeClaim', 'storage'],
  ['Pod', undefined],
  ['ReplicaSet', undefined],
  ['StatefulSet', undefined],
])('%s becomes ready, and needs %s', (kind, ability) => {
  expect([becomesReady(object(kind)), readinessNeeds(object(kind))]).toEqual([true, ability]);
});

test('a Service of a load balancer becomes ready, and needs load balancers', () => {
  const service = object('Service', { spec: { type: 'LoadBalancer' } });
  expect([becomesReady(service), readinessNeeds(service)]).toEqual([true, 'load balancers']);
});

test.each(['ConfigMap', 'Namespace', 'Ingress', 'HTTPRoute'])('%s has nothing to become', (kind) => {
  const quiet = object(kind, { spec: undefined });
  expect([whyNotReady(quiet), becomesReady(quiet), readinessNeeds(quiet)]).toEqual([undefined, false, undefined]);
});

test('what has no Namespace is named without one', () => {
  const issuer = object('ClusterIssuer');
  expect(whyNotReady({ ...issuer, metadata: { ...issuer.metadata, namespace: undefined } })).toBe(
    'ClusterIssuer web: not Ready',
  );
});
