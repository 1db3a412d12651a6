import type { KubernetesObject } from '../../model/kubernetes-object';
import type { ObjectSet } from '../../model/object-set';
import { PodTemplate } from '../../model/pod-template';
import { isThere, missing, type Reference } from '../../model/reference';
import { RunTimeMakers } from '../../model/run-time-makers';
import { Selector } from '../../model/selector';
import type { Problem, Rule } from '../../rule';
import { isHeadless } from '../../views/headless';
import { type StableName, stableNames } from '../../views/stable-names';

const database = (service: string) => `
apiVersion: v1
kind: Service
metadata:
  name: db
spec:
  clusterIP: None
  selector:
    app: db
  ports:
    - port: 6379
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
spec:
  serviceName: ${service}
  selector:
    matchLabels:
      app: db
  template:
    metadata:
      labels:
        app: db
    spec:
      containers:
        - name: db
          image: redis:8.2
          args: ["--replica-announce-ip", "db-0.db"]
`;

/** A StatefulSet whose Service is not there, or does not give its pods their names. */
export const statefulSetServiceMissing: Rule = {
  id: 'stateful-set-service-missing',
  subject: 'references',
  level: 'error',
  reason:
    'The stable names of the pods of a StatefulSet, such as db-0.db, come from the headless Service that it names.',
  remedy: 'Name a Service with clusterIP: None that selects these pods',
  bad: database('database'),
  good: database('db'),
  *check(set) {
    const names = stableNames(set);
    const makers = new RunTimeMakers(set);
    for (const object of set.of('StatefulSet', 'apps')) {
      const problem = problemOf(object, set, names.get(object.name) ?? [], makers);
      if (problem !== undefined) yield problem;
    }
  },
};

function problemOf(
  object: KubernetesObject,
  set: ObjectSet,
  names: readonly StableName[],
  makers: RunTimeMakers,
): Problem | undefined {
  const at = object.field('spec', 'serviceName');
  const { namespace } = object;
  if (!at.text) {
    // A name behind a Service that is there was meant to be one of these.
    const used = names.find(({ service }) => set.find({ group: '', kind: 'Service', namespace, name: service }));
    return graded({ at, message: `${object} names no Service, so its pods have no names of their own` }, used);
  }
  const used = names.find(({ service }) => service === at.text);
  const reference: Reference = { at, group: '', kind: 'Service', namespace, name: at.text };
  const service = set.find(reference);
  if (service === undefined) {
    const unknown = isThere(reference, set) || makers.mayMake('services', namespace);
    const problem = unknown ? undefined : missing(reference, String(object), set);
    return problem && graded(problem, used);
  }
  return ofService(object, service, set, at, used);
}

function ofService(
  object: KubernetesObject,
  service: KubernetesObject,
  set: ObjectSet,
  at: Problem['at'],
  used: StableName | undefined,
): Problem | undefined {
  const selector = Selector.ofLabels(service.field('spec', 'selector'));
  const related = [service.field('spec')];
  const pods = PodTemplate.of(object);
  if (!pods.some(({ labels }) => selector.matches(labels))) {
    // Of one that means no pod at all another rule speaks.
    if (pods.length === 0 || (!selector.isEmpty && set.selected(selector, service.namespace).length === 0))
      return undefined;
    const means = selector.isEmpty ? 'has no selector' : `selects ${selector}, which its pods do not have`;
    return graded({ at, message: `${object} names ${service}, which ${means}`, related }, used);
  }
  // Its addresses are answered all the same by CoreDNS, but that is no promise.
  return isHeadless(service)
    ? undefined
    : { at, level: 'warning', message: `${object} names ${service}, which is not headless`, related };
}

// Certain to fail only where somebody looks such a name up.
function graded(problem: Problem, used: StableName | undefined): Problem {
  if (used === undefined) return { ...problem, level: 'warning' };
  const related = [...(problem.related ?? []), used.field];
  return { ...problem, message: `${problem.message}, and '${used.text}' is looked up`, related };
}
