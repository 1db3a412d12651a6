import { RunTimeMakers } from '../../model/run-time-makers';
import { Selector } from '../../model/selector';
import type { Rule } from '../../rule';
import { noPodSelected } from '../../views/no-pod-selected';

const budget = (app: string) => `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app: ${app}
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app: web
spec:
  containers:
    - name: web
      image: nginx:1.29
`;

/** A budget whose selector means no pod. */
export const budgetSelectsNothing: Rule = {
  id: 'budget-selects-nothing',
  subject: 'references',
  level: 'warning',
  reason: 'A budget that means no pod protects none: all of them may be taken away at once.',
  remedy: 'Write the labels of the pods into the selector',
  bad: budget('wbe'),
  good: budget('web'),
  *check(set) {
    const makers = new RunTimeMakers(set);
    for (const object of set.of('PodDisruptionBudget', 'policy')) {
      const at = object.field('spec', 'selector');
      const problem = at.exists
        ? noPodSelected(at, Selector.of(at, 'all'), `${object} selects`, set, makers)
        : { at, message: `${object} has no selector, so it means no pod` };
      if (problem !== undefined) yield problem;
    }
  },
};
