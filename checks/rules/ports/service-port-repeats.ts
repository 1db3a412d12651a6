import type { KubernetesObject } from '../../model/kubernetes-object';
import type { Problem, Rule } from '../../rule';
import { portsOf } from '../../views/service-ports';

const example = (port: number) => `
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - name: http
      port: 80
    - name: metrics
      port: ${port}
      targetPort: 9090
`;

/** A Service that exposes one number of a protocol twice. */
export const servicePortRepeats: Rule = {
  id: 'service-port-repeats',
  subject: 'ports',
  level: 'error',
  reason:
    'A port of a Service leads to one port of the pods, so the API server refuses one with the same number and protocol.',
  remedy: 'Write another port, or another protocol if that is what differs',
  bad: example(80),
  good: example(9090),
  *check(set) {
    for (const service of set.of('Service')) yield* repetitions(service);
  },
};

function* repetitions(service: KubernetesObject): Iterable<Problem> {
  const first = new Map<string, ReturnType<typeof portsOf>[number]>();
  for (const one of portsOf(service)) {
    const { port, protocol, field } = one;
    if (port === undefined) continue;
    const key = `${protocol} ${port}`;
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, one);
      continue;
    }
    yield {
      at: field.get('port'),
      message: `${service} exposes port ${port} over ${protocol} twice`,
      related: [before.field.get('port')],
    };
  }
}
