import type { Field } from '../model/field';
import { nearest } from '../model/nearest';
import type { ObjectSet } from '../model/object-set';
import type { RunTimeMakers } from '../model/run-time-makers';
import type { Labels, Selector } from '../model/selector';
import type { Problem } from '../rule';

// To look for a slip among the pods of a whole company would take longer than all else.
const MOST_COMPARED = 300;

/**
 * The problem of a selector that means no pod of its Namespace; undefined if there are some, or may be once the set
 * runs.
 *
 * @param does what its object does with them, in words, such as `PodDisruptionBudget 'web' selects`
 */
export function noPodSelected(
  at: Field,
  selector: Selector,
  does: string,
  set: ObjectSet,
  makers: RunTimeMakers,
): Problem | undefined {
  const { namespace } = at.object;
  if (selector.isEmpty || set.selected(selector, namespace).length > 0) return undefined;
  if (set.surroundings.hasPods(selector, namespace) || makers.mayMake('pods', namespace)) return undefined;
  return selectsNothing(at, selector, does, set);
}

/**
 * What is wrong with a selector of which one knows that it means no pod of its Namespace, with the labels that were
 * probably meant.
 */
export function selectsNothing(at: Field, selector: Selector, does: string, set: ObjectSet): Problem {
  const { namespace, saysNamespace } = at.object;
  const elsewhere = set.selectedAnywhere(selector).find(({ owner }) => !(owner.saysNamespace && saysNamespace));
  if (elsewhere !== undefined)
    return {
      at,
      level: 'warning',
      message: `${does} ${selector}; in namespace '${namespace}' no pod has it, and those of ${elsewhere.owner} in '${elsewhere.namespace}' do`,
      fix: 'Apply both with the same -n, or write the namespace into both',
      related: [elsewhere.template.get('metadata', 'labels')],
    };
  const byWords = new Map(
    set
      .podsIn(namespace)
      .slice(0, MOST_COMPARED)
      .map((pod) => [labelsInWords(pod.labels), pod]),
  );
  const meant = nearest(String(selector), byWords.keys());
  const pod = byWords.get(meant ?? '');
  return {
    at,
    message: `${does} ${selector}; no pod in namespace '${namespace}' has it`,
    ...(pod && {
      fix: `Write ${meant}, as the pods of ${pod.owner} have it`,
      related: [pod.template.get('metadata', 'labels')],
    }),
    unlessElsewhere: `pods with ${selector}`,
  };
}

/** Labels in the words of a selector: `app=web, tier=front`. */
export function labelsInWords(labels: Labels): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
}
