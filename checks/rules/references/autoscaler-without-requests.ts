import type { ObjectSet } from '../../model/object-set';
import { PodTemplate } from '../../model/pod-template';
import type { Problem, Rule } from '../../rule';
import { containerInWords } from '../../views/config-references';
import { LimitRanges } from '../../views/limit-ranges';
import { type ScaleTarget, scaledObject, scaleTargets } from '../../views/scale-targets';
import { type UtilisationMetric, utilisationMetrics } from '../../views/utilisation-metrics';

const autoscaled = (requests: string) => `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  maxReplicas: 5
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 70
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
          resources:
            requests:
              ${requests}
`;

/** An autoscaler by the share of a resource that a container does not request. */
export const autoscalerWithoutRequests: Rule = {
  id: 'autoscaler-without-requests',
  subject: 'references',
  level: 'error',
  reason: 'The share is one of what is requested: if one container requests nothing, the autoscaler does nothing.',
  remedy: 'Write a request for it into every container',
  bad: autoscaled('memory: 64Mi'),
  good: autoscaled('cpu: 100m'),
  *check(set) {
    const ranges = LimitRanges.of(set);
    for (const target of scaleTargets(set)) {
      const workload = scaledObject(target, set);
      const [pod] = workload === undefined ? [] : PodTemplate.of(workload);
      if (pod !== undefined)
        for (const metric of utilisationMetrics(target.autoscaler))
          yield* problemsOf(metric, target, pod, ranges.get(pod.namespace), set);
    }
  },
};

// What a LimitRange writes into containers without requests, the one or the other.
const DEFAULTS = ['defaultRequest', 'default', 'max', 'min'];

function* problemsOf(
  metric: UtilisationMetric,
  { autoscaler }: ScaleTarget,
  pod: PodTemplate,
  ranges: LimitRanges | undefined,
  set: ObjectSet,
): Iterable<Problem> {
  const { resource, container, field } = metric;
  const elsewhere = set.surroundings.provides({ kind: 'LimitRange', namespace: pod.namespace, name: '*' });
  if (
    elsewhere ||
    provides(pod.spec, resource) ||
    DEFAULTS.some((name) => ranges?.bounds('Container', name, resource).length)
  )
    return;
  const counted = pod.containers.filter((one) => container === undefined || one.get('name').text === container);
  if (counted.length === 0) {
    const message = `${autoscaler} looks at container '${container}', which ${pod.owner} does not have`;
    yield { at: field.get('container'), message, fix: 'Name one of its containers' };
    return;
  }
  const [first, ...others] = counted.filter((one) => !provides(one, resource));
  if (first === undefined) return;
  yield {
    at: first.get('resources', 'requests', resource),
    message: `${autoscaler} scales by the share of requested ${resource}, and ${containerInWords(first)} requests none`,
    related: [field, ...others],
    unlessElsewhere: `LimitRange '*'`,
  };
}

// A limit is a request too where no other is written.
function provides(field: PodTemplate['spec'], resource: string): boolean {
  return ['requests', 'limits'].some((side) => field.get('resources', side, resource).exists);
}
