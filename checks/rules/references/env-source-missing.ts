import type { Rule } from '../../rule';
import { configReferences } from '../../views/config-references';
import { absentKeys, absentSource, absentSources } from '../../views/config-sources';

const settings = (key: string) => `
apiVersion: v1
kind: Pod
metadata:
  name: shop
spec:
  containers:
    - name: shop
      image: nginx:1.29
      env:
        - name: COLOUR
          valueFrom:
            configMapKeyRef:
              name: settings
              key: ${key}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  colour: blue
`;

/** A variable that comes from a ConfigMap or Secret, or from a key of one, that is not there. */
export const envSourceMissing: Rule = {
  id: 'env-source-missing',
  subject: 'references',
  level: 'error',
  reason: 'A container does not start before the ConfigMaps, Secrets and keys that its variables come from are there.',
  remedy: 'Name what is there, or make it',
  bad: settings('color'),
  good: settings('colour'),
  *check(set) {
    const references = configReferences(set);
    for (const group of absentSources(references, set)) {
      const first = group.find(({ by }) => by === 'env');
      if (first === undefined) continue;
      const others = group.filter((reference) => reference !== first);
      yield* absentSource(first, others, set);
    }
    yield* absentKeys(
      references.filter(({ by }) => by === 'env'),
      set,
    );
  },
};
