import type { Manifest } from '../../../constructs';
import type { Cluster } from '../cluster';
import { NotShown } from '../journal';
import { type Live, nameOf } from '../live';
import { send } from '../request';
import { namespaceOf, type Subject } from '../subject';
import { until } from '../wait';
import { ingressEntry } from './entry';
import type { Proof } from './proof';

interface Served {
  readonly host: string;
  readonly namespace: string;
  readonly secret: string;
}

/** The certificate that an Ingress serves is accepted by who trusts its authority, and by nobody else. */
export function certificates(subject: Subject): Proof[] {
  return subject.manifests.flatMap((ingress) =>
    servedBy(ingress).map((served) => ({
      shows: `${nameOf(ingress)} serves a certificate for ${served.host}`,
      prove: (cluster) => prove(served, cluster),
    })),
  );
}

function servedBy(ingress: Manifest): Served[] {
  const { tls = [] } = (ingress.spec ?? {}) as { tls?: { hosts: string[]; secretName: string }[] };
  if (ingress.kind !== 'Ingress') return [];
  return tls.flatMap(({ hosts, secretName }) =>
    hosts.map((host) => ({ host, namespace: namespaceOf(ingress), secret: secretName })),
  );
}

/** The authority behind the certificate for a host, as PEM. */
export async function authority(host: string, subject: Subject, cluster: Cluster): Promise<string> {
  const served = subject.manifests.flatMap(servedBy).find((one) => one.host === host);
  if (served === undefined) throw new NotShown(`no Ingress serves a certificate for ${host}`);
  return authorityOf(served, cluster);
}

async function authorityOf({ namespace, secret }: Served, cluster: Cluster): Promise<string> {
  cluster.needs('certificates');
  const [found] = await cluster.kubectl.list<Live & { data?: Record<string, string> }>(
    '-n',
    namespace,
    'secret',
    secret,
  );
  const ca = found?.data?.['ca.crt'];
  if (ca === undefined) throw new NotShown(`Secret ${namespace}/${secret} has no ca.crt`);
  return Buffer.from(ca, 'base64').toString('utf8');
}

async function prove(served: Served, cluster: Cluster): Promise<string> {
  const { address, https: port } = await ingressEntry(cluster);
  const ca = await authorityOf(served, cluster);
  const ask = (tls: { ca?: string }) =>
    send({ address, port, host: served.host, path: '/', tls }).then(
      ({ status }) => `status ${status}`,
      (error: NodeJS.ErrnoException) => error.code ?? error.message,
    );
  await until(30, async () => {
    const trusted = await ask({ ca });
    return trusted === 'status 200' ? undefined : `a client that trusts the authority gets ${trusted}`;
  });
  const stranger = await ask({});
  if (stranger.startsWith('status')) throw new NotShown(`a client that does not know the authority gets ${stranger}`);
  return `accepted with the authority of Secret ${served.secret}; without it ${stranger}`;
}
