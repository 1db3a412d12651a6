import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import type { Finding } from './finding';

/** The ports of this machine that `platform/kind.yaml` leads to the cluster. */
export const PORTS = [80, 443, 30080] as const;

/** Whether ports of this machine are free: kind makes no cluster when one is taken. */
export async function checkPorts(ports: readonly number[] = PORTS): Promise<Finding[]> {
  const taken = await Promise.all(ports.map(isTaken));
  return ports.map((port, position) =>
    taken[position]
      ? {
          level: 'stop',
          what: `port ${port} is taken, and the cluster needs it`,
          remedy: `Find who has it with sudo ss -ltnp 'sport = :${port}' (on a Mac sudo lsof -i :${port}) and stop that, or use an existing cluster with --context`,
        }
      : { level: 'fine', what: `port ${port} is free` },
  );
}

// To listen there oneself takes rights that one need not have; to ask does not.
function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const done = (taken: boolean) => {
      socket.destroy();
      resolve(taken);
    };
    socket.once('connect', () => done(true)).once('error', () => done(false));
    socket.setTimeout(2000, () => done(false));
  });
}

// What kind asks for: https://kind.sigs.k8s.io/docs/user/known-issues/#pod-errors-due-to-too-many-open-files
const INOTIFY = { max_user_watches: 524_288, max_user_instances: 512 };

/**
 * Whether the kernel lets pods watch as many files as several nodes do; nothing where there is no such limit.
 *
 * @param folder where the kernel shows the limits
 */
export function checkInotify(folder = '/proc/sys/fs/inotify'): Finding[] {
  return Object.entries(INOTIFY).flatMap(([name, wanted]): Finding[] => {
    const limit = readLimit(`${folder}/${name}`);
    if (limit === undefined) return [];
    if (limit >= wanted) return [{ level: 'fine', what: `inotify ${name} ${limit}` }];
    return [
      {
        level: 'warning',
        what: `inotify ${name} is ${limit}; with less than ${wanted} pods may fail with 'too many open files'`,
        remedy: `Run sudo sysctl fs.inotify.${name}=${wanted}, and write it into /etc/sysctl.d/ to keep it`,
      },
    ];
  });
}

function readLimit(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
