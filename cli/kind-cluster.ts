import { refuse } from '../constructs';
import { kind } from '../platform/kind';
import { Command } from './command';
import type { Kubectl } from './kubectl';
import type { Step } from './plan';

/** The kind cluster that is wanted. */
export interface ClusterOptions {
  /** Its name; kubectl calls its context `kind-<name>`. */
  readonly name: string;
  /**
   * The configuration of kind, if it is not one of `platform/`.
   *
   * @default - that of one node or of six
   */
  readonly config?: string;
  /** Whether it has the six nodes of the controllers homework instead of one. */
  readonly sixNodes: boolean;
  /**
   * Minor of Kubernetes, one of `kind.nodeImages`.
   *
   * @default - the newest
   */
  readonly kubernetes?: keyof typeof kind.nodeImages;
  /** How long to wait for the nodes. */
  readonly timeout: string;
}

/** Asks for the names of all kind clusters of this machine. */
export const listClusters = new Command('kind', ['get', 'clusters']);

/** Makes the cluster unless it is there, and refuses one that is another than was asked for. */
export function kindCluster(options: ClusterOptions, kubectl: Kubectl): Step[] {
  const { name, sixNodes, kubernetes, timeout, config = sixNodes ? kind.sixNodes : kind.config } = options;
  const image = kubernetes === undefined ? [] : [`--image=${kind.nodeImages[kubernetes]}`];
  const nodes = sixNodes ? 6 : 1;
  const create = ['create', 'cluster', '--config', config, `--name=${name}`, ...image];
  return [
    {
      title: `kind cluster ${name} is there`,
      commands: [
        new Command('kind', create, {
          unless: { command: listClusters, says: name },
          undo: deleteCluster(name),
        }),
      ],
    },
    {
      title: 'its nodes are ready',
      commands: [
        kubectl.command(['wait', '--for=condition=Ready', 'nodes', '--all', `--timeout=${timeout}`]),
        kubectl.command(['get', 'nodes', '--output=json']),
      ],
      after: {
        says: [`goes on with ${nodes === 1 ? 'one node' : `${nodes} nodes`}${minorText(kubernetes)} alone`],
        follow: ([, answer]) => {
          checkNodes(options, nodes, answer?.stdout ?? '');
          return {};
        },
      },
    },
  ];
}

/** Takes the cluster away, with everything in it. */
export function deleteCluster(name: string): Command {
  return new Command('kind', ['delete', 'cluster', `--name=${name}`]);
}

function minorText(kubernetes: string | undefined): string {
  return kubernetes === undefined ? '' : ` of Kubernetes ${kubernetes}`;
}

function checkNodes({ name, kubernetes }: ClusterOptions, wanted: number, answer: string): void {
  const { items } = JSON.parse(answer) as {
    items: readonly { readonly status: { readonly nodeInfo: { readonly kubeletVersion: string } } }[];
  };
  const down = `Take it away with npm run down${name === kind.name ? '' : ` -- --name ${name}`}, or ask for what is there`;
  if (items.length !== wanted)
    refuse(`kind cluster ${name}`, `it has nodes: ${items.length}; asked for are ${wanted}`, down);
  const version = items[0]?.status.nodeInfo.kubeletVersion ?? '';
  if (kubernetes !== undefined && !version.startsWith(`v${kubernetes}.`))
    refuse(`kind cluster ${name}`, `it runs Kubernetes ${version}; asked for is ${kubernetes}`, down);
}
