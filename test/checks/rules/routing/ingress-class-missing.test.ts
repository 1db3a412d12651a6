import { ingressClassMissing } from '../../../../checks/rules/routing/ingress-class-missing';
import { ingress } from '../../ingress-manifests';
import { describeRule, findingsIn } from '../../rule-cases';

const none = 'defaultBackend: {service: {name: web, port: {number: 80}}}';
const ingressClass = (name: string, isDefault = 'false') => `
---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata:
  name: ${name}
  annotations:
    ingressclass.kubernetes.io/is-default-class: "${isDefault}"
spec:
  controller: example.org/controller
`;
const withoutClass = (is: string) => ingress().replace('spec:\n  ingressClassName: nginx', `spec:${is}\n  ${none}`);
const mark =
  " # ! Ingress 'web' has no class, and no class is the default; only a controller that watches Ingresses without a class takes it";

describeRule(ingressClassMissing, {
  found: {
    'a slip': ingress({
      spec: "ingressClassName: ngnix # ! Ingress 'web' is of class 'ngnix', which is not there; there is 'nginx'",
    }),
    'a class that nobody brings, beside one that is there': `${ingress({
      spec: "ingressClassName: traefik # ! Ingress 'web' is of class 'traefik', which is not there; there is 'nginx', 'internal'",
    })}${ingressClass('internal')}`,
    'no class': withoutClass(mark),
    'no class beside one that is no default': `${withoutClass(mark)}${ingressClass('internal')}`,
  },
  right: {
    'the class of the add-on': ingress(),
    'a class of the set': `${ingress({ spec: 'ingressClassName: internal' })}${ingressClass('internal')}`,
    'no class beside a default one': `${withoutClass('')}${ingressClass('internal', 'true')}`,
    'the old annotation, which no class has to match': ingress({
      spec: none,
      annotations: ['kubernetes.io/ingress.class: haproxy'],
    }),
  },
});

test('leaves alone a class that is declared', () => {
  const externals = [{ kind: 'IngressClass', name: 'traefik' }];
  expect(findingsIn(ingressClassMissing, ingress({ spec: 'ingressClassName: traefik' }), { externals })).toEqual([]);
});

test('is uncertain where classes may be made elsewhere', () => {
  const options = { complete: false };
  expect(findingsIn(ingressClassMissing, ingress({ spec: 'ingressClassName: ngnix' }), options)).toMatchObject([
    { level: 'warning', remedy: expect.stringMatching(/^Write ingressClassName: nginx\. Or declare/) },
  ]);
  expect(findingsIn(ingressClassMissing, withoutClass(''))).toMatchObject([{ level: 'warning' }]);
});
