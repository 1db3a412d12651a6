import type { KubernetesObject } from '../../model/kubernetes-object';
import type { ObjectSet } from '../../model/object-set';
import type { PodTemplate } from '../../model/pod-template';
import type { Rule } from '../../rule';
import { isHeadless } from '../../views/headless';
import { ingressBackends } from '../../views/ingress-backends';
import { portsOf, type ServicePort } from '../../views/service-ports';
import { servicesWithPods } from '../../views/target-port';

const example = (port: number) => `
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  clusterIP: None
  selector:
    app: web
  ports:
    - port: ${port}
      targetPort: 8000
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
        - containerPort: 8000
`;

/** A headless Service with another port than its pods. */
export const headlessPortMapped: Rule = {
  id: 'headless-port-mapped',
  subject: 'ports',
  level: 'warning',
  reason:
    'The name of a headless Service stands for the pods themselves, so nothing maps its port: clients have to use the target port.',
  remedy: 'Write the port of the pods as the port of the Service too',
  bad: example(80),
  good: example(8000),
  *check(set) {
    const routed = routedServices(set);
    for (const { service, pods } of servicesWithPods(set)) {
      if (!isHeadless(service) || routed.has(`${service.namespace}\n${service.name}`)) continue;
      for (const port of portsOf(service)) {
        const listening = listeningOn(port, pods);
        if (port.port === undefined || listening === undefined || listening === port.port) continue;
        yield {
          at: port.field.get('port'),
          message: `${service} is headless: who connects to its port ${port.port} finds nobody, its pods listen on ${listening}`,
          fix: `Write port: ${listening}`,
          related: [port.field.get('targetPort')],
        };
      }
    }
  },
};

// What leads to the pods of a Service by itself takes the target port.
function routedServices(set: ObjectSet): Set<string> {
  const ofIngresses = ingressBackends(set).map(({ ingress, name }) => [ingress.namespace, name]);
  const ofRoutes = ROUTES.flatMap((kind) => set.of(kind, 'gateway.networking.k8s.io')).flatMap((route) =>
    backendsOf(route),
  );
  return new Set([...ofIngresses, ...ofRoutes].map((one) => one.join('\n')));
}

const ROUTES = ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute'];

function backendsOf(route: KubernetesObject): [namespace: string | undefined, name: string][] {
  return route
    .field('spec', 'rules')
    .items()
    .flatMap((rule) => rule.get('backendRefs').items())
    .map((reference) => [reference.get('namespace').text ?? route.namespace, reference.get('name').text ?? '']);
}

// Undefined where pods differ, or nobody knows.
function listeningOn({ target, protocol }: ServicePort, pods: readonly PodTemplate[]): number | undefined {
  if (typeof target !== 'string') return target;
  const numbers = pods
    .flatMap((pod) => pod.ports())
    .filter((port) => port.name === target && port.protocol === protocol)
    .map(({ number }) => number);
  return new Set(numbers).size === 1 ? numbers[0] : undefined;
}
