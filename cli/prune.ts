import * as addOns from '../platform/add-ons';
import { deleteCommands, identityOf, oursAmong, queryApplied } from './applied';
import { FIELD_MANAGER, type Kubectl } from './kubectl';
import type { Step } from './plan';
import type { ListedStack } from './stack-list';

// Never taken away, whatever their labels say.
const KEPT = new Set(['default', ...Object.values(addOns).flatMap((addOn) => namespaceOf(addOn))]);

function namespaceOf(addOn: addOns.AddOn): string[] {
  return addOn.namespace === undefined ? [] : [addOn.namespace.name];
}

/**
 * Takes away what an earlier run applied for these stacks and the files of today have no more.
 *
 * @param list every stack, among them these
 */
export function prune(kubectl: Kubectl, stacks: readonly ListedStack[], list: readonly ListedStack[]): Step {
  const written = new Set(stacks.flatMap(({ manifests }) => manifests).map(identityOf));
  const names = stacks.map(({ stack }) => stack.name);
  return {
    title: 'nothing is left of earlier runs',
    commands: [queryApplied(kubectl, names, list)],
    after: {
      says: [
        `kubectl delete is run for each of these that the field manager ${FIELD_MANAGER} applied and that is in none of the files applied above`,
      ],
      follow: ([answer]) => {
        const stale = oursAmong(answer?.stdout ?? '')
          .filter((object) => !written.has(identityOf(object)))
          .filter(({ kind, metadata }) => kind !== 'Namespace' || !KEPT.has(metadata.name));
        return {
          commands: deleteCommands(kubectl, stale),
          lines: stale.map(({ kind, metadata }) => `gone: ${kind} ${metadata.name}`),
        };
      },
    },
  };
}
