import { kind } from '../platform/kind';
import { Command } from './command';
import type { Finding } from './finding';
import type { Result } from './program';

/** A program that is needed, how it says its version, and what to think of that. */
export interface NeededProgram {
  /** Asks for the version. */
  readonly command: Command;
  /** Looks at the answer. */
  readonly judge: (answer: Result) => Finding;
}

const stop = (what: string, remedy: string): Finding => ({ level: 'stop', what, remedy });

/** The engine that the nodes run in. */
export const docker: NeededProgram = {
  command: new Command('docker', ['version', '--format', '{{.Server.Version}}']),
  judge: ({ code, stdout, stderr }) => {
    if (code === 127) return stop('docker is missing', 'Install it: https://docs.docker.com/get-started/get-docker/');
    if (/permission denied/i.test(stderr))
      return stop('docker may not be used by you', 'Add yourself to the group docker, and log in again');
    if (code !== 0) return stop('docker is here, and its engine does not answer', 'Start Docker');
    return { level: 'fine', what: `docker ${stdout.trim()}` };
  },
};

/** Makes the cluster. */
export const kindProgram: NeededProgram = {
  command: new Command('kind', ['version']),
  judge: ({ code, stdout }) => {
    if (code === 127)
      return stop('kind is missing', 'Install it: https://kind.sigs.k8s.io/docs/user/quick-start/#installation');
    const version = versionIn(stdout);
    if (version === undefined) return stop(`kind says '${stdout.trim()}' instead of its version`, 'Install it anew');
    const what = `kind ${version.text}`;
    if (isOlder(version, versionIn(kind.version)))
      return {
        level: 'warning',
        what: `${what}; the node images are made for ${kind.version}`,
        remedy: `Install kind ${kind.version}: https://github.com/kubernetes-sigs/kind/releases`,
      };
    return { level: 'fine', what };
  },
};

/** The minor of a cluster for which nobody names one. */
export const NEWEST = Object.keys(kind.nodeImages)[0] as string;

/**
 * Speaks to the cluster.
 *
 * @param kubernetes the minor that the cluster runs; none is not known, and every kubectl will do
 */
export function kubectlProgram(kubernetes?: string): NeededProgram {
  return {
    command: new Command('kubectl', ['version', '--client', '--output=json']),
    judge: ({ code, stdout }) => {
      if (code === 127) return stop('kubectl is missing', 'Install it: https://kubernetes.io/docs/tasks/tools/');
      const version = versionIn(stdout);
      if (version === undefined) return stop('kubectl does not say its version', 'Install it anew');
      const what = `kubectl ${version.text}`;
      const wanted = kubernetes === undefined ? undefined : versionIn(`v${kubernetes}.0`);
      // The API promises to work with clients one minor older or newer.
      if (wanted !== undefined && Math.abs(wanted.minor - version.minor) > 1)
        return {
          level: 'warning',
          what: `${what} for Kubernetes ${kubernetes}; allowed is one minor of difference`,
          remedy: `Install kubectl ${kubernetes}: https://kubernetes.io/docs/tasks/tools/`,
        };
      return { level: 'fine', what };
    },
  };
}

interface Version {
  readonly text: string;
  readonly major: number;
  readonly minor: number;
}

function versionIn(text: string): Version | undefined {
  const [, found, major, minor] = /\b(v(\d+)\.(\d+)\.\d+[\w.+-]*)/.exec(text) ?? [];
  return found === undefined ? undefined : { text: found, major: Number(major), minor: Number(minor) };
}

function isOlder(one: Version, than: Version | undefined): boolean {
  return than !== undefined && (one.major - than.major || one.minor - than.minor) < 0;
}
