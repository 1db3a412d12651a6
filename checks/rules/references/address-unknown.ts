import { type Name, ServiceNames } from '../../facts/service-names';
import { grouped } from '../../model/grouped';
import type { KubernetesObject } from '../../model/kubernetes-object';
import type { ObjectSet } from '../../model/object-set';
import type { PodTemplate } from '../../model/pod-template';
import { missing, namesLike } from '../../model/reference';
import { RunTimeMakers } from '../../model/run-time-makers';
import type { Problem, Rule } from '../../rule';
import { type Address, addressesOf } from '../../views/addresses';
import { portsInWords, portsOf } from '../../views/service-ports';

/** An address that names no Service, or a port that it does not expose. */
export const addressUnknown: Rule = {
  id: 'address-unknown',
  subject: 'references',
  level: 'error',
  reason: 'A name that no Service has does not resolve, and a port that it does not expose is refused.',
  remedy: 'Write the name and a port of the Service',
  bad: `
apiVersion: v1
kind: Service
metadata:
  name: redis-cart-master
spec:
  selector:
    app: redis-cart
  ports:
    - port: 6379
---
apiVersion: v1
kind: Pod
metadata:
  name: cart
spec:
  containers:
    - name: cart
      image: example.com/cart:1.0.0
      env:
        - name: REDIS_ADDR
          value: redis-cart:6379
`,
  good: `
apiVersion: v1
kind: Service
metadata:
  name: redis-cart-master
spec:
  selector:
    app: redis-cart
  ports:
    - port: 6379
---
apiVersion: v1
kind: Pod
metadata:
  name: cart
spec:
  containers:
    - name: cart
      image: example.com/cart:1.0.0
      env:
        - name: REDIS_ADDR
          value: redis-cart-master:6379
`,
  *check(set) {
    const names = new ServiceNames(set);
    const makers = new RunTimeMakers(set);
    const found: Wrong[] = [];
    for (const pod of set.pods)
      for (const address of pod.allContainers.flatMap((container) => addressesOf(container))) {
        const wrong = wrongWith(address, pod, names, set);
        // What the operators of a Namespace make has names of their choice.
        if (wrong !== undefined && !(wrong.absent && makers.mayMake('services', wrong.name.namespace)))
          found.push(wrong);
      }
    for (const [{ problem }, ...others] of grouped(found, ({ cause }) => cause).values())
      yield { ...problem, related: [...others.map(({ problem: { at } }) => at), ...(problem.related ?? [])] };
  },
};

interface Wrong {
  readonly problem: Problem;
  readonly name: Name;
  /** What is the same for all that are wrong for one reason. */
  readonly cause: string;
  readonly absent: boolean;
}

function wrongWith(address: Address, pod: PodTemplate, names: ServiceNames, set: ObjectSet): Wrong | undefined {
  const name = names.read(address.host, pod);
  if (name === undefined) return undefined;
  const services = set.all({ group: '', kind: 'Service', ...name });
  const [service] = services;
  const cause = `${name.namespace}\n${name.name}`;
  if (service === undefined) {
    const problem = absent(address, name, pod, set);
    return problem && { problem, name, cause, absent: true };
  }
  if (address.port === undefined || services.some((one) => leadsSomewhere(one, address.port))) return undefined;
  const problem = {
    at: address.at,
    message: `${address.who} leads to port ${address.port} of ${service}, which exposes ${portsInWords(portsOf(service))}`,
    related: [service.field('spec', 'ports')],
  };
  return { problem, name, cause: `${cause}\n${address.port}`, absent: false };
}

// Without an address of its own a Service is a name for its pods, with all of their ports.
function leadsSomewhere(service: KubernetesObject, port: number | undefined): boolean {
  const ports = portsOf(service);
  const isName =
    service.field('spec', 'clusterIP').text === 'None' || service.field('spec', 'type').text === 'ExternalName';
  return isName || ports.length === 0 || ports.some((one) => one.port === port);
}

// Programs may be told of what they can do without: certain is what resembles a Service that is there.
function absent(
  { at, who }: Address,
  { namespace, name }: Name,
  pod: PodTemplate,
  set: ObjectSet,
): Problem | undefined {
  const problem = missing({ at, group: '', kind: 'Service', namespace, name }, who, set);
  if (problem === undefined || problem.level !== undefined || problem.fix !== undefined) return problem;
  const [elsewhere] = set.anywhere({ group: '', kind: 'Service', name });
  if (elsewhere !== undefined && namespace === pod.namespace)
    return { ...problem, fix: `Write '${name}.${elsewhere.namespace}': it is in that namespace` };
  const there = namesLike({ group: '', kind: 'Service', namespace }, set);
  const longer = there.find((other) => other.startsWith(`${name}-`) || name.startsWith(`${other}-`));
  return longer === undefined
    ? { ...problem, level: 'warning' }
    : { ...problem, fix: `Write '${longer}', which is there` };
}
