/** Why there is no run at all, with what to do; the exit code is 2. */
export class CannotRun extends Error {}
