import { isGroupOfKubernetes } from '../facts/api-versions';

// Groups whose resources make nothing that the checks do not know of.
const WITHOUT_SURPRISES =
  /(^|\.)(gateway\.networking\.k8s\.io|cert-manager\.io|snapshot\.storage\.k8s\.io|bitnami\.com|metallb\.io)$/;

/** Whether resources of a group may lead to objects that no manifest has: those of operators, but not of these. */
export function isOperated(group: string): boolean {
  return !isGroupOfKubernetes(group) && !WITHOUT_SURPRISES.test(group);
}
