import type { Manifest } from '../constructs';
import type { Command } from './command';
import type { Kubectl } from './kubectl';
import type { Step } from './plan';
import type { ListedStack } from './stack-list';

const ROLLED_OUT = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

/** Waits until what a stack runs is ready; nothing for a stack that runs nothing. */
export function ready({ stack, manifests }: ListedStack, kubectl: Kubectl, timeout: string): Step[] {
  const commands = manifests.flatMap((manifest) => waitFor(manifest, kubectl, timeout) ?? []);
  return commands.length === 0 ? [] : [{ title: `${stack.name} is up`, commands }];
}

function waitFor(manifest: Manifest, kubectl: Kubectl, timeout: string): Command | undefined {
  const { kind, metadata, spec } = manifest;
  const { name, namespace = 'default' } = metadata;
  const object = `${kind.toLowerCase()}/${name}`;
  const until = (what: string) =>
    kubectl.command(['--namespace', namespace, 'wait', `--for=${what}`, object, `--timeout=${timeout}`]);
  if (ROLLED_OUT.has(kind)) return kubectl.rolledOut(object, namespace, timeout);
  if (kind === 'Pod') return until('condition=Ready');
  if (kind === 'Job') return until('condition=Complete');
  // A ReplicaSet has no rollout, and no condition says that its pods are ready.
  if (kind === 'ReplicaSet')
    return until(`jsonpath={.status.readyReplicas}=${(spec as { replicas?: number }).replicas ?? 1}`);
  return undefined;
}
