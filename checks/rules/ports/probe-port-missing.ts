import { isGroupOfKubernetes } from '../../facts/api-versions';
import type { Field } from '../../model/field';
import { nearest } from '../../model/nearest';
import type { PodTemplate } from '../../model/pod-template';
import type { Problem, Rule } from '../../rule';
import { ProbeHints } from '../../views/probe-hints';
import { type ProbedPort, probedPorts } from '../../views/probes';
import { portsInWords } from '../../views/service-ports';
import { containerInWords, undeclaredProbes } from '../../views/undeclared-probes';

const example = (port: string) => `
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
      readinessProbe:
        httpGet:
          path: /index.html
          port: ${port}
`;

/** A probe or a hook on a port that its container does not have. */
export const probePortMissing: Rule = {
  id: 'probe-port-missing',
  subject: 'ports',
  level: 'error',
  reason: 'A probe asks a port of its own container; on one that is not there it never gets an answer.',
  remedy: 'Write the name of a port of the container',
  bad: example('web'),
  good: example('http'),
  *check(set) {
    const hints = new ProbeHints(set);
    for (const pod of set.pods.filter(({ owner }) => isGroupOfKubernetes(owner.group)))
      for (const container of pod.allContainers) {
        yield* namesMissing(container, pod);
        const numbers = undeclaredProbes(container, pod, set);
        const [first] = numbers;
        // Of several the rule probes-disagree speaks.
        if (first !== undefined && numbers.every(({ wanted }) => wanted === first.wanted))
          yield* numberMissing(container, numbers, first.wanted, hints);
      }
  },
};

function* namesMissing(container: Field, pod: PodTemplate): Iterable<Problem> {
  const names = new Set(
    container
      .get('ports')
      .items()
      .map((port) => port.get('name').text),
  );
  const byName = new Map<string, ProbedPort[]>();
  for (const probe of probedPorts(container)) {
    const { wanted, action } = probe;
    // A port of gRPC is always a number.
    if (typeof wanted !== 'string' || action === 'grpc' || names.has(wanted)) continue;
    byName.set(wanted, [...(byName.get(wanted) ?? []), probe]);
  }
  for (const [name, probes] of byName) yield nameMissing(name, probes, container, pod);
}

function nameMissing(name: string, probes: readonly ProbedPort[], container: Field, pod: PodTemplate): Problem {
  const [first, ...others] = probes as readonly [ProbedPort, ...ProbedPort[]];
  const ports = container
    .get('ports')
    .items()
    .map((port) => ({ name: port.get('name').text, port: port.get('containerPort').number }));
  const elsewhere = pod
    .ports()
    .find((port) => port.name === name)
    ?.container.get('name').text;
  const meant = nearest(
    name,
    ports.flatMap((port) => port.name ?? []),
  );
  const likely = meant ?? (ports.length === 1 ? (ports[0]?.name ?? ports[0]?.port) : undefined);
  const there = elsewhere === undefined ? '' : `, and container '${elsewhere}' has it`;
  return {
    at: first.field,
    message: `${containerInWords(container)} has no port '${name}', which its ${first.name} names; it declares ${portsInWords(ports)}${there}`,
    ...(likely !== undefined && { fix: `Write port: ${likely}` }),
    related: others.map(({ field }) => field),
  };
}

function* numberMissing(
  container: Field,
  [first, ...others]: readonly ProbedPort[],
  asked: number,
  hints: ProbeHints,
): Iterable<Problem> {
  const hint = hints.against(asked, container);
  if (first === undefined || hint === undefined) return;
  yield {
    at: first.field,
    level: 'warning',
    message: `${containerInWords(container)} is asked on port ${asked} by its ${first.name}; ${hint.why}`,
    ...(hint.port !== undefined && { fix: `Write port: ${hint.port}` }),
    related: others.map(({ field }) => field),
  };
}
