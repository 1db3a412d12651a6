import type { Field } from '../model/field';
import type { ObjectSet } from '../model/object-set';
import type { PodTemplate } from '../model/pod-template';

/** The Pod Security Standards that refuse something. */
export type SecurityLevel = 'baseline' | 'restricted';

/** A pod as the Pod Security Standards look at it. */
export interface SecuredPod {
  readonly template: Field;
  readonly spec: Field;
  /** All containers, ephemeral ones among them. */
  readonly containers: readonly Field[];
  /** Minor of the version of the standards: 34 for `v1.34`. */
  readonly minor: number;
  readonly level: SecurityLevel;
}

/** Something in a pod that a standard refuses. */
export interface Violation {
  /** The field that has to change. */
  readonly at: Field;
  readonly message: string;
}

/** One control of a standard: what it refuses in a pod. */
export type Control = (pod: SecuredPod) => Violation[];

/** A pod under a level and a version of the standards. */
export function secured(pod: PodTemplate, level: SecurityLevel, minor: number): SecuredPod {
  const containers = [...pod.allContainers, ...pod.spec.get('ephemeralContainers').items()];
  return { template: pod.template, spec: pod.spec, containers, minor, level };
}

/** What a Namespace asks of its pods. */
export interface Enforced {
  readonly level: SecurityLevel | 'privileged';
  readonly minor: number;
  /** The label that says so. */
  readonly label: Field;
}

const LABEL = 'pod-security.kubernetes.io/enforce';
const LEVELS = ['privileged', 'baseline', 'restricted'];

/** What each Namespace of a set asks of its pods, by its name; nothing where its labels say nothing. */
export function enforcedIn(set: ObjectSet): ReadonlyMap<string, Enforced> {
  const newest = minorOf(`v${set.surroundings.kubernetes}`) ?? Number.POSITIVE_INFINITY;
  const enforced = new Map<string, Enforced>();
  for (const namespace of set.of('Namespace')) {
    const labels = namespace.field('metadata', 'labels');
    const label = labels.get(LABEL);
    if (label.text === undefined || !LEVELS.includes(label.text)) continue;
    // A version that is still to come is the newest there is.
    const minor = Math.min(minorOf(labels.get(`${LABEL}-version`).text) ?? newest, newest);
    enforced.set(namespace.name, { level: label.text as Enforced['level'], minor, label });
  }
  return enforced;
}

/** The minor of a version such as `v1.34`. */
export function minorOf(version: string | undefined): number | undefined {
  const [, minor] = /^v1\.(\d+)$/.exec(version ?? '') ?? [];
  return minor === undefined ? undefined : Number(minor);
}

/** A container in words. */
export function nameOf(container: Field): string {
  return `container '${container.get('name').text}'`;
}

/** Whether the pod is for Windows, where several controls have no meaning since 1.25. */
export function isForWindows({ spec, minor }: SecuredPod): boolean {
  return minor >= 25 && spec.get('os', 'name').text === 'windows';
}

/** Whether the users of the pod are none of the node, which makes root in it harmless since 1.35. */
export function hasOwnUsers({ spec, minor }: SecuredPod): boolean {
  return minor >= 35 && spec.get('hostUsers').value === false;
}

/** The security context of the pod and of each container, with words for whose it is. */
export function contextsOf({ spec, containers }: SecuredPod): readonly (readonly [who: string, context: Field])[] {
  return [
    ['the pod', spec.get('securityContext')],
    ...containers.map((container) => [nameOf(container), container.get('securityContext')] as const),
  ];
}
