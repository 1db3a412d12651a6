import { addOnsFor, COURSE, install } from './add-ons';
import { chooseStacks } from './choose-stacks';
import { doctorStep } from './doctor';
import { addresses } from './entry-points';
import { checkAddOns, nameCluster } from './existing-cluster';
import { kindCluster } from './kind-cluster';
import { Kubectl } from './kubectl';
import { Plan, type Step } from './plan';
import { prune } from './prune';
import { ready } from './ready';
import type { ListedStack } from './stack-list';
import type { Surroundings } from './surroundings';
import { synthesis } from './synthesis';
import type { UpOptions } from './up-options';

/**
 * What `npm run up` does, without doing it.
 *
 * @param list every stack
 * @param environment decides whether Docker is asked for the network of the nodes
 */
export function up(
  options: UpOptions,
  list: readonly ListedStack[],
  environment: Surroundings['environment'] = {},
): Plan {
  const { context, name, timeout, folder, force, names } = options;
  const kubectl = new Kubectl(context ?? `kind-${name}`);
  const { stacks, added, replaced } = chooseStacks(list, names);
  const doctor = doctorStep(options);
  const cluster =
    context === undefined
      ? [doctor, ...ownCluster(options, stacks, kubectl)]
      : [nameCluster(kubectl), doctor, checkAddOns(stacks, kubectl)];
  const path = ({ file }: ListedStack) => `${folder}/${file}`;
  const apply = (listed: ListedStack): Step => ({
    title: `${listed.stack.name} is applied${added.includes(listed.stack.name) ? ', because another one needs it' : ''}`,
    commands: [kubectl.apply(path(listed), { force })],
  });
  return new Plan([
    ...cluster,
    synthesis(folder, context === undefined && !environment.KIND_STACKS_NETWORK),
    ...replaced.map((listed) => ({
      title: `${listed.stack.name} is out of the way`,
      commands: [kubectl.delete(path(listed))],
    })),
    ...stacks.map(apply),
    prune(kubectl, stacks, list),
    ...stacks.flatMap((listed) => ready(listed, kubectl, timeout)),
    addresses(stacks, kubectl),
  ]);
}

function ownCluster(options: UpOptions, stacks: readonly ListedStack[], kubectl: Kubectl): Step[] {
  const needed = addOnsFor(stacks);
  const addOns = options.names.length > 0 ? needed : [...new Set([...COURSE, ...needed])];
  return [...kindCluster(options, kubectl), ...addOns.map((addOn) => install(addOn, kubectl, options.timeout))];
}
