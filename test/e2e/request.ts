import { request as http } from 'node:http';
import { request as https } from 'node:https';

/** One request of a client. */
export interface Request {
  /** The address to connect to, whatever the host says. */
  readonly address: string;
  readonly port: number;
  /** The host that is asked for. @default - the address */
  readonly host?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether by TLS. @default - no */
  readonly tls?: {
    /** The authority that the client trusts, as PEM. @default - those that Node trusts */
    readonly ca?: string;
  };
}

/** What came back. */
export interface Response {
  readonly status: number;
  readonly body: string;
}

/** Sends one request on a connection of its own; no answer within five seconds is an error. */
export function send({ address, port, host = address, path, headers, tls }: Request): Promise<Response> {
  const options = { host: address, port, path, headers: { ...headers, host }, agent: false, timeout: 5000 } as const;
  return new Promise((resolve, reject) => {
    const sent = tls
      ? https({ ...options, servername: host, ...(tls.ca !== undefined && { ca: tls.ca }) })
      : http(options);
    sent.on('response', (message) => {
      const chunks: Buffer[] = [];
      message.on('data', (chunk: Buffer) => chunks.push(chunk));
      message.on('end', () =>
        resolve({ status: message.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
      );
      message.on('error', reject);
    });
    sent.on('timeout', () => sent.destroy(new Error(`no answer from ${address}:${port} in 5 s`)));
    sent.on('error', reject);
    sent.end();
  });
}
