import { isGroupOfKubernetes } from '../../facts/api-versions';
import type { Field } from '../../model/field';
import type { ObjectSet } from '../../model/object-set';
import type { PodTemplate } from '../../model/pod-template';
import type { Rule } from '../../rule';

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
      nodePort: ${nodePort}
`;

/** A port of the nodes that this machine does not reach. */
export const nodePortUnreachable: Rule = {
  id: 'node-port-unreachable',
  subject: 'ports',
  level: 'warning',
  reason:
    'The nodes of a kind cluster are containers: of their ports, localhost has those that extraPortMappings names.',
  remedy: 'Write a port that is mapped, or map this one in the configuration of the cluster',
  bad: example(31000),
  good: example(30080),
  *check(set) {
    const { nodes } = set.surroundings;
    const mapped = [...new Set(nodes.flatMap(({ mappedPorts }) => mappedPorts))];
    if (nodes.length === 0) return;
    const there = mapped.length === 0 ? 'no port' : mapped.join(', ');
    for (const [who, at] of [...nodePorts(set), ...set.pods.flatMap(hostPorts)])
      if (at.number && !mapped.includes(at.number))
        yield {
          at,
          message: `${who} asks for port ${at.number} of the nodes; of this cluster, localhost has ${there}`,
        };
  },
};

// One of type LoadBalancer is reached at its own address.
function nodePorts(set: ObjectSet): [who: string, port: Field][] {
  return set
    .of('Service')
    .filter((service) => service.field('spec', 'type').text === 'NodePort')
    .flatMap((service) =>
      service
        .field('spec', 'ports')
        .items()
        .map((port): [string, Field] => [`${service}`, port.get('nodePort')]),
    );
}

// What runs on every node, or in its network, serves the nodes themselves.
function hostPorts({ owner, spec, containers }: PodTemplate): [who: string, port: Field][] {
  if (!isGroupOfKubernetes(owner.group) || owner.kind === 'DaemonSet' || spec.get('hostNetwork').value === true)
    return [];
  return containers
    .flatMap((container) => container.get('ports').items())
    .filter((port) => !/^(127\.|::1$)/.test(port.get('hostIP').text ?? ''))
    .map((port) => [`${owner}`, port.get('hostPort')]);
}
