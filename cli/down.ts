import { PART_OF } from '../constructs';
import { type AppliedObject, deleteCommands, identityOf, oursAmong, queryApplied } from './applied';
import type { Command } from './command';
import { nameCluster } from './existing-cluster';
import { deleteCluster } from './kind-cluster';
import { FIELD_MANAGER, Kubectl } from './kubectl';
import { leftBehind } from './left-behind';
import { Plan, type Step } from './plan';
import type { ListedStack } from './stack-list';
import { unknownName, WrongUsage } from './wrong-usage';

/** What `npm run down` can be told. */
export interface DownOptions {
  /** Names of stacks; none is all that are there. Only with a context: a kind cluster goes as a whole. */
  readonly names: readonly string[];
  /**
   * The context of an existing cluster, in which the stacks alone are taken away.
   *
   * @default - the kind cluster is taken away
   */
  readonly context?: string;
  /** Name of the kind cluster. */
  readonly name: string;
}

/**
 * What `npm run down` does, without doing it.
 *
 * @param list every stack
 */
export function down({ names, context, name }: DownOptions, list: readonly ListedStack[]): Plan {
  const known = list.map(({ stack }) => stack.name);
  for (const asked of names) if (!known.includes(asked)) unknownName('stack', asked, known);
  if (context !== undefined) return ofContext(names, list, new Kubectl(context));
  if (names.length > 0)
    throw new WrongUsage('The kind cluster is taken away as a whole: leave the names out, or say --context.');
  return new Plan([{ title: `kind cluster ${name} is gone`, commands: [deleteCluster(name)] }]);
}

function ofContext(names: readonly string[], list: readonly ListedStack[], kubectl: Kubectl): Plan {
  const chosen = list.filter(({ stack }) => names.length === 0 || names.includes(stack.name));
  const own: Step = {
    title: names.length === 0 ? 'the stacks are gone' : `gone: ${names.join(', ')}`,
    commands: [
      queryApplied(
        kubectl,
        chosen.map(({ stack }) => stack.name),
        list,
      ),
    ],
    after: {
      says: [
        `kubectl delete is run for each of these that the field manager ${FIELD_MANAGER} applied, the last one first`,
        ...(names.length === 0 ? ['and then for what Kubernetes keeps of the stacks that were there'] : []),
      ],
      follow: ([answer]) => {
        const found = lastFirst(oursAmong(answer?.stdout ?? ''), chosen);
        const there = new Set(found.map(({ metadata }) => metadata.labels?.[PART_OF]));
        const stacks = chosen.filter(({ stack }) => there.has(stack.name));
        const kept = names.length === 0 ? deleteKept(stacks, kubectl) : [];
        const lines = stacks.map(({ stack }) => `gone: ${stack.name}`);
        return {
          commands: [...deleteCommands(kubectl, found), ...kept],
          lines: lines.length > 0 ? lines : ['nothing; with names of stacks, what Kubernetes kept of them goes too'],
        };
      },
    },
  };
  const kept: Step = { title: 'what Kubernetes keeps is gone', commands: deleteKept(chosen, kubectl) };
  return new Plan([nameCluster(kubectl), own, ...(names.length > 0 && kept.commands.length > 0 ? [kept] : [])]);
}

function deleteKept(stacks: readonly ListedStack[], kubectl: Kubectl): Command[] {
  return stacks
    .flatMap(({ manifests }) => leftBehind(manifests))
    .map(({ kind, namespace, name }) =>
      kubectl.command(['--namespace', namespace, 'delete', '--ignore-not-found', '--wait', `${kind}/${name}`]),
    );
}

// What was applied last goes first; what is in no file any more, before all else.
function lastFirst(objects: readonly AppliedObject[], stacks: readonly ListedStack[]): AppliedObject[] {
  const order = stacks.flatMap(({ manifests }) => manifests.map(identityOf));
  const place = new Map(order.map((identity, position) => [identity, position]));
  const placeOf = (object: AppliedObject) => place.get(identityOf(object)) ?? order.length;
  return [...objects].sort((a, b) => placeOf(b) - placeOf(a));
}
