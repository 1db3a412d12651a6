import type { KubernetesObject } from '../../model/kubernetes-object';
import { nearest } from '../../model/nearest';
import type { Problem, Rule } from '../../rule';
import { classNames, hasDefaultClass, isClassThere } from '../../views/ingress-classes';
import { classOf } from '../../views/ingress-paths';
import { allIngresses } from '../../views/nginx-ingresses';

/** An Ingress of a class that nobody brings, or of none. */
export const ingressClassMissing: Rule = {
  id: 'ingress-class-missing',
  subject: 'routing',
  level: 'error',
  reason: 'A controller takes the Ingresses of its class; one of a class that is not there is read by nobody.',
  remedy: 'Name a class that is there in ingressClassName',
  bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  ingressClassName: ngnix
  rules:
    - http:
        paths:
          - path: /
            pathType: Prefix
            backend: {service: {name: web, port: {number: 80}}}
`,
  good: `
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
            backend: {service: {name: web, port: {number: 80}}}
`,
  *check(set) {
    const names = classNames(set);
    const hasDefault = hasDefaultClass(set);
    for (const ingress of allIngresses(set)) {
      // A controller compares the old annotation with its own setting, and looks for no class.
      const name = ingress.field('spec', 'ingressClassName').text;
      if (name && !isClassThere(name, set)) yield unknownClass(ingress, name, names);
      if (classOf(ingress) === undefined && !hasDefault) yield withoutClass(ingress);
    }
  },
};

function unknownClass(ingress: KubernetesObject, name: string, names: readonly string[]): Problem {
  const meant = nearest(name, names);
  return {
    at: ingress.field('spec', 'ingressClassName'),
    message: `${ingress} is of class '${name}', which is not there; there is '${names.join("', '")}'`,
    ...(meant !== undefined && { fix: `Write ingressClassName: ${meant}` }),
    unlessElsewhere: `IngressClass '${name}'`,
  };
}

// The controller for kind takes such an Ingress too; others leave it alone.
function withoutClass(ingress: KubernetesObject): Problem {
  return {
    at: ingress.field('spec'),
    level: 'warning',
    message: `${ingress} has no class, and no class is the default; only a controller that watches Ingresses without a class takes it`,
    unlessElsewhere: 'a default IngressClass',
  };
}
