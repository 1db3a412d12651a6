import type { KubernetesObject } from '../../model/kubernetes-object';
import { nearest } from '../../model/nearest';
import type { ObjectSet } from '../../model/object-set';
import type { ContainerPort, PodTemplate } from '../../model/pod-template';
import type { Problem, Rule } from '../../rule';
import { isHeadless } from '../../views/headless';
import { mentionedPorts } from '../../views/mentioned-ports';
import { isSlipOf } from '../../views/port-slip';
import { probedPorts } from '../../views/probes';
import { portsInWords, portsOf, type ServicePort } from '../../views/service-ports';
import { PROTOCOLS, servicesWithPods, targetsOf } from '../../views/target-port';

const example = (targetPort: string) => `
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
      targetPort: ${targetPort}
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      ports:
        - name: http
          containerPort: 8000
`;

/** A Service that leads to a port that its pods do not have. */
export const targetPortMissing: Rule = {
  id: 'target-port-missing',
  subject: 'ports',
  level: 'error',
  reason: 'A Service sends to the target port of its pods; where no pod has it, connections are refused.',
  remedy: 'Write the name or the number of a port of the pods into targetPort',
  bad: example('htpp'),
  good: example('http'),
  *check(set) {
    for (const { service, pods } of servicesWithPods(set)) {
      const ports = portsOf(service);
      for (const port of ports) {
        if (!PROTOCOLS.has(port.protocol) || targetsOf(port, pods).length > 0) continue;
        if (typeof port.target === 'string') yield nameMissing(service, port, pods);
        else if (isSuspicious(service, port, ports.length, pods, set)) yield problemOf(service, port, pods, 'warning');
      }
    }
  },
};

function nameMissing(service: KubernetesObject, port: ServicePort, pods: readonly PodTemplate[]): Problem {
  // The name of a headless Service leads to its pods, and they are reached at whatever port they listen on.
  return problemOf(service, port, pods, isHeadless(service) ? 'warning' : 'error');
}

function problemOf(
  service: KubernetesObject,
  port: ServicePort,
  pods: readonly PodTemplate[],
  level: 'error' | 'warning',
): Problem {
  const declared = portsFor(port, pods);
  const target = port.field.get('targetPort');
  const names = declared.flatMap(({ name }) => name ?? []);
  const meant = nearest(String(port.target), names) ?? onlyOne(declared);
  const [first] = pods as readonly [PodTemplate];
  return {
    at: target.exists ? target : port.field.get('port'),
    level,
    message: `${service} leads to port '${port.target}' of its pods; those of ${first.owner} declare ${inWords(declared)}`,
    ...(meant !== undefined && { fix: `Write targetPort: ${meant}, which the pods declare` }),
    related: declared.map(({ field }) => field),
  };
}

function portsFor({ protocol }: ServicePort, pods: readonly PodTemplate[]): ContainerPort[] {
  return pods.flatMap((pod) => pod.ports().filter((port) => port.protocol === protocol && port.number !== undefined));
}

function onlyOne(ports: readonly ContainerPort[]): string | undefined {
  const numbers = new Set(ports.map(({ number }) => number));
  const [only] = ports;
  return numbers.size === 1 && only !== undefined ? (only.name ?? `${only.number}`) : undefined;
}

function inWords(ports: readonly ContainerPort[]): string {
  const different = new Map(ports.map((port) => [`${port.number} ${port.name}`, port]));
  return portsInWords([...different.values()].map(({ name, number }) => ({ name, port: number })));
}

// What serves people on the side of what a pod is for, and is seldom declared.
const ASIDE = /metric|prom|webhook|admission|health|admin|debug|monitor|probe|pprof|exporter|profil/i;

// A number that nobody declares is normal; it is none where something says that another one was meant.
function isSuspicious(
  service: KubernetesObject,
  port: ServicePort,
  count: number,
  pods: readonly PodTemplate[],
  set: ObjectSet,
): boolean {
  const { target, name } = port;
  if (typeof target !== 'number' || isHeadless(service)) return false;
  if (pods.some((pod) => portsFor(port, [pod]).length === 0)) return false;
  const declared = portsFor(port, pods);
  const hinted =
    declared.some(({ number }) => number !== undefined && isSlipOf(target, number)) ||
    declared.some((one) => one.name !== undefined && one.name === name) ||
    (count === 1 && onlyOne(declared) !== undefined && !ASIDE.test(`${service.name} ${name ?? ''}`)) ||
    (count === 1 && !port.field.get('targetPort').exists && !ASIDE.test(`${service.name} ${name ?? ''}`));
  return hinted && !pods.some((pod) => isInUse(target, pod, set));
}

function isInUse(target: number, pod: PodTemplate, set: ObjectSet): boolean {
  const probed = pod.containers.flatMap((container) => probedPorts(container)).some(({ wanted }) => wanted === target);
  return probed || mentionedPorts(pod, set).has(target);
}
