/** What a Command runs in; handed down from `main.ts`, the only reader of the environment. */
export interface Surroundings {
  /** Variables that a program inherits. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Ends the program that runs when somebody interrupts. */
  readonly signal: AbortSignal;
}
