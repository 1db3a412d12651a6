import { isGroupOfKubernetes } from '../../facts/api-versions';
import type { KubernetesObject } from '../../model/kubernetes-object';
import type { ObjectSet } from '../../model/object-set';
import type { Rule } from '../../rule';
import { type ScaleTarget, scaleTargets } from '../../views/scale-targets';

const autoscaled = (kind: string) => `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: collector
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: ${kind}
    name: collector
  maxReplicas: 5
`;

/** An autoscaler of a kind without replicas. */
export const autoscalerTargetCannotScale: Rule = {
  id: 'autoscaler-target-cannot-scale',
  subject: 'references',
  level: 'error',
  reason: 'An autoscaler writes a number of replicas, and this kind has none to write.',
  remedy: 'Scale a Deployment, a StatefulSet or a ReplicaSet, or take the autoscaler away',
  bad: autoscaled('DaemonSet'),
  good: autoscaled('Deployment'),
  *check(set) {
    const definitions = definitionsIn(set);
    for (const target of scaleTargets(set))
      if (cannotScale(target, definitions))
        yield {
          at: target.field.get('kind'),
          message: `${target.autoscaler} scales ${target.kind} '${target.name}', and a ${target.kind} has no replicas to set`,
        };
  },
};

// Those of Kubernetes that people name here.
const WITHOUT_REPLICAS = new Set(['DaemonSet', 'Pod', 'PodTemplate', 'Job', 'CronJob', 'Service', 'Ingress', 'Node']);

function cannotScale({ group, kind }: ScaleTarget, definitions: ReadonlyMap<string, boolean>): boolean {
  return isGroupOfKubernetes(group) ? WITHOUT_REPLICAS.has(kind) : definitions.get(`${group}/${kind}`) === false;
}

// Custom kinds that the set defines, and whether they can be scaled.
function definitionsIn(set: ObjectSet): Map<string, boolean> {
  return new Map(
    set.of('CustomResourceDefinition', 'apiextensions.k8s.io').map((definition) => {
      const text = (...path: string[]) => definition.field('spec', ...path).text;
      return [`${text('group')}/${text('names', 'kind')}`, canScale(definition)];
    }),
  );
}

function canScale(definition: KubernetesObject): boolean {
  const versions = [definition.field('spec'), ...definition.field('spec', 'versions').items()];
  return versions.some((version) => version.get('subresources', 'scale').exists);
}
