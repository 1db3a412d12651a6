import type { KubernetesObject } from '../../model/kubernetes-object';
import type { ContainerPort } from '../../model/pod-template';
import type { Problem, Rule } from '../../rule';
import { portsOf, type ServicePort } from '../../views/service-ports';
import { PROTOCOLS, servicesWithPods, targetsOf } from '../../views/target-port';

const example = (protocol: string) => `
apiVersion: v1
kind: Service
metadata:
  name: logs
spec:
  selector:
    app: logs
  ports:
    - port: 514
      protocol: ${protocol}
      targetPort: syslog
---
apiVersion: v1
kind: Pod
metadata:
  name: logs
  labels:
    app: logs
spec:
  containers:
    - name: logs
      image: balabit/syslog-ng:4.8.0
      ports:
        - name: syslog
          containerPort: 514
          protocol: UDP
`;

/** A Service that speaks another protocol to a port than its pods declare. */
export const protocolDiffers: Rule = {
  id: 'protocol-differs',
  subject: 'ports',
  level: 'error',
  reason:
    'A port is a number and a protocol: a Service over TCP does not reach what listens on UDP, and TCP is meant where nothing is written.',
  remedy: 'Write the protocol that the pods declare into the port of the Service',
  bad: example('TCP'),
  good: example('UDP'),
  *check(set) {
    for (const { service, pods } of servicesWithPods(set)) {
      const ports = portsOf(service);
      for (const port of ports) {
        const targets = targetsOf(port, pods).filter(({ protocol }) => PROTOCOLS.has(protocol));
        const [first] = targets;
        if (first === undefined || !PROTOCOLS.has(port.protocol)) continue;
        if (targets.some(({ protocol }) => protocol === port.protocol)) continue;
        // A process may listen for both and declare one.
        if (typeof port.target === 'number' && ports.some((other) => isFor(first, other))) continue;
        yield problemOf(service, port, first);
      }
    }
  },
};

function isFor(declared: ContainerPort, { target, protocol }: ServicePort): boolean {
  return protocol === declared.protocol && (target === declared.number || target === declared.name);
}

function problemOf(service: KubernetesObject, port: ServicePort, declared: ContainerPort): Problem {
  const written = port.field.get('protocol');
  return {
    at: written.exists ? written : port.field,
    // Only by its name is a port looked up together with its protocol; what listens on a number, nobody knows.
    level: typeof port.target === 'string' ? 'error' : 'warning',
    message: `${service} sends ${port.protocol} to port '${port.target}', which ${declared.field.object} declares for ${declared.protocol}`,
    fix: `Write protocol: ${declared.protocol}`,
    related: [declared.field],
  };
}
