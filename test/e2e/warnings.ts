import type { Kubectl } from './kubectl';
import type { Live } from './live';
import { namespaceOf, type Subject } from './subject';

interface Event extends Live {
  readonly reason?: string;
  readonly message?: string;
  readonly involvedObject: { readonly kind: string; readonly name: string };
}

/** Warnings that the cluster gave about objects of a file and what was made from them, the last one last. */
export async function warningsOf({ name, manifests }: Subject, kubectl: Kubectl): Promise<string[]> {
  const lines: string[] = [];
  for (const namespace of new Set(manifests.map(namespaceOf))) {
    const events = await kubectl.list<Event>(
      ...['-n', namespace, 'events', '--field-selector=type=Warning', '--sort-by=.lastTimestamp'],
    );
    // What is made from an object starts with its name; in a Namespace of its own everything is of the stack.
    const about = ({ involvedObject }: Event) =>
      namespace === name || manifests.some(({ metadata }) => involvedObject.name.startsWith(metadata.name));
    for (const { involvedObject, reason, message } of events.filter(about))
      lines.push(`${involvedObject.kind} ${namespace}/${involvedObject.name}: ${reason}: ${message}`);
  }
  return lines;
}
