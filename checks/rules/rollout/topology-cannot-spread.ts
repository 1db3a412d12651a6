import type { ClusterNode } from '../../../platform/kind';
import type { Field } from '../../model/field';
import { admits, nodesOf } from '../../model/nodes';
import type { PodTemplate } from '../../model/pod-template';
import { Selector } from '../../model/selector';
import type { Problem, Rule } from '../../rule';
import { isDeployment, rollingUpdateOf } from '../../views/rolling-update';

const example = (replicas: number) => `
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
spec:
  serviceName: db
  replicas: ${replicas}
  selector:
    matchLabels:
      app: db
  template:
    metadata:
      labels:
        app: db
    spec:
      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - topologyKey: kubernetes.io/hostname
              labelSelector:
                matchLabels:
                  app: db
      containers:
        - name: db
          image: postgres:18
`;

/** Pods that have to keep apart further than the nodes allow. */
export const topologyCannotSpread: Rule = {
  id: 'topology-cannot-spread',
  subject: 'rollout',
  level: 'warning',
  reason: 'Pods that must keep apart need as many nodes or zones as there are pods; the others wait for ever.',
  remedy: 'Prefer to keep them apart instead, or have fewer pods or more nodes',
  bad: example(5),
  good: example(1),
  *check(set) {
    const nodes = nodesOf(set);
    for (const pod of set.pods) {
      if (!SPREAD.has(pod.owner.kind)) continue;
      if ([...spec(pod, ...REQUIRED), ...spec(pod, 'topologySpreadConstraints')].length === 0) continue;
      const possible = nodes.filter((node) => admits(node, pod));
      // Without a node at all it is not the spread.
      if (possible.length === 0) continue;
      const problems = [apartOf(pod, possible), evenOf(pod, possible)];
      yield* problems.filter((problem) => problem !== undefined);
    }
  },
};

const SPREAD = new Set(['Deployment', 'ReplicaSet', 'StatefulSet', 'ReplicationController']);
const REQUIRED = ['affinity', 'podAntiAffinity', 'requiredDuringSchedulingIgnoredDuringExecution'];

function apartOf(pod: PodTemplate, nodes: readonly ClusterNode[]): Problem | undefined {
  for (const term of spec(pod, ...REQUIRED)) {
    const key = term.get('topologyKey').text;
    // A node without the label keeps nobody away.
    if (key === undefined || !isAgainstItself(term, pod) || nodes.some(({ labels }) => labels[key] === undefined))
      continue;
    const places = placesOf(nodes, key);
    if (pod.replicas > places) return tooMany(term, pod, `${pod.replicas} pods`, places);
    const added = term.get('matchLabelKeys').exists ? 0 : addedBy(pod);
    if (pod.replicas + added <= places) continue;
    const all = `${pod.replicas} pod${pod.replicas === 1 ? '' : 's'} and ${added} more while it is updated`;
    return {
      ...tooMany(term, pod, all, places),
      fix: 'Let an update take a pod away first: write maxSurge: 0 and maxUnavailable: 1',
    };
  }
  return undefined;
}

function spec(pod: PodTemplate, ...path: readonly string[]): Field[] {
  return pod.spec.get(...path).items();
}

function tooMany(term: Field, { owner }: PodTemplate, pods: string, places: number): Problem {
  const key = term.get('topologyKey');
  return {
    at: key,
    message: `${owner} keeps ${pods} apart by '${key.text}', of which its nodes have ${places}`,
    related: [owner.field('spec', 'replicas')],
  };
}

function isAgainstItself(term: Field, pod: PodTemplate): boolean {
  const selector = term.get('labelSelector');
  const elsewhere = term.get('namespaceSelector').exists || term.get('namespaces').items().length > 0;
  return !elsewhere && selector.exists && Selector.of(selector, 'all').matches(pod.labels);
}

// Pods of an update that come before the old ones may go.
function addedBy({ owner, replicas }: PodTemplate): number {
  if (!isDeployment(owner) || replicas === 0) return 0;
  const update = rollingUpdateOf(owner, replicas);
  return update === undefined || update.unavailable > 0 ? 0 : 1;
}

function evenOf(pod: PodTemplate, nodes: readonly ClusterNode[]): Problem | undefined {
  const { owner, replicas } = pod;
  for (const constraint of spec(pod, 'topologySpreadConstraints')) {
    const key = constraint.get('topologyKey');
    if (key.text === undefined || replicas === 0) continue;
    if (constraint.get('whenUnsatisfiable').text === 'ScheduleAnyway') continue;
    const places = placesOf(nodes, key.text);
    const least = constraint.get('minDomains');
    const most = (constraint.get('maxSkew').number ?? 1) * places;
    if (places === 0)
      return { at: key, message: `${owner} spreads its pods by '${key.text}', a label that none of its nodes has` };
    if (least.number !== undefined && least.number > places && replicas > most)
      return {
        at: least,
        message: `${owner} spreads ${replicas} pods over at least ${least.number} of '${key.text}', of which its nodes have ${places}: only ${most} can start`,
      };
  }
  return undefined;
}

function placesOf(nodes: readonly ClusterNode[], key: string): number {
  return new Set(nodes.flatMap(({ labels }) => labels[key] ?? [])).size;
}
