import type { KubernetesObject } from '../../model/kubernetes-object';
import type { ObjectSet } from '../../model/object-set';
import { Selector } from '../../model/selector';
import type { Rule } from '../../rule';
import { selectsNothing } from '../../views/no-pod-selected';

/** A Service whose selector means no pod. */
export const serviceSelectsNothing: Rule = {
  id: 'service-selects-nothing',
  subject: 'references',
  level: 'error',
  reason: 'A Service leads to the pods whose labels its selector names; without any, every connection is refused.',
  remedy: 'Write the labels of the pods into the selector',
  bad: `
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: wbe
  ports:
    - port: 80
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
`,
  good: `
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
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
`,
  *check(set) {
    for (const service of set.of('Service')) {
      const selector = Selector.ofLabels(service.field('spec', 'selector'));
      if (selector.isEmpty || service.field('spec', 'type').text === 'ExternalName') continue;
      if (set.selected(selector, service.namespace).length > 0 || set.surroundings.hasPods(selector, service.namespace))
        continue;
      if (hasEndpoints(service, set) || set.mayBeMadeAtRunTime(service.namespace)) continue;
      yield selectsNothing(service.field('spec', 'selector'), selector, `${service} selects`, set);
    }
  },
};

// Somebody writes the addresses by hand.
function hasEndpoints({ namespace, name }: KubernetesObject, set: ObjectSet): boolean {
  const slices = set.of('EndpointSlice', 'discovery.k8s.io');
  return (
    set.find({ group: '', kind: 'Endpoints', namespace, name }) !== undefined ||
    slices.some(
      (slice) =>
        slice.namespace === namespace && slice.field('metadata', 'labels', 'kubernetes.io/service-name').text === name,
    )
  );
}
