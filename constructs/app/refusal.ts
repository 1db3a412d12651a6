import type { IConstruct } from 'constructs';

/** What a refusal says. */
export type RefusedProblem = Pick<Refusal, 'where' | 'problem' | 'remedy'>;

/**
 * What cannot work and therefore does not synthesise: a mistake in what was asked for, told in one
 * sentence with its place and its remedy. Everything else that throws is a defect of this library.
 */
export class Refusal extends Error {
  public constructor(
    /** Where: a construct path such as `web/web/web-svc`, or the name of a setting. */
    public readonly where: string,
    /** What was given and what is allowed. */
    public readonly problem: string,
    /** What to change. */
    public readonly remedy: string,
  ) {
    super(`${where}: ${problem}. ${remedy}${remedy.endsWith('?') ? '' : '.'}`);
    this.name = 'Refusal';
  }

  /** Several at once, each on a line of its own. */
  public static together(problems: readonly [RefusedProblem, ...RefusedProblem[]]): Refusal {
    const refusals = problems.map(({ where, problem, remedy }) => new Refusal(where, problem, remedy));
    const [first] = refusals as [Refusal];
    first.message = refusals.map(({ message }) => message).join('\n');
    return first;
  }
}

/** A place that a refusal can name: a construct, or the name of a setting. */
export type Place = IConstruct | string;

/**
 * Ends synthesis because the manifest could not work.
 *
 * @param place the construct (its path is printed) or the setting at fault
 * @param problem what was given and what is allowed, without a full stop
 * @param remedy what to change, without a full stop
 */
export function refuse(place: Place, problem: string, remedy: string): never {
  throw new Refusal(typeof place === 'string' ? place : place.node.path, problem, remedy);
}
