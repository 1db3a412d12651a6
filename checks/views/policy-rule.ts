import { API_GROUPS, groupsOf, MOVED_GROUP } from '../facts/built-in-resources';
import type { Field } from '../model/field';
import type { KubernetesObject } from '../model/kubernetes-object';

/** A text of a list, with the field that it stands in. */
export interface Word {
  readonly field: Field;
  readonly text: string;
}

/** A resource that a rule names; of `pods/log` the part is `log`. */
export interface NamedResource extends Word {
  readonly resource: string;
  readonly part: string | undefined;
}

/** One rule of a Role or a ClusterRole. */
export interface PolicyRule {
  readonly role: KubernetesObject;
  readonly field: Field;
  readonly groups: readonly Word[];
  readonly resources: readonly NamedResource[];
  readonly verbs: readonly Word[];
}

/** The rules of a role. */
export function policyRulesOf(role: KubernetesObject): PolicyRule[] {
  return role
    .field('rules')
    .items()
    .map((field) => ({
      role,
      field,
      groups: wordsOf(field.get('apiGroups')),
      resources: wordsOf(field.get('resources')).map((word) => ({ ...word, ...split(word.text) })),
      verbs: wordsOf(field.get('verbs')),
    }));
}

/** Whether a group is one that Kubernetes does not bring, or any: nobody knows what is in it. */
export function isForeign(group: string): boolean {
  return group === '*' || (group !== MOVED_GROUP && group.includes('.') && !API_GROUPS.includes(group));
}

/** Whether one of some groups has a resource. */
export function isIn(groups: readonly string[], resource: string): boolean {
  return groupsOf(resource).some((group) => groups.includes(group));
}

function wordsOf(list: Field): Word[] {
  return list.items().flatMap((field) => (field.text === undefined ? [] : [{ field, text: field.text }]));
}

function split(text: string): { readonly resource: string; readonly part: string | undefined } {
  const slash = text.indexOf('/');
  return slash === -1
    ? { resource: text, part: undefined }
    : { resource: text.slice(0, slash), part: text.slice(slash + 1) };
}
