import { Definitions } from '../../facts/definitions';
import { grouped } from '../../model/grouped';
import type { KubernetesObject } from '../../model/kubernetes-object';
import { nearest } from '../../model/nearest';
import type { Problem, Rule } from '../../rule';

/** A custom resource whose definition nobody brings. */
export const customResourceUnknown: Rule = {
  id: 'custom-resource-unknown',
  subject: 'references',
  level: 'error',
  reason: 'The API server knows a custom resource by its definition, and refuses it without.',
  remedy: 'Add the CustomResourceDefinition, or what brings it',
  bad: `
apiVersion: example.com/v1
kind: Database
metadata:
  name: orders
`,
  good: `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: databases.example.com
spec:
  group: example.com
  scope: Namespaced
  names:
    kind: Database
    plural: databases
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
---
apiVersion: example.com/v1
kind: Database
metadata:
  name: orders
`,
  *check(set) {
    const definitions = new Definitions(set);
    const unknown: KubernetesObject[] = [];
    for (const [first, ...others] of grouped(
      set.objects,
      ({ apiVersion, kind }) => `${apiVersion}\n${kind}`,
    ).values()) {
      const versions = definitions.versionsOf(first);
      if (!definitions.has(first)) unknown.push(first, ...others);
      else if (versions !== undefined && !versions.has(first.version)) yield notServed(first, others, versions);
    }
    // A whole group is missing for one reason; one kind of a group that is there, for one of its own.
    const causes = grouped(unknown, ({ group, kind }) => (definitions.of(group).size > 0 ? `${group}/${kind}` : group));
    for (const [first, ...others] of causes.values()) yield missing(first, others, definitions);
  },
};

function missing(first: KubernetesObject, others: readonly KubernetesObject[], definitions: Definitions): Problem {
  const kinds = definitions.of(first.group);
  const meant = nearest(first.kind, kinds);
  const there = kinds.size === 0 ? '' : `; of this group there are ${[...kinds].sort().join(', ')}`;
  const [name] = definitions.namesOf(first);
  return {
    at: first.field('kind'),
    message: `nobody brings the definition of ${first.kind} of ${first.group}${there}`,
    ...(meant !== undefined && { fix: `Write '${meant}', which is there` }),
    related: others.map((object) => object.field('kind')),
    unlessElsewhere: `CustomResourceDefinition '${kinds.size === 0 ? `*.${first.group}` : name}'`,
  };
}

function notServed(
  first: KubernetesObject,
  others: readonly KubernetesObject[],
  versions: ReadonlySet<string>,
): Problem {
  const served = [...versions].map((version) => `${first.group}/${version}`);
  return {
    at: first.field('apiVersion'),
    message: `the definition of ${first.kind} serves ${served.join(', ')}; here stands '${first.apiVersion}'`,
    fix: `Write apiVersion: ${served[0]}`,
    related: others.map((object) => object.field('apiVersion')),
  };
}
