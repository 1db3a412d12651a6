import { createSocket } from 'node:dgram';
import { connect } from 'node:net';
import * as dns from 'dns-packet';
import { coreDns } from '../../../platform/pods';
import { Cluster } from '../cluster';
import { NotShown } from '../journal';
import { nameOf, type Service, selects } from '../live';
import { namespaceOf, type Subject } from '../subject';
import type { Proof } from './proof';

const NAME = 'kubernetes.default.svc.cluster.local';

/** Services of type LoadBalancer before CoreDNS resolve names for who is outside. */
export function nameServers(subject: Subject): Proof[] {
  return subject.manifests
    .filter(({ kind, spec }) => kind === 'Service' && selects((spec as Service['spec']).selector, coreDns.selector))
    .map((manifest) => ({
      shows: `${nameOf(manifest)} resolves names`,
      prove: async (cluster) => {
        cluster.needs('load balancers', 'a route to the nodes');
        const [service] = await cluster.kubectl.list<Service>(
          '-n',
          namespaceOf(manifest),
          'service',
          manifest.metadata.name,
        );
        const address = service && Cluster.addressOf(service);
        if (service === undefined || address === undefined) throw new NotShown('it has no address');
        const [wanted] = await cluster.kubectl.list<Service>('service', 'kubernetes');
        const answers = await Promise.all(
          service.spec.ports.map(({ port, protocol }) => askBy(protocol, address, port)),
        );
        const wrong = answers.find((answer) => answer !== wanted?.spec.clusterIP);
        if (wrong !== undefined) throw new NotShown(`${NAME} is ${wrong}, not ${wanted?.spec.clusterIP}`);
        return `${address} by ${service.spec.ports.map(({ protocol }) => protocol).join(', ')}: ${NAME} is ${answers[0]}`;
      },
    }));
}

async function askBy(protocol: string, address: string, port: number): Promise<string> {
  const ask = protocol === 'UDP' ? byUdp : byTcp;
  // A datagram may get lost.
  const answer = await ask(address, port).catch(() => ask(address, port));
  return answer.answers?.map((record) => ('data' in record ? String(record.data) : '')).join(' ') ?? 'nothing';
}

const question = {
  type: 'query',
  id: 1,
  flags: dns.RECURSION_DESIRED,
  questions: [{ type: 'A', name: NAME }],
} as const;

function byUdp(address: string, port: number): Promise<dns.Packet> {
  return new Promise((resolve, reject) => {
    const socket = createSocket('udp4');
    const end = setTimeout(() => finish(() => reject(new NotShown(`${address}:${port}/UDP does not answer`))), 5000);
    const finish = (then: () => void) => {
      clearTimeout(end);
      socket.close();
      then();
    };
    socket.on('message', (message) => finish(() => resolve(dns.decode(message))));
    socket.on('error', (error) => finish(() => reject(error)));
    socket.send(dns.encode({ ...question, questions: [...question.questions] }), port, address);
  });
}

function byTcp(address: string, port: number): Promise<dns.Packet> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port, timeout: 5000 });
    let received = Buffer.alloc(0);
    socket.on('connect', () => socket.write(dns.streamEncode({ ...question, questions: [...question.questions] })));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < 2 || received.length < received.readUInt16BE(0) + 2) return;
      socket.destroy();
      resolve(dns.streamDecode(received));
    });
    socket.on('timeout', () => socket.destroy(new NotShown(`${address}:${port}/TCP does not answer`)));
    socket.on('error', reject);
  });
}
