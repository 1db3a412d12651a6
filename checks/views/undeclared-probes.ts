import type { Field } from '../model/field';
import type { ObjectSet } from '../model/object-set';
import type { PodTemplate } from '../model/pod-template';
import { mentionedPorts } from './mentioned-ports';
import { type ProbedPort, probedPorts } from './probes';

/** A probe of a port that nothing in the manifests speaks of but itself. */
export interface UndeclaredProbe extends ProbedPort {
  readonly wanted: number;
}

/** The probes over HTTP and TCP of a container whose number no port of its pod and no setting speaks of. */
export function undeclaredProbes(container: Field, pod: PodTemplate, set: ObjectSet): UndeclaredProbe[] {
  const declared = new Set(pod.ports().map(({ number }) => number));
  const probes = probedPorts(container).flatMap((probe): UndeclaredProbe[] => {
    const { wanted, isProbe, asksOther, action } = probe;
    if (typeof wanted !== 'number' || !isProbe || asksOther || action === 'grpc' || declared.has(wanted)) return [];
    return [{ ...probe, wanted }];
  });
  if (probes.length === 0) return [];
  const mentioned = mentionedPorts(pod, set);
  return probes.filter(({ wanted }) => !mentioned.has(wanted));
}

/** A container in words. */
export function containerInWords(container: Field): string {
  return `Container '${container.get('name').text ?? ''}' of ${container.object}`;
}
