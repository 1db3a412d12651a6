import { grouped } from '../../model/grouped';
import { type KubernetesObject, keyOf } from '../../model/kubernetes-object';
import { RunTimeMakers } from '../../model/run-time-makers';
import type { Rule } from '../../rule';
import { isHeadless } from '../../views/headless';
import { portsOf } from '../../views/service-ports';

const services = (port: number) => `
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
kind: Service
metadata:
  name: website
spec:
  selector:
    app: web
  ports:
    - port: ${port}
      targetPort: 80
`;

/** Two Services of one type with the same selector and ports. */
export const serviceSelectorsRepeat: Rule = {
  id: 'service-selectors-repeat',
  subject: 'references',
  level: 'advice',
  reason: 'Two names for the same pods and ports leave a reader to guess what tells them apart.',
  remedy: 'Keep one of the two, and use its name',
  bad: services(80),
  good: services(8080),
  *check(set) {
    const makers = new RunTimeMakers(set);
    // An operator may move the selector of one of them, as it does for a canary.
    const compared = set
      .of('Service')
      .filter((service) => isCompared(service) && !makers.mayMake('pods', service.namespace));
    for (const [first, ...others] of grouped(compared, meaningOf).values())
      for (const other of others)
        if (keyOf(other) !== keyOf(first))
          yield {
            at: other.field('metadata', 'name'),
            message: `${other} leads to the same pods and ports as ${first}`,
            related: [first.field('metadata', 'name')],
          };
  },
};

function isCompared(service: KubernetesObject): boolean {
  return service.field('spec', 'selector').entries().length > 0;
}

// All that tells two Services apart but their names.
function meaningOf(service: KubernetesObject): string {
  const spec = service.field('spec');
  const type = spec.get('type').text ?? 'ClusterIP';
  const selector = spec
    .get('selector')
    .entries()
    .map(([key, { value }]) => [key, value]);
  const ports = portsOf(service).map(({ field, port, target, protocol }) => [
    ...[port, target, protocol, field.get('nodePort').value ?? null],
  ]);
  const rest = ['externalTrafficPolicy', 'internalTrafficPolicy', 'loadBalancerClass', 'loadBalancerIP'];
  const own = [
    ...[...rest, 'publishNotReadyAddresses', 'sessionAffinity', 'externalIPs'].map(
      (key) => spec.get(key).value ?? null,
    ),
    ...(type === 'LoadBalancer' ? [service.field('metadata', 'annotations').texts()] : []),
  ];
  return JSON.stringify([service.namespace, type, isHeadless(service), selector.sort(), ports.sort(), own]);
}
