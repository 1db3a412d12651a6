import { App, type Manifest, type Need, Refusal, Stack, type StackProps } from '../constructs';

/** A stack to try constructs in. */
export class TestStack extends Stack {
  public readonly title = 'a test';
  public readonly needs: readonly Need[] = [];

  public constructor(app = new App(), id = 'test', props: StackProps = {}) {
    super(app, id, props);
  }
}

/** The manifests of whatever `build` puts into a stack. */
export function synth(build: (stack: TestStack) => void): Manifest[] {
  const stack = new TestStack();
  build(stack);
  return stack.toJson();
}

/** The only manifest of this kind, and of this name if one is given. */
export function only(manifests: readonly Manifest[], kind: string, name?: string): Manifest {
  const found = manifests.filter(
    (manifest) => manifest.kind === kind && (name ?? manifest.metadata.name) === manifest.metadata.name,
  );
  if (found.length !== 1) throw new Error(`there are ${found.length} manifests ${kind} ${name ?? ''}`);
  return found[0] as Manifest;
}

/** The value at a path such as `spec.template.spec.containers.0`; undefined where the path ends before. */
export function at(manifest: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], manifest);
}

/** The message with which `build` is refused in a stack called `test`. */
export function refusalOf(build: (stack: TestStack) => void): string {
  return refusalMessage(() => build(new TestStack()));
}

/** The message with which `run` is refused; anything else that happens fails the test. */
export function refusalMessage(run: () => void): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}
