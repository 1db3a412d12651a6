import type { Manifest } from '../../constructs';
import { stackOf } from '../stacks/contract';
import { at } from '../synth';
import { cpuOf, millicores, namespaceOf, podTemplates, type Subject } from './subject';

const container = (cpu?: string | number) => ({
  name: 'web',
  image: 'web',
  ...(cpu && { resources: { requests: { cpu } } }),
});
const manifest = (kind: string, spec?: object): Manifest =>
  ({ apiVersion: 'v1', kind, metadata: { name: 'web' }, spec }) as unknown as Manifest;
const subject = (...manifests: Manifest[]): Subject => ({ name: 'test', file: '', manifests });
const workload = (kind: string, spec: object, ...cpus: (string | number)[]) =>
  manifest(kind, { template: { spec: { containers: cpus.map(container) } }, ...spec });

describe('thousandths of a core', () => {
  test.each<[string | number | undefined, number]>([
    ['250m', 250],
    ['2', 2000],
    ['0.5', 500],
    [2, 2000],
    [0.25, 250],
    ['0', 0],
    [undefined, 0],
  ])('of %p are %i', (quantity, thousandths) => {
    expect(millicores(quantity)).toBe(thousandths);
  });
});

describe('what the pods of a file ask for', () => {
  test.each<[string, Subject, number]>([
    ['nothing without pods', subject(manifest('ConfigMap')), 0],
    ['nothing where nothing is said', subject(workload('StatefulSet', { replicas: 3 })), 0],
    ['a pod', subject(manifest('Pod', { containers: [container('100m')] })), 100],
    ['one pod where none is said', subject(workload('ReplicaSet', {}, '100m')), 100],
    ['containers together', subject(workload('StatefulSet', { replicas: 2 }, '100m', 0.5, '1')), 3200],
    ['all workloads together', subject(workload('Job', {}, '100m'), workload('StatefulSet', {}, '10m')), 110],
    ['a Deployment with those that come beside', subject(workload('Deployment', { replicas: 4 }, '100m')), 500],
    ['no pods of a Deployment without any', subject(workload('Deployment', { replicas: 0 }, '100m')), 0],
  ])('is %s', (_, of, cpu) => {
    expect(cpuOf(of)).toBe(cpu);
  });

  test.each([
    ['100%', 800],
    [0, 400],
    [3, 700],
  ])('is for a Deployment with a surge of %s', (maxSurge, cpu) => {
    const strategy = { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable: 1 } };
    expect(cpuOf(subject(workload('Deployment', { replicas: 4, strategy }, '100m')))).toBe(cpu);
  });

  test.each<[string[], number]>([
    [['50m', '80m'], 200],
    [['50m', '300m'], 300],
    [['150m', '150m'], 200],
  ])('is that of the containers, or of the greatest before them: %j', (before, cpu) => {
    const template = {
      spec: { containers: [container('100m'), container('100m')], initContainers: before.map(container) },
    };
    expect(cpuOf(subject(manifest('StatefulSet', { template })))).toBe(cpu);
  });

  test('is known of a real stack', () => {
    expect(cpuOf(subject(...stackOf('minio').toJson()))).toBeGreaterThan(0);
  });

  // No new pod comes beside an old one.
  test('is for a Deployment that is recreated that of its pods alone', () => {
    expect(cpuOf(subject(workload('Deployment', { replicas: 4, strategy: { type: 'Recreate' } }, '100m')))).toBe(400);
  });
});

describe('pod templates', () => {
  test('are those of a pod and of what makes pods', () => {
    const [pod, deployment] = [manifest('Pod', { containers: [] }), workload('Deployment', { replicas: 3 }, '1')];
    expect(podTemplates(subject(pod, manifest('Service', { ports: [] }), deployment, manifest('Namespace')))).toEqual([
      { owner: pod, template: pod, replicas: 1 },
      { owner: deployment, template: at(deployment, 'spec.template'), replicas: 3 },
    ]);
  });

  test('are not the templates of something else', () => {
    const sealed = manifest('SealedSecret', { template: { metadata: { name: 'x' } } });
    const certificate = manifest('Certificate', { template: { spec: {} } });
    expect(podTemplates(subject(sealed, certificate))).toEqual([]);
  });
});

test('an object without a Namespace ends up in default', () => {
  const one = manifest('Pod');
  expect([namespaceOf(one), namespaceOf({ ...one, metadata: { name: 'web', namespace: 'shop' } })]).toEqual([
    'default',
    'shop',
  ]);
});
