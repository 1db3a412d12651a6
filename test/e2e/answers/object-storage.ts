import { createInterface } from 'node:readline';
import { AwsClient } from 'aws4fetch';
import type { Manifest } from '../../../constructs';
import type { Cluster } from '../cluster';
import { NotShown } from '../journal';
import { isReady, type Live, nameOf, type Pod } from '../live';
import { namespaceOf, type Subject } from '../subject';
import { until } from '../wait';
import type { Proof } from './proof';

const USER = 'MINIO_ROOT_USER';
const PASSWORD = 'MINIO_ROOT_PASSWORD';

interface Variable {
  readonly name: string;
  readonly valueFrom?: { readonly secretKeyRef?: { readonly name: string; readonly key: string } };
}

/** MinIO lets in who has the credentials of its Secret, and keeps an object when its pod goes. */
export function objectStorage(subject: Subject): Proof[] {
  return subject.manifests.filter(isMinio).map((manifest) => ({
    shows: `${nameOf(manifest)} keeps an object when its pod is deleted, for the credentials of its Secret alone`,
    prove: (cluster) => prove(manifest, cluster),
  }));
}

function isMinio(manifest: Manifest): boolean {
  return manifest.kind === 'StatefulSet' && variablesOf(manifest).some(({ name }) => name === USER);
}

function variablesOf({ spec }: Manifest): readonly Variable[] {
  const { template } = spec as unknown as {
    template: { spec: { containers: readonly { env?: readonly Variable[] }[] } };
  };
  return template.spec.containers.flatMap(({ env }) => env ?? []);
}

async function prove(manifest: Manifest, cluster: Cluster): Promise<string> {
  cluster.needs('running pods', 'storage');
  const pod = `${manifest.metadata.name}-0`;
  const namespace = namespaceOf(manifest);
  const user = await secretValue(manifest, USER, cluster);
  const client = (secretAccessKey: string) =>
    new AwsClient({ accessKeyId: user, secretAccessKey, service: 's3', region: 'us-east-1', retries: 0 });
  const owner = client(await secretValue(manifest, PASSWORD, cluster));
  const word = `kept at ${new Date().toISOString()}`;
  const expect = async (what: string, response: Response, status: number) => {
    if (response.status !== status) throw new NotShown(`${what} gives ${response.status}: ${await response.text()}`);
  };

  await forwarded(namespace, pod, cluster, async (url) => {
    await expect('making a bucket', await owner.fetch(`${url}/e2e`, { method: 'PUT' }), 200);
    await expect('writing an object', await owner.fetch(`${url}/e2e/note`, { method: 'PUT', body: word }), 200);
    await expect('a wrong password', await client('not the password').fetch(`${url}/e2e/note`), 403);
  });
  const [before] = await cluster.kubectl.list<Pod>('-n', namespace, 'pod', pod);
  await cluster.kubectl.run(['-n', namespace, 'delete', 'pod', pod, '--timeout=90s'], { seconds: 100 });
  await until(90, async () => {
    const [now] = await cluster.kubectl.list<Pod>('-n', namespace, 'pod', pod);
    const back = now !== undefined && now.metadata.uid !== before?.metadata.uid && isReady(now);
    return back ? undefined : `Pod ${namespace}/${pod} does not come back`;
  });
  await forwarded(namespace, pod, cluster, async (url) => {
    const read = await owner.fetch(`${url}/e2e/note`);
    const text = await read.text();
    if (text !== word) throw new NotShown(`after its pod was deleted the object reads ${read.status} '${text}'`);
  });
  return 'written, read again from a new pod; a wrong password is refused';
}

async function secretValue(manifest: Manifest, variable: string, cluster: Cluster): Promise<string> {
  const reference = variablesOf(manifest).find(({ name }) => name === variable)?.valueFrom?.secretKeyRef;
  if (reference === undefined) throw new NotShown(`${variable} is from no Secret`);
  const [secret] = await cluster.kubectl.list<Live & { data?: Record<string, string> }>(
    ...['-n', namespaceOf(manifest), 'secret', reference.name],
  );
  return Buffer.from(secret?.data?.[reference.key] ?? '', 'base64').toString('utf8');
}

// A pod is reached from this machine on any cluster through the API server.
async function forwarded(
  namespace: string,
  pod: string,
  cluster: Cluster,
  use: (url: string) => Promise<void>,
): Promise<void> {
  const forward = cluster.kubectl.start([
    '-n',
    namespace,
    'port-forward',
    `pod/${pod}`,
    ':9000',
    '--address=127.0.0.1',
  ]);
  try {
    const port = await new Promise<string>((resolve, reject) => {
      createInterface({ input: forward.stdout as NodeJS.ReadableStream }).on('line', (line) => {
        const [, local] = /127\.0\.0\.1:(\d+)/.exec(line) ?? [];
        if (local !== undefined) resolve(local);
      });
      forward.on('close', () => reject(new NotShown('the port-forward ended')));
      setTimeout(() => reject(new NotShown('no port-forward in 20 s')), 20_000).unref();
    });
    await use(`http://127.0.0.1:${port}`);
  } finally {
    forward.kill('SIGKILL');
  }
}
