import { isGroupOfKubernetes } from '../../facts/api-versions';
import type { Field } from '../../model/field';
import { type KubernetesObject, keyOf } from '../../model/kubernetes-object';
import type { PodTemplate } from '../../model/pod-template';
import type { Problem, Rule } from '../../rule';
import { portsOf } from '../../views/service-ports';
import { type ServiceWithPods, servicesWithPods } from '../../views/target-port';

const example = (name: string) => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      ports:
        - name: http
          containerPort: 8000
        - name: ${name}
          containerPort: 9090
`;

/** A port name that stands for two ports, or is missing where it has to tell them apart. */
export const portNameRepeats: Rule = {
  id: 'port-name-repeats',
  subject: 'ports',
  level: 'error',
  reason:
    'A name stands for one port of a container or Service, and a Service with several ports needs one for each; the API server refuses anything else.',
  remedy: 'Give every port a name of its own',
  bad: example('http'),
  good: example('metrics'),
  *check(set) {
    for (const pod of set.pods.filter(({ owner }) => isGroupOfKubernetes(owner.group))) yield* inContainers(pod);
    for (const service of set.of('Service')) yield* inService(service);
    const told = new Set<string>();
    for (const one of servicesWithPods(set)) yield* acrossContainers(one, told);
  },
};

function* inContainers({ owner, allContainers }: PodTemplate): Iterable<Problem> {
  for (const container of allContainers) {
    const who = `Container '${container.get('name').text ?? ''}' of ${owner}`;
    for (const [name, first, again] of repetitions(container.get('ports').items()))
      yield { at: again, message: `${who} has two ports by the name '${name}'`, related: [first] };
  }
}

function* inService(service: KubernetesObject): Iterable<Problem> {
  const ports = portsOf(service);
  const fields = ports.map(({ field }) => field);
  for (const [name, first, again] of repetitions(differentOf(fields)))
    yield { at: again, message: `${service} has two ports by the name '${name}'`, related: [first] };
  const [nameless, ...others] = fields.filter((field) => !field.get('name').text);
  if (nameless !== undefined && ports.length > 1)
    yield {
      at: nameless,
      message: `${service} has ${ports.length} ports, and ${others.length === 0 ? 'this one has' : `${others.length + 1} of them have`} no name`,
      related: others,
    };
}

// Of ports that are the same but for the name, the rule service-port-repeats speaks.
function differentOf(fields: readonly Field[]): Field[] {
  const seen = new Set<string>();
  return fields.filter((field) => {
    const key = `${field.get('protocol').text ?? 'TCP'} ${field.get('port').value}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function* repetitions(ports: readonly Field[]): Iterable<[name: string, first: Field, again: Field]> {
  const first = new Map<string, Field>();
  for (const port of ports) {
    const name = port.get('name');
    if (!name.text) continue;
    const before = first.get(name.text);
    if (before === undefined) first.set(name.text, name);
    else yield [name.text, before, name];
  }
}

// Between containers a name may repeat, and the Service leads to the first one that has it.
function* acrossContainers({ service, pods }: ServiceWithPods, told: Set<string>): Iterable<Problem> {
  for (const { target, protocol, field } of portsOf(service)) {
    for (const pod of pods) {
      const [first, ...others] = pod.ports().filter((port) => port.name === target && port.protocol === protocol);
      const again = others.find(({ number, container }) => number !== first?.number && container !== first?.container);
      const key = `${keyOf(pod.owner)}\n${target}`;
      if (first === undefined || again === undefined || told.has(key)) continue;
      told.add(key);
      yield {
        at: again.field.get('name'),
        level: 'warning',
        message: `${pod.owner} has the port '${target}' twice, ${first.number} and ${again.number}; ${service} leads to ${first.number}`,
        related: [first.field.get('name'), field.get('targetPort')],
      };
    }
  }
}
