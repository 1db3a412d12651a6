import { Command, Output } from './command';
import type { Step } from './plan';
import type { Surroundings } from './surroundings';

/** Where the YAML of a run is written to: never into the committed `dist/`. */
export const FOLDER = '.up';

// The network of IPv4 alone: only its subnet has no colon.
const SUBNET = '{{range .IPAM.Config}}{{if lt (len (split .Subnet ":")) 2}}{{.Subnet}}{{end}}{{end}}';

/** Asks Docker for the network of the nodes. */
export const networkOfKind = new Command('docker', ['network', 'inspect', 'kind', '--format', SUBNET]);

/** The environment without what is read from Docker, for a list of the stacks that is made before. */
export function withoutNetwork(environment: Surroundings['environment']): Surroundings['environment'] {
  const { KIND_STACKS_NETWORK, KIND_STACKS_ADDRESSES, ...others } = environment;
  return KIND_STACKS_NETWORK ? environment : others;
}

/**
 * Writes the YAML of all stacks, with the settings of the environment.
 *
 * @param askDocker whether the network of the nodes is that of kind in Docker
 */
export function synthesis(folder: string, askDocker: boolean): Step {
  const env = { ...(askDocker && { KIND_STACKS_NETWORK: new Output(networkOfKind) }), CDK8S_OUTDIR: folder };
  return {
    title: `the YAML is in ${folder}`,
    commands: [new Command('npm', ['run', '--silent', 'synth'], { env })],
  };
}
