import { Stack } from '../constructs';
import type { ListedStack } from './stack-list';
import { unknownName, WrongUsage } from './wrong-usage';

/** What becomes of the stacks of the list. */
export interface Chosen {
  /** Those to apply, each after what it needs. */
  readonly stacks: readonly ListedStack[];
  /** Names of those that nobody named and another one needs. */
  readonly added: readonly string[];
  /** Those that cannot stand beside them and are taken away first. */
  readonly replaced: readonly ListedStack[];
}

/**
 * The stacks of these names and what they need; all main forms for no name.
 * Refuses two that exclude each other.
 */
export function chooseStacks(list: readonly ListedStack[], names: readonly string[]): Chosen {
  const byName = new Map(list.map((listed) => [listed.stack.name, listed]));
  const asked = names.map((name) => byName.get(name)?.stack ?? unknownName('stack', name, [...byName.keys()]));
  const wanted = new Set(
    names.length > 0 ? asked : list.map(({ stack }) => stack).filter((stack) => stack.alternativeTo === undefined),
  );
  const before = new Set(wanted);
  // A Set goes on to what is added while it is walked through.
  for (const stack of wanted) for (const need of needsOf(stack)) wanted.add(need);
  for (const stack of wanted) checkAlone(stack, wanted);
  return {
    stacks: list.filter(({ stack }) => wanted.has(stack)),
    added: [...wanted].filter((stack) => !before.has(stack)).map(({ name }) => name),
    replaced: list.filter(({ stack }) => [...wanted].some((one) => exclude(one, stack))),
  };
}

function needsOf({ needs }: Stack): Stack[] {
  return needs.filter((need): need is Stack => need instanceof Object && Stack.isStack(need as Stack));
}

function exclude(one: Stack, other: Stack): boolean {
  return one.replaces === other || other.replaces === one;
}

function checkAlone(stack: Stack, all: ReadonlySet<Stack>): void {
  const { replaces } = stack;
  if (replaces === undefined || !all.has(replaces)) return;
  const needing = [...all].filter((one) => needsOf(one).includes(replaces)).map(({ name }) => `'${name}'`);
  const because = needing.length > 0 ? `, which ${needing.join(' and ')} needs` : '';
  throw new WrongUsage(`'${stack.name}' replaces '${replaces.name}'${because}: name the one or the other.`);
}
