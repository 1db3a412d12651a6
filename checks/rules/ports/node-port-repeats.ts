import type { Field } from '../../model/field';
import type { KubernetesObject } from '../../model/kubernetes-object';
import { keyOf } from '../../model/kubernetes-object';
import type { ObjectSet } from '../../model/object-set';
import { levelTogether, orAlternatives } from '../../model/together';
import type { Problem, Rule } from '../../rule';

const example = (nodePort: number) => `
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: NodePort
  selector:
    app: web
  ports:
    - port: 80
      nodePort: 30080
---
apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  type: NodePort
  selector:
    app: api
  ports:
    - port: 80
      nodePort: ${nodePort}
`;

/** A node port that is asked for twice. */
export const nodePortRepeats: Rule = {
  id: 'node-port-repeats',
  subject: 'ports',
  level: 'error',
  reason:
    'A node port belongs to one Service of the whole cluster, whatever the protocol; the API server refuses the second one.',
  remedy: 'Write another node port, or none to be given one',
  bad: example(30080),
  good: example(30081),
  *check(set) {
    const first = new Map<number, Field>();
    for (const service of set.of('Service')) {
      if (!TYPES.has(service.field('spec', 'type').text ?? '')) continue;
      for (const port of service.field('spec', 'ports').items()) {
        const field = port.get('nodePort');
        if (field.number === undefined || field.number === 0) continue;
        const before = first.get(field.number);
        if (before === undefined) first.set(field.number, field);
        else yield* conflict(before, field, set);
      }
    }
  },
};

const TYPES = new Set(['NodePort', 'LoadBalancer']);

function* conflict(before: Field, at: Field, set: ObjectSet): Iterable<Problem> {
  const [one, other] = [before.object, at.object];
  const related = [before];
  if (one === other) {
    if (!isSamePort(portOf(before), portOf(at)))
      yield { at, message: `${other} takes node port ${at.value} twice`, related };
    return;
  }
  // Of one object in two files, a cluster holds one.
  if (keyOf(one) === keyOf(other)) return;
  const level = levelTogether(one, other, set);
  const message = `${inWords(one, other)} and ${inWords(other, one)} both take node port ${at.value}${orAlternatives(level)}`;
  yield { at, level, message, related };
}

function inWords(service: KubernetesObject, other: KubernetesObject): string {
  return service.name === other.name ? `${service} in namespace '${service.namespace}'` : String(service);
}

function portOf(nodePort: Field): Field {
  return nodePort.object.field(...nodePort.path.slice(0, -1));
}

// One port of a Service over two protocols has one node port.
function isSamePort(one: Field, other: Field): boolean {
  const protocol = (port: Field) => port.get('protocol').text ?? 'TCP';
  return one.get('port').value === other.get('port').value && protocol(one) !== protocol(other);
}
