import type { Field } from '../model/field';
import type { KubernetesObject } from '../model/kubernetes-object';

/** A share of what containers request, at which an autoscaler adds pods. */
export interface UtilisationMetric {
  readonly resource: string;
  /** The one container that counts; all do where none is named. */
  readonly container: string | undefined;
  readonly field: Field;
}

/** What an autoscaler measures against requests; of its own accord it takes the share of the cpu. */
export function utilisationMetrics(autoscaler: KubernetesObject): UtilisationMetric[] {
  const spec = autoscaler.field('spec');
  const metrics = spec.get('metrics').items();
  const annotated = autoscaler.field('metadata', 'annotations', 'autoscaling.alpha.kubernetes.io/metrics').exists;
  if (metrics.length === 0)
    return annotated
      ? []
      : [{ resource: 'cpu', container: undefined, field: spec.get('targetCPUUtilizationPercentage') }];
  return metrics.flatMap((metric) => {
    const source = ['resource', 'containerResource'].map((key) => metric.get(key)).find(({ exists }) => exists);
    const resource = source?.get('name').text;
    if (source === undefined || resource === undefined || !isShare(source)) return [];
    return [{ resource, container: source.get('container').text, field: source }];
  });
}

// Today's form and that of the first beta.
function isShare(source: Field): boolean {
  return source.get('target', 'averageUtilization').exists || source.get('targetAverageUtilization').exists;
}
