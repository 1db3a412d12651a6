/** How much of a stack a proof shows, from the API server's word to that of a client. */
export type Level = 'accepted' | 'rolled out' | 'answers' | 'deleted' | 'fails where it must' | 'cluster';

/** What came of one proof. */
export interface Result {
  /** The stack, or `-` for what is no stack's. */
  readonly stack: string;
  readonly level: Level;
  /** What was to be shown. */
  readonly proof: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** What was seen; why it failed; why it could not be shown here. */
  readonly detail: string;
  readonly seconds: number;
  /** Of a failure: objects, events and last lines of logs. */
  readonly diagnosis?: readonly string[];
}

/** Thrown where something is not as it has to be; the message says what was seen. */
export class NotShown extends Error {}

/** Thrown where this cluster cannot show something; the message is the reason. */
export class CannotShow extends Error {}

/** Collects what came of each proof and says it at once. */
export class Journal {
  public readonly results: Result[] = [];
  private readonly start = Date.now();

  constructor(
    /** Takes each line of progress. */
    private readonly say: (line: string) => void,
    /** Looks at the cluster when something failed. @default - nobody looks */
    private readonly diagnose?: (stack: string) => Promise<string[]>,
  ) {}

  /**
   * Runs one proof; whatever it throws becomes its result.
   *
   * @param prove gives what was seen, or throws NotShown or CannotShow
   * @returns whether it passed
   */
  public async prove(stack: string, level: Level, proof: string, prove: () => Promise<string>): Promise<boolean> {
    const began = Date.now();
    const [outcome, detail] = await outcomeOf(prove);
    const diagnosis = outcome === 'failed' ? await this.look(stack) : undefined;
    const seconds = (Date.now() - began) / 1000;
    this.results.push({ stack, level, proof, outcome, detail, seconds, ...(diagnosis && { diagnosis }) });
    const elapsed = ((Date.now() - this.start) / 1000).toFixed(1).padStart(6);
    this.say(`${elapsed} s  ${outcome.padEnd(7)}  ${stack}: ${level}: ${proof}: ${detail}`);
    return outcome === 'passed';
  }

  // That nothing more is known of a failure must not hide it.
  private async look(stack: string): Promise<string[] | undefined> {
    try {
      return await this.diagnose?.(stack);
    } catch (error) {
      return [`nothing more is known: ${(error as Error).message}`];
    }
  }

  /** What failed, in the order in which it did. */
  public get failures(): Result[] {
    return this.results.filter(({ outcome }) => outcome === 'failed');
  }
}

async function outcomeOf(prove: () => Promise<string>): Promise<[Result['outcome'], string]> {
  try {
    return ['passed', await prove()];
  } catch (error) {
    if (!(error instanceof Error) || error.name === 'AbortError') throw error;
    return [error instanceof CannotShow ? 'skipped' : 'failed', error.message];
  }
}
