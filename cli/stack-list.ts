import { App, type Manifest, Stack } from '../constructs';
import { addStacks, readSettings } from '../stacks';

/** A stack of the repository with the file that it is written to. */
export interface ListedStack {
  readonly stack: Stack;
  /** Its path in the output folder, such as `alternatives/web-pod.k8s.yaml`. */
  readonly file: string;
  /** What is in that file. */
  readonly manifests: readonly Manifest[];
}

/**
 * Every stack and every alternative, in an order in which what a stack needs comes before it.
 *
 * @param environment where the settings are read from
 */
export function listStacks(environment: Readonly<Record<string, string | undefined>>): ListedStack[] {
  const app = new App();
  addStacks(app, readSettings(environment));
  // A stack is given the stacks that it needs, so they were made, and added, before it.
  return app.node.children
    .filter((child) => Stack.isStack(child))
    .map((stack) => ({
      stack,
      file: `${stack.alternativeTo === undefined ? '' : 'alternatives/'}${stack.name}.k8s.yaml`,
      manifests: stack.toJson(),
    }));
}
