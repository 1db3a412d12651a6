import { Stack } from '../constructs';
import {
  type AddOn,
  certManager,
  envoyGateway,
  gatewayApi,
  ingressNginx,
  metallb,
  sealedSecrets,
} from '../platform/add-ons';
import { Command } from './command';
import type { Kubectl } from './kubectl';
import type { Step } from './plan';
import type { ListedStack } from './stack-list';

/** The class of the Gateway API that Envoy Gateway implements. */
const GATEWAY_CLASS = 'platform/gateway-class.yaml';

// The definitions of the Gateway API come with the implementation; both at once exclude each other.
const INSTALLED: readonly AddOn[] = [ingressNginx, metallb, certManager, envoyGateway, sealedSecrets];

/** What a whole course needs, whichever stacks are asked for. */
export const COURSE: readonly AddOn[] = [ingressNginx, metallb, certManager, envoyGateway];

/** The add-ons without which these stacks do not work, in the order in which they are installed. */
export function addOnsFor(stacks: readonly ListedStack[]): AddOn[] {
  const names = new Set(
    stacks.flatMap(({ stack }) => stack.needs.filter((need) => !Stack.isStack(need as Stack))).map(({ name }) => name),
  );
  if (names.delete(gatewayApi.name)) names.add(envoyGateway.name);
  return INSTALLED.filter(({ name }) => names.has(name));
}

/** Resources that the add-ons of this repository bring, as `kubectl api-resources` writes them. */
export function definitionsOf(addOns: readonly AddOn[] = INSTALLED): string[] {
  return [...new Set(addOns.flatMap(({ definitions }) => definitions))];
}

/** Installs an add-on and waits until it is ready. */
export function install(addOn: AddOn, kubectl: Kubectl, timeout: string): Step {
  const { name, version, source, namespace, workloads } = addOn;
  const ready = workloads.map((workload) => kubectl.rolledOut(workload, namespace?.name ?? 'default', timeout));
  // Nobody else is meant to change an add-on of our own cluster, and its own controllers write some fields of it.
  const extra = addOn === envoyGateway ? [kubectl.apply(GATEWAY_CLASS, { force: true })] : [];
  return {
    title: `${name} ${version} is ready`,
    commands: [kubectl.apply(source, { force: true }), ...ready, ...extra],
  };
}

/** Reads which resources a cluster serves. */
export function servedResources({ context }: Kubectl): Command {
  return new Command('kubectl', ['--context', context, 'api-resources', '--verbs=list', '--output=name']);
}
