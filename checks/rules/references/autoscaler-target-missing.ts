import { isGroupOfKubernetes } from '../../facts/api-versions';
import { nearest } from '../../model/nearest';
import type { ObjectSet } from '../../model/object-set';
import { missing } from '../../model/reference';
import { RunTimeMakers } from '../../model/run-time-makers';
import type { Problem, Rule } from '../../rule';
import { SCALABLE, type ScaleTarget, scaledObject, scaleTargets } from '../../views/scale-targets';

const autoscaled = (name: string) => `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: ${name}
  maxReplicas: 5
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29
`;

/** An autoscaler of something that is not there. */
export const autoscalerTargetMissing: Rule = {
  id: 'autoscaler-target-missing',
  subject: 'references',
  level: 'error',
  reason: 'An autoscaler finds what it scales by group, kind and name, and does nothing until that is there.',
  remedy: 'Name the workload as it is in this namespace',
  bad: autoscaled('website'),
  good: autoscaled('web'),
  *check(set) {
    const makers = new RunTimeMakers(set);
    for (const target of scaleTargets(set)) {
      const problem = wrongKind(target) ?? absent(target, set, makers);
      if (problem !== undefined) yield problem;
    }
  },
};

// Which version is named does not matter; in another group there is no such kind.
function wrongKind({ autoscaler, field, group, kind }: ScaleTarget): Problem | undefined {
  if (!isGroupOfKubernetes(group)) return undefined;
  const right = SCALABLE.get(kind);
  if (right === undefined) {
    const meant = nearest(kind, SCALABLE.keys());
    if (meant === undefined) return undefined;
    const at = field.get('kind');
    return { at, message: `${autoscaler} scales a '${kind}', which is no kind of Kubernetes`, fix: `Write '${meant}'` };
  }
  if (group === right) return undefined;
  const written = field.get('apiVersion').text;
  return {
    at: field.get('apiVersion'),
    message: `${autoscaler} scales a ${kind} of ${written ? `'${written}'` : 'no apiVersion'}, which has no such kind`,
    fix: `Write apiVersion: ${right === '' ? 'v1' : `${right}/v1`}`,
  };
}

function absent(target: ScaleTarget, set: ObjectSet, makers: RunTimeMakers): Problem | undefined {
  // What is there and cannot be scaled has a rule of its own.
  if (isGroupOfKubernetes(target.group) && !SCALABLE.has(target.kind)) return undefined;
  if (scaledObject(target, set) !== undefined) return undefined;
  if (makers.mayMake(`${target.kind.toLowerCase()}s`, target.namespace)) return undefined;
  return missing(target, String(target.autoscaler), set);
}
