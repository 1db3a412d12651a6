import { isGroupOfKubernetes } from '../../facts/api-versions';
import type { Field } from '../../model/field';
import { grouped } from '../../model/grouped';
import type { KubernetesObject } from '../../model/kubernetes-object';
import type { ObjectSet } from '../../model/object-set';
import type { Rule } from '../../rule';
import { namesIn } from '../../views/names';

/** A name that is too long for itself, or for what is made of it. */
export const nameTooLong: Rule = {
  id: 'name-too-long',
  subject: 'schema',
  level: 'error',
  reason: 'A name that does not fit into a label or a host name is refused, at once or when the first pod is made.',
  remedy: 'Choose a shorter name',
  bad: `
apiVersion: batch/v1
kind: CronJob
metadata:
  name: report-of-all-orders-of-the-last-night-for-the-accounts
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: report
              image: busybox:1.37.0
`,
  good: `
apiVersion: batch/v1
kind: CronJob
metadata:
  name: report-of-orders
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: report
              image: busybox:1.37.0
`,
  *check(set) {
    for (const object of set.objects) {
      if (!isGroupOfKubernetes(object.group)) continue;
      for (const [{ field, name, what, most, reason }, ...others] of tooLong(object, set))
        yield {
          at: field,
          message: `${what} has ${name.length} characters; at most ${most} are possible${reason}`,
          related: others.map((other) => other.field),
        };
    }
  },
};

interface Long {
  readonly field: Field;
  readonly name: string;
  readonly what: string;
  readonly most: number;
  readonly reason: string;
}

function tooLong(object: KubernetesObject, set: ObjectSet): Iterable<[Long, ...Long[]]> {
  const names = namesIn(object, set).map(({ field, name = '', what, syntax }) => {
    const limit = field.path.join('.') === 'metadata.name' ? limitOf(object) : undefined;
    return { field, name, what, most: limit?.most ?? syntax.longest, reason: limit?.reason ?? '' };
  });
  return grouped(
    names.filter(({ name, most }) => name.length > most),
    ({ name }) => name,
  ).values();
}

// What the names of pods, and labels of them, add to the name of their owner.
function limitOf(object: KubernetesObject): { readonly most: number; readonly reason: string } | undefined {
  if (object.kind === 'StatefulSet') return { most: 52, reason: ', because a label of its pods adds 11 to it' };
  if (object.kind === 'CronJob') return { most: 52, reason: ', because the names of its jobs add 11 to it' };
  if (object.kind !== 'Job') return undefined;
  const completions = object.field('spec', 'completions').number ?? 0;
  if (object.field('spec', 'completionMode').text !== 'Indexed' || completions < 1)
    return { most: 63, reason: ', because it is a label of its pods' };
  const added = String(completions - 1).length + 1;
  return { most: 63 - added, reason: `, because the host names of its pods add ${added} to it` };
}
