import type { AppliedObject } from '../../cli/applied';
import { Fakes, runAmong } from './fakes';

let fakes: Fakes;

beforeEach(() => {
  fakes = new Fakes();
});

afterEach(() => fakes.end());

type Described = readonly [apiVersion: string, kind: string, name: string, stack: string, namespace?: string];

/** Objects as the API server has them, applied by us unless a manager is named. */
function live(objects: readonly Described[], manager = 'kind-stacks', operation = 'Apply'): AppliedObject[] {
  return objects.map(([apiVersion, kind, name, stack, namespace]) => ({
    apiVersion,
    kind,
    metadata: {
      name,
      ...(namespace !== undefined && { namespace }),
      labels: { 'app.kubernetes.io/part-of': stack },
      managedFields: [
        { manager: 'kube-controller-manager', operation: 'Update' },
        { manager, operation },
      ],
    },
  }));
}

const answer = (items: readonly AppliedObject[]) => ({ stdout: JSON.stringify({ items }) });
const QUERY = '*--show-managed-fields*';
const deletes = () =>
  fakes.calls.filter((call) => call.includes(' delete ')).map((call) => call.replace('kubectl --context mine ', ''));

const MINIO: readonly Described[] = [
  ['v1', 'Secret', 'minio-secret', 'minio', 'default'],
  ['v1', 'Service', 'minio', 'minio', 'default'],
  ['apps/v1', 'StatefulSet', 'minio', 'minio', 'default'],
];
const POD: readonly Described[] = [
  ['v1', 'Namespace', 'web-pod', 'web-pod'],
  ['v1', 'Pod', 'web', 'web-pod', 'web-pod'],
];

describe('down', () => {
  test('takes the kind cluster away', async () => {
    const { code, lines } = await runAmong(fakes, ['down']);
    expect([code, fakes.calls]).toEqual([0, ['kind delete cluster --name=kind-stacks']]);
    expect(lines[0]).toBe('kind cluster kind-stacks is gone');
    await runAmong(fakes.forget(), ['down', '--name', 'other']);
    expect(fakes.calls).toEqual(['kind delete cluster --name=other']);
  });

  test('fails for a part of the kind cluster', async () => {
    expect(await runAmong(fakes, ['down', 'web'])).toMatchObject({
      code: 2,
      complaint: 'The kind cluster is taken away as a whole: leave the names out, or say --context.',
    });
    expect(fakes.calls).toEqual([]);
  });
});

describe('down in an existing cluster', () => {
  test('takes away the stacks that are there, the last one first, and what Kubernetes keeps of them', async () => {
    fakes.answer('kubectl', QUERY, answer(live([...MINIO, ...POD])));
    const { code, lines } = await runAmong(fakes, ['down', '--context', 'mine']);
    expect(code).toBe(0);
    expect(lines.slice(0, -1)).toEqual([
      'the context mine is known',
      '          cluster: https://10.0.0.1:6443',
      'the stacks are gone',
      '          gone: web-pod',
      '          gone: minio',
    ]);
    expect(deletes()).toEqual([
      '--namespace default delete --ignore-not-found --wait StatefulSet.apps/minio Service/minio Secret/minio-secret',
      'delete --ignore-not-found --wait Namespace/web-pod',
      '--namespace default delete --ignore-not-found --wait PersistentVolumeClaim/data-minio-0',
    ]);
  });

  test('takes away the named ones alone, and what Kubernetes keeps of them whatever is there', async () => {
    fakes.answer('kubectl', QUERY, answer([]));
    expect((await runAmong(fakes, ['down', '--context', 'mine', 'certificates'])).code).toBe(0);
    expect(fakes.calls.join('\n')).toContain('--selector=app.kubernetes.io/part-of in (certificates) ');
    expect(deletes()).toEqual(
      [
        'cert-manager letsencrypt-staging',
        'cert-manager letsencrypt-production',
        'cert-manager kind-ca',
        'default quickstart-example-tls',
      ]
        .map((object) => object.split(' '))
        .map(([namespace, name]) => `--namespace ${namespace} delete --ignore-not-found --wait Secret/${name}`),
    );
  });

  test.each([
    ['somebody else applied', 'kubectl-client-side-apply', 'Update'],
    ['another tool applied', 'flux', 'Apply'],
    ['we have only touched', 'kind-stacks', 'Update'],
  ])('leaves alone what %s', async (_, manager, operation) => {
    fakes.answer('kubectl', QUERY, answer(live(MINIO, manager, operation)));
    const { lines } = await runAmong(fakes, ['down', '--context', 'mine']);
    expect(deletes()).toEqual([]);
    expect(lines).toContain('          nothing; with names of stacks, what Kubernetes kept of them goes too');
  });

  test('fails for a name that there is not', async () => {
    const { code, complaint } = await runAmong(fakes, ['down', '--context', 'mine', 'mino']);
    expect([code, complaint.split('. ').at(-1), fakes.calls]).toEqual([2, "Did you mean 'minio'?", []]);
  });
});

describe('up takes away what earlier runs left', () => {
  const stale: readonly Described[] = [
    ['bitnami.com/v1alpha1', 'SealedSecret', 'minio-secret', 'minio', 'default'],
    ['v1', 'Namespace', 'minio-old', 'minio'],
    ['v1', 'Service', 'old', 'minio', 'minio-old'],
  ];
  const up = (...names: readonly string[]) => runAmong(fakes, ['up', '--context', 'mine', ...names]);

  test('and nothing that is in the files', async () => {
    fakes.answer('kubectl', QUERY, answer(live([...stale, ...MINIO])));
    const { lines } = await up('minio');
    expect(deletes()).toEqual([
      '--namespace default delete --ignore-not-found --wait SealedSecret.bitnami.com/minio-secret',
      'delete --ignore-not-found --wait Namespace/minio-old',
    ]);
    expect(lines).toContain('          gone: SealedSecret minio-secret');
  });

  test('whatever version of its API an object is shown in', async () => {
    fakes.answer('kubectl', QUERY, answer(live([['apps/v1beta2', 'StatefulSet', 'minio', 'minio', 'default']])));
    await up('minio');
    expect(deletes()).toEqual([]);
  });

  test('and never what others applied, or the Namespace of an add-on', async () => {
    const namespaces = ['metallb-system', 'ingress-nginx', 'kube-system', 'default'].map(
      (name): Described => ['v1', 'Namespace', name, 'minio'],
    );
    fakes.answer('kubectl', QUERY, answer([...live(stale, 'kubectl-edit', 'Update'), ...live(namespaces)]));
    expect((await up('minio')).code).toBe(0);
    expect(deletes()).toEqual([]);
  });

  test('of the kinds that are served', async () => {
    fakes.answer('kubectl', '*api-resources*', { stdout: 'secrets\nevents\nservices\nsealedsecrets.bitnami.com\n' });
    await up('minio');
    expect(fakes.calls.filter((call) => call.includes('--show-managed-fields'))).toEqual([
      'kubectl --context mine get secrets,services,sealedsecrets.bitnami.com --all-namespaces --selector=app.kubernetes.io/part-of in (minio) --show-managed-fields --output=json',
    ]);
  });
});
