import { isGroupOfKubernetes } from '../../facts/api-versions';
import { isClusterScoped } from '../../facts/cluster-scoped';
import type { Field } from '../../model/field';
import type { KubernetesObject } from '../../model/kubernetes-object';
import { PodTemplate } from '../../model/pod-template';
import type { Rule } from '../../rule';

/** Fields that a dry run or a cluster wrote, and that say nothing in a manifest. */
export const leftoverField: Rule = {
  id: 'leftover-field',
  subject: 'schema',
  level: 'advice',
  reason:
    'What a cluster writes into an object is its own: in a manifest it says nothing, or holds the next apply back.',
  remedy: 'Take these fields away',
  bad: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  creationTimestamp: null
data:
  colour: blue
`,
  good: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  colour: blue
`,
  *check(set) {
    for (const object of set.objects) {
      if (!isGroupOfKubernetes(object.group)) continue;
      const left = leftIn(object);
      const [first, ...others] = left;
      if (first !== undefined)
        yield {
          at: first,
          message: `${object} has ${left.map(String).join(', ')}, which a dry run or a cluster wrote`,
          ...(left.some(({ path }) => HOLDING.has(String(path.at(-1)))) && { level: 'warning' as const }),
          related: others,
        };
      const namespace = object.field('metadata', 'namespace');
      if (isClusterScoped(object.kind) && namespace.exists)
        yield {
          at: namespace,
          message: `${object} is of the whole cluster; the namespace '${namespace.text}' says nothing`,
        };
    }
  },
};

const WRITTEN_BY_CLUSTER = ['uid', 'resourceVersion', 'generation', 'selfLink', 'managedFields'];
// An object with these is refused once the one in the cluster is another.
const HOLDING = new Set(['uid', 'resourceVersion']);
const NOTES = ['kubectl.kubernetes.io/last-applied-configuration', 'deployment.kubernetes.io/revision'];

function leftIn(object: KubernetesObject): Field[] {
  const metadata = object.field('metadata');
  const pods = PodTemplate.of(object);
  const template = pods.filter(({ template: { path } }) => path.length > 0);
  const times = [metadata, ...template.map((pod) => pod.template.get('metadata'))].map((of) =>
    of.get('creationTimestamp'),
  );
  const own = WRITTEN_BY_CLUSTER.map((key) => metadata.get(key)).filter(({ exists }) => exists);
  const notes = NOTES.map((key) => metadata.get('annotations', key)).filter(({ exists }) => exists);
  const empty = [
    object.field('spec', 'strategy'),
    ...pods.flatMap((pod) => pod.allContainers.map((container) => container.get('resources'))),
  ].filter(isEmptyMap);
  return [...times.filter(isWritten), ...own, ...notes, ...empty, object.field('status')].filter(isWritten);
}

function isWritten({ value }: Field): boolean {
  return value !== undefined;
}

function isEmptyMap(field: Field): boolean {
  const { value } = field;
  return typeof value === 'object' && value !== null && !Array.isArray(value) && field.entries().length === 0;
}
