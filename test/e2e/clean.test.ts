import type { Manifest } from '../../constructs';
import { manifestsOf } from '../stacks/contract';
import { clean, foreign, makeOwnNamespace } from './clean';
import { FakeKubectl } from './fake-kubectl';
import type { Subject } from './subject';

let fake: FakeKubectl;

beforeEach(() => {
  fake = new FakeKubectl();
});

afterEach(() => fake.end());

const object = (kind: string, name: string, namespace?: string) => ({ kind, metadata: { name, namespace, uid: name } });
const subject = (name: string, manifests: Manifest[] = []): Subject => ({ name, file: `${name}.yaml`, manifests });

const MINIO = subject('minio', manifestsOf('minio'));
const WEB = subject('web');
const GET = 'get -f web.yaml -f minio.yaml --ignore-not-found -o json';
const GET_KEPT = 'get secrets,persistentvolumeclaims -A --ignore-not-found -o json';
const KEPT = [
  object('PersistentVolumeClaim', 'data-minio-0', 'default'),
  object('PersistentVolumeClaim', 'data-minio-0', 'other'),
  object('PersistentVolumeClaim', 'data-minio-7', 'default'),
  object('Secret', 'data-minio-0', 'default'),
];

describe('what is somebody else’s', () => {
  test('is nothing in an empty cluster', async () => {
    expect(await foreign([WEB, MINIO], fake.kubectl)).toEqual([]);
    expect(fake.calls).toEqual([GET, GET_KEPT]);
  });

  test('are objects of the files, and what an earlier one left', async () => {
    fake.answer(GET, { stdout: { items: [object('Namespace', 'shop'), object('Service', 'web', 'default')] } });
    fake.answer(GET_KEPT, { stdout: { items: KEPT } });
    expect(await foreign([WEB, MINIO], fake.kubectl)).toEqual([
      'Namespace shop',
      'Service default/web',
      'PersistentVolumeClaim default/data-minio-0',
    ]);
  });

  test('is one object', async () => {
    fake.answer(GET, { stdout: object('Service', 'web', 'default') });
    expect(await foreign([WEB, MINIO], fake.kubectl)).toEqual(['Service default/web']);
  });

  test('is found though some kinds are not served', async () => {
    fake.answer(GET, {
      stdout: { items: [object('Service', 'web', 'default')] },
      stderr: 'no matches for kind',
      code: 1,
    });
    expect(await foreign([WEB, MINIO], fake.kubectl)).toEqual(['Service default/web']);
  });

  test('is not looked for where a file leaves nothing', async () => {
    await foreign([WEB], fake.kubectl);
    expect(fake.calls).toEqual(['get -f web.yaml --ignore-not-found -o json']);
  });

  // An answer that fails is not an empty cluster: what is there would be taken away at the end.
  test('fails to be told when the cluster does not answer', async () => {
    fake.answer('get -f*', { stderr: 'connection refused', code: 1 });
    await expect(foreign([WEB], fake.kubectl)).rejects.toThrow('connection refused');
  });
});

describe('cleaning', () => {
  test('takes away what was made and applied, the last first, then what was kept', async () => {
    const [namespace, service] = [object('Namespace', 'shop'), object('Service', 'web', 'default')];
    fake.answer(GET, { stdout: { items: [namespace, service] } });
    fake.answer(GET_KEPT, { stdout: { items: KEPT } });
    await clean([WEB, MINIO], fake.kubectl);
    const remove = 'delete -f - --ignore-not-found --timeout=150s';
    expect(fake.calls).toEqual([
      'delete namespaces -l kind-stacks/e2e --ignore-not-found --wait=false',
      GET,
      remove,
      GET_KEPT,
      remove,
      'wait --for=delete namespaces -l kind-stacks/e2e --timeout=120s',
    ]);
    expect(fake.inputs).toEqual([
      { apiVersion: 'v1', kind: 'List', items: [service, namespace] },
      { apiVersion: 'v1', kind: 'List', items: [KEPT[0]] },
    ]);
  });

  test('takes away no more than the Namespaces of the run where nothing is', async () => {
    await clean([WEB, MINIO], fake.kubectl);
    expect(fake.calls.map((call) => call.split(' ')[0])).toEqual(['delete', 'get', 'get', 'wait']);
  });

  test('goes on when something cannot be taken away', async () => {
    fake.answer(GET, { stdout: object('Service', 'web', 'default') });
    fake.answer('delete*', { stderr: 'timed out', code: 1 });
    await clean([WEB, MINIO], fake.kubectl);
    expect(fake.calls.at(-1)).toMatch(/^wait /);
  });
});

test('the Namespace of a run lets restricted pods in alone, and is known by its label', async () => {
  await makeOwnNamespace(fake.kubectl);
  expect(fake.inputs).toEqual([
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: 'kind-stacks-e2e',
        labels: { 'kind-stacks/e2e': 'run', 'pod-security.kubernetes.io/enforce': 'restricted' },
      },
    },
  ]);
});
