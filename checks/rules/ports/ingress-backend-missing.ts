import { missing } from '../../model/reference';
import type { Rule } from '../../rule';
import { groupBackends, ingressBackends } from '../../views/ingress-backends';

const example = (name: string) => `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: nginx
  rules:
    - http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: ${name}
                port:
                  number: 80
---
apiVersion: v1
kind: Service
metadata:
  name: web-svc
spec:
  selector:
    app: web
  ports:
    - port: 80
`;

/** An Ingress that leads to a Service that is not there. */
export const ingressBackendMissing: Rule = {
  id: 'ingress-backend-missing',
  subject: 'ports',
  level: 'error',
  reason: 'An Ingress leads to Services of its own namespace; where there is none, it answers 503.',
  remedy: 'Write the name of a Service of the same namespace',
  bad: example('web'),
  good: example('web-svc'),
  *check(set) {
    for (const [first, ...others] of groupBackends(ingressBackends(set), ({ name }) => name)) {
      if (first === undefined || set.mayBeMadeAtRunTime(first.ingress.namespace)) continue;
      const { ingress, name, service: at } = first;
      const problem = missing(
        { at, group: '', kind: 'Service', namespace: ingress.namespace, name },
        `${ingress}`,
        set,
      );
      if (problem === undefined) continue;
      yield { ...problem, related: [...(problem.related ?? []), ...others.map(({ service }) => service)] };
    }
  },
};
