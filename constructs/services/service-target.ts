import type { Labels } from '../naming/labels';
import type { NamespaceReference } from '../naming/metadata';
import type { PodPort } from '../pods/port';

/**
 * Pods that a Service can send traffic to: those of a workload, or those of the cluster or an
 * add-on, described as data.
 */
export interface ServiceTarget {
  /** How the pods are called in a message. */
  readonly name: string;
  /** Labels that select the pods. */
  readonly selector: Labels;
  /** Ports that the pods declare. */
  readonly ports: readonly PodPort[];
  /** Namespace of pods that are not of this stack. */
  readonly in?: NamespaceReference;
}
