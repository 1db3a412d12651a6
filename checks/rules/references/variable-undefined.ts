import { isGroupOfKubernetes } from '../../facts/api-versions';
import type { Field } from '../../model/field';
import { nearest } from '../../model/nearest';
import type { ObjectSet } from '../../model/object-set';
import type { PodTemplate } from '../../model/pod-template';
import type { Problem, Rule } from '../../rule';
import { variablesOf, wordsOf } from '../../views/commands';
import { keysOf } from '../../views/config-sources';

/** `$(NAME)` of a variable that the container does not have. */
export const variableUndefined: Rule = {
  id: 'variable-undefined',
  subject: 'references',
  level: 'warning',
  reason: 'Kubernetes replaces $(NAME) by the variables of the container itself; what none of them is stays as it is.',
  remedy: 'Add the variable above, or write $$(NAME) where these signs are meant',
  bad: `
apiVersion: v1
kind: Pod
metadata:
  name: controller
spec:
  containers:
    - name: controller
      image: example.com/controller:1.0.0
      args:
        - --namespace=$(POD_NAMESPACE)
`,
  good: `
apiVersion: v1
kind: Pod
metadata:
  name: controller
spec:
  containers:
    - name: controller
      image: example.com/controller:1.0.0
      args:
        - --namespace=$(POD_NAMESPACE)
      env:
        - name: POD_NAMESPACE
          valueFrom:
            fieldRef:
              fieldPath: metadata.namespace
`,
  *check(set) {
    for (const pod of set.pods) {
      // What operators make of a template may have more variables than it says.
      if (!isGroupOfKubernetes(pod.owner.group)) continue;
      for (const container of pod.allContainers) yield* undefinedIn(container, pod, set);
    }
  },
};

// Names as people give them to variables; $(date) is for a shell, $(NF) for awk.
const NAMED = /(\$*)\$\(([A-Z_][A-Z0-9_]{2,})\)/g;
// Of every Service in the Namespace, which the cluster adds itself.
const OF_SERVICES = /_SERVICE_(HOST|PORT(_\w+)?)$|_PORT(_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?$/;

function* undefinedIn(container: Field, pod: PodTemplate, set: ObjectSet): Iterable<Problem> {
  const known = namesFrom(container, pod, set);
  if (known === undefined) return;
  const variables = variablesOf(container);
  const all = new Set(variables.flatMap((variable) => variable.get('name').text ?? []));
  const found = new Map<string, [Field, ...Field[]]>();
  const look = (field: Field) => {
    for (const name of namesIn(field.text ?? '')) {
      if (known.has(name) || OF_SERVICES.test(name)) continue;
      found.set(name, [...(found.get(name) ?? []), field] as [Field, ...Field[]]);
    }
  };
  for (const variable of variables) {
    look(variable.get('value'));
    known.add(variable.get('name').text ?? '');
  }
  for (const word of wordsOf(container)) look(word);
  for (const [name, [at, ...related]] of found) {
    const who = `Container '${container.get('name').text ?? ''}'`;
    const meant = nearest(name, known);
    if (all.has(name)) yield { at, message: `${who} reads $(${name}) above the variable itself`, fix: LATER, related };
    else
      yield {
        at,
        message: `${who} reads $(${name}) and has no such variable`,
        ...(meant !== undefined && { fix: `Write $(${meant}), which is there` }),
        related,
      };
  }
}

const LATER = 'Put the variable that is read above the one that reads it';

// An even number of signs in front of the last one means all of them as they are.
function namesIn(text: string): string[] {
  return [...text.matchAll(NAMED)].flatMap(([, before = '', name = '']) => (before.length % 2 === 0 ? [name] : []));
}

// What comes from whole ConfigMaps and Secrets; undefined where one of them is not known.
function namesFrom(container: Field, pod: PodTemplate, set: ObjectSet): Set<string> | undefined {
  const names = new Set<string>();
  for (const source of container.get('envFrom').items()) {
    const kind = source.get('secretRef').exists ? 'Secret' : 'ConfigMap';
    const name = source.get(kind === 'Secret' ? 'secretRef' : 'configMapRef', 'name').text ?? '';
    const keys = keysOf({ kind, namespace: pod.namespace, name }, set);
    if (keys === undefined) return undefined;
    for (const key of keys) names.add(`${source.get('prefix').text ?? ''}${key}`);
  }
  return names;
}
