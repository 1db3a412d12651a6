import { isBuiltIn } from '../facts/builtin';
import type { ObjectSet } from './object-set';

// Groups whose resources make nothing that the checks do not know of.
const WITHOUT_SURPRISES =
  /(^|\.)(gateway\.networking\.k8s\.io|cert-manager\.io|snapshot\.storage\.k8s\.io|bitnami\.com|metallb\.io)$/;

/** Whether resources of a group may lead to objects that no manifest has: those of operators, but not of these. */
export function isOperated(group: string): boolean {
  return !isBuiltIn(group) && !WITHOUT_SURPRISES.test(group);
}

/**
 * Namespaces with resources of operators that may make Services and Secrets there. Routes, Certificates and
 * SealedSecrets are none of them: what these make is known.
 */
export function operatedNamespaces(set: ObjectSet): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { group, namespace } of set.objects) if (isOperated(group)) found.add(namespace ?? '');
  return found;
}
