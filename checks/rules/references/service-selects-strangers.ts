import type { KubernetesObject } from '../../model/kubernetes-object';
import type { ObjectSet } from '../../model/object-set';
import type { PodTemplate } from '../../model/pod-template';
import { Selector } from '../../model/selector';
import type { Problem, Rule } from '../../rule';
import { inWords } from '../../views/config-sources';
import { declaredPort, portsOf, type ServicePort } from '../../views/service-ports';

const shop = (selector: string) => `
apiVersion: v1
kind: Service
metadata:
  name: front
spec:
  selector:
    ${selector}
  ports:
    - port: 80
---
apiVersion: v1
kind: Pod
metadata:
  name: front
  labels:
    app: shop
    tier: front
spec:
  containers:
    - name: front
      image: nginx:1.29
      ports:
        - containerPort: 80
---
apiVersion: v1
kind: Pod
metadata:
  name: cart
  labels:
    app: shop
    tier: cart
spec:
  containers:
    - name: cart
      image: redis:8.2
      ports:
        - containerPort: 6379
`;

/** A Service that also selects pods that do not serve what it leads to. */
export const serviceSelectsStrangers: Rule = {
  id: 'service-selects-strangers',
  subject: 'references',
  level: 'warning',
  reason: 'A Service spreads connections over all pods that it selects; those that reach pods of something else fail.',
  remedy: 'Add a label to the selector that only the pods meant have',
  bad: shop('app: shop'),
  good: shop('tier: front'),
  *check(set) {
    for (const service of set.of('Service')) {
      const problem = problemOf(service, set);
      if (problem !== undefined) yield problem;
    }
  },
};

function problemOf(service: KubernetesObject, set: ObjectSet): Problem | undefined {
  const at = service.field('spec', 'selector');
  const selector = Selector.ofLabels(at);
  if (selector.isEmpty || service.field('spec', 'type').text === 'ExternalName') return undefined;
  const ports = portsOf(service);
  const pods = set.selected(selector, service.namespace);
  const meant = podMeant(service, ports, pods);
  if (meant === undefined) return undefined;
  const strangers = pods.filter((pod) => pod !== meant && isStranger(pod, meant, service, ports));
  if (strangers.length === 0) return undefined;
  const label = Object.entries(meant.labels).find(([key, value]) =>
    strangers.every(({ labels }) => labels[key] !== value),
  );
  const owners = new Set(strangers.map(({ owner }) => `${owner.kind} ${owner.name}`));
  return {
    at,
    message: `${service} is for the pods of ${meant.owner}, and its selector ${selector} also means those of ${inWords(owners)}`,
    ...(label && { fix: `Add ${label.join(': ')} to the selector, which only the pods of ${meant.owner} have` }),
    related: strangers.map(({ template }) => template.get('metadata', 'labels')),
  };
}

// The pods that a Service is for: they serve one of its ports, and best have its name.
function podMeant(
  { name }: KubernetesObject,
  ports: readonly ServicePort[],
  pods: readonly PodTemplate[],
): PodTemplate | undefined {
  const serving = pods.filter((pod) => ports.some((port) => declaredPort(port, pod)));
  const candidates = serving.length > 0 ? serving : pods.filter((pod) => !endsByItself(pod));
  return candidates.find(({ owner }) => owner.name === name) ?? candidates[0];
}

function isStranger(
  pod: PodTemplate,
  meant: PodTemplate,
  service: KubernetesObject,
  ports: readonly ServicePort[],
): boolean {
  // Its own pods find each other by it, whatever they serve.
  if ([pod.owner.field('spec', 'serviceName'), pod.spec.get('subdomain')].some(({ text }) => text === service.name))
    return false;
  if (pod.ports().length > 0 && meant.ports().length > 0)
    return (
      ports.some((port) => declaredPort(port, meant)) &&
      !ports.some((port) => declaredPort(port, pod) && declaredPort(port, meant))
    );
  if (endsByItself(pod)) return true;
  return meant.owner.name === service.name && !areRelated(pod, meant);
}

function endsByItself({ owner }: PodTemplate): boolean {
  return owner.kind === 'Job' || owner.kind === 'CronJob';
}

// Versions of one thing have one name in theirs, or run the same image.
function areRelated(one: PodTemplate, other: PodTemplate): boolean {
  const [a, b] = [one.owner.name, other.owner.name];
  const images = new Set(imagesOf(one));
  return a.includes(b) || b.includes(a) || imagesOf(other).some((image) => images.has(image));
}

function imagesOf({ containers }: PodTemplate): string[] {
  return containers.map((container) => (container.get('image').text ?? '').replace(/@.*$/, '').replace(/:[^/]*$/, ''));
}
