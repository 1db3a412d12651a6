import type { ClusterNode } from '../../../platform/kind';
import { isGroupOfKubernetes } from '../../facts/api-versions';
import type { Field } from '../../model/field';
import { keyOf } from '../../model/kubernetes-object';
import { admits, nodesOf } from '../../model/nodes';
import type { ObjectSet } from '../../model/object-set';
import type { PodTemplate } from '../../model/pod-template';
import { levelTogether, orAlternatives } from '../../model/together';
import type { Problem, Rule } from '../../rule';

const example = (hostPort: number) => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      ports:
        - containerPort: 8000
          hostPort: 80
    - name: status
      image: nginx:1.29
      ports:
        - containerPort: 8080
          hostPort: ${hostPort}
`;

/** A port of a node that two containers ask for. */
export const hostPortRepeats: Rule = {
  id: 'host-port-repeats',
  subject: 'ports',
  level: 'error',
  reason:
    'A port of a node belongs to one container: within a pod the second one is refused, and a second pod finds no place.',
  remedy: 'Write another host port, or use a Service instead',
  bad: example(80),
  good: example(81),
  *check(set) {
    const nodes = nodesOf(set);
    const first = new Map<string, HostPort>();
    const seen = new Set<string>();
    for (const pod of set.pods.filter(({ owner }) => isGroupOfKubernetes(owner.group))) {
      const ports = hostPortsOf(pod);
      yield* withinPod(ports);
      // Of one object in two files, a cluster holds one.
      if (seen.has(keyOf(pod.owner)) || !LASTING.has(pod.owner.kind)) continue;
      seen.add(keyOf(pod.owner));
      for (const port of ports) {
        const key = `${port.key}\n${placeOf(pod)}`;
        const before = first.get(key);
        if (before === undefined) {
          first.set(key, port);
          yield* tooManyPods(port, nodes);
        } else if (before.pod !== pod) yield* betweenPods(before, port, nodes, set);
      }
    }
  },
};

// Those of a Job end, and make room.
const LASTING = new Set(['Pod', 'Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet', 'DaemonSet']);

interface HostPort {
  readonly pod: PodTemplate;
  readonly field: Field;
  readonly number: number;
  /** The same for ports that exclude each other on a node. */
  readonly key: string;
}

function hostPortsOf(pod: PodTemplate): HostPort[] {
  const onHost = pod.spec.get('hostNetwork').value === true;
  return pod.containers.flatMap((container) =>
    container
      .get('ports')
      .items()
      .flatMap((port) => {
        const written = port.get('hostPort');
        // In the network of the node, every declared port is one of the node.
        const field = onHost && !written.number ? port.get('containerPort') : written;
        if (!field.number) return [];
        const address = port.get('hostIP').text ?? '';
        const key = [field.number, port.get('protocol').text ?? 'TCP', address === '0.0.0.0' ? '' : address].join('\n');
        return [{ pod, field, number: field.number, key }];
      }),
  );
}

function* withinPod(ports: readonly HostPort[]): Iterable<Problem> {
  const first = new Map<string, HostPort>();
  for (const port of ports) {
    const before = first.get(port.key);
    if (before === undefined) first.set(port.key, port);
    else
      yield {
        at: port.field,
        message: `${port.pod.owner} asks for port ${port.number} of its node twice`,
        related: [before.field],
      };
  }
}

// What says where pods go: only those of one place are sure to meet.
function placeOf({ spec, owner }: PodTemplate): string {
  const place = ['nodeName', 'nodeSelector', 'affinity', 'tolerations'].map((name) => spec.get(name).value ?? '');
  return JSON.stringify([owner.kind === 'DaemonSet', ...place]);
}

// Two DaemonSets meet on every node, two other workloads only where there is one node.
function* betweenPods(
  before: HostPort,
  { pod, field, number }: HostPort,
  nodes: readonly ClusterNode[],
  set: ObjectSet,
): Iterable<Problem> {
  const [one, other] = [before.pod.owner, pod.owner];
  const together = levelTogether(one, other, set);
  const everywhere = pod.owner.kind === 'DaemonSet';
  if (!everywhere && nodes.filter((node) => admits(node, pod)).length !== 1) return;
  const where = everywhere ? 'every node' : 'the only node for both';
  yield {
    at: field,
    level: everywhere ? together : 'warning',
    message: `${one} and ${other} both ask for port ${number} of ${where}${orAlternatives(together)}`,
    related: [before.field],
  };
}

function* tooManyPods({ pod, field, number }: HostPort, nodes: readonly ClusterNode[]): Iterable<Problem> {
  const places = nodes.filter((node) => admits(node, pod)).length;
  if (pod.owner.kind === 'DaemonSet' || places === 0 || pod.replicas <= places) return;
  yield {
    at: field,
    level: 'warning',
    message: `${pod.owner} asks for ${pod.replicas} pods, each with port ${number} of its node; ${places === 1 ? '1 node admits' : `${places} nodes admit`} them`,
  };
}
